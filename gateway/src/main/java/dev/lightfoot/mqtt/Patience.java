package dev.lightfoot.mqtt;

/**
 * How long the publisher waits for a broker, and how much waits with it. Immutable.
 *
 * @param backoffFirstMs between the first two attempts to connect, doubled for each further one
 * @param backoffCapMs the longest between two attempts
 * @param lastedMs a connection that stood so long was a good one: the back-off begins anew
 * @param stallMs a broker that acknowledges nothing for so long is gone, whatever TCP says
 * @param connectTimeoutS for the answer to an attempt
 * @param backlogMost messages of one stream that wait, the newest; 200,000 strikes are 18 hours of running
 */
record Patience(
        long backoffFirstMs, long backoffCapMs, long lastedMs, long stallMs, int connectTimeoutS, int backlogMost) {
    static final Patience USUAL = new Patience(250, 30_000, 5_000, 10_000, 10, 200_000);

    Patience {
        if (lastedMs < 1 || stallMs < 1 || connectTimeoutS < 1 || backlogMost < 1) {
            throw new IllegalArgumentException("a connection cannot be judged in " + lastedMs + " ms, " + stallMs
                    + " ms and " + connectTimeoutS + " s with " + backlogMost + " messages: give 1 or more of each");
        }
    }
}

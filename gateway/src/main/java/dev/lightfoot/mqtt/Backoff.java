package dev.lightfoot.mqtt;

import java.util.random.RandomGenerator;

/** Waiting times between attempts: doubling up to a cap, each drawn from its upper half. Not thread-safe. */
final class Backoff {
    private final long firstMs;
    private final long capMs;
    private final RandomGenerator random;
    private long nextMs;

    Backoff(long firstMs, long capMs, RandomGenerator random) {
        if (firstMs < 1 || capMs < firstMs) {
            throw new IllegalArgumentException("back-off from " + firstMs + " ms to " + capMs + " ms");
        }
        this.firstMs = firstMs;
        this.capMs = capMs;
        this.random = random;
        nextMs = firstMs;
    }

    /** The next waiting time in ms, in [t/2, t) for t doubling from the first to the cap. */
    long nextMs() {
        long fullMs = nextMs;
        nextMs = Math.min(capMs, nextMs * 2);
        return fullMs / 2 + random.nextLong(Math.max(1, fullMs - fullMs / 2));
    }

    void reset() {
        nextMs = firstMs;
    }
}

package dev.lightfoot.gait;

/**
 * The ground's push on the foot: a steep rise of the vertical specific force, m/s2. The leg too slows a falling foot, but
 * gently. Keeps the first rise of a landing and the latest, since a rolling foot is pushed in two waves. Not thread-safe.
 */
final class GroundPush {
    private static final double GRAVITY = 9.81;

    /** Least rise, m/s2, within the window, and level reached, that only the ground gives; in the air mostly less. */
    private static final double RISE = 11;

    private static final double REACHED = 13;
    private static final long WINDOW_NS = 16_000_000L;

    /** Level, m/s2, below which a wave is over. */
    private static final double OVER = 5;

    /** Height over the low point, m/s2, at which a rise is timed when the foot was slowed to more than g before. */
    private static final double TIMED_RISE = 7;

    /** Contact follows the timed level by 14 m/s2 over the slope, at most 7 ms: set by hand on virtual IMU. */
    private static final double CONTACT_RISE = 14;

    private static final double LATEST_CONTACT_NS = 7e6;

    /** Slopes, m/s2 a ms, between which a rise becomes an impact that tells contact by itself. */
    private static final double SOFT_SLOPE = 5;

    private static final double SHARP_SLOPE = 8;
    private static final int REMEMBERED = 8;

    private final long[] timesNs = new long[REMEMBERED];
    private final double[] pushes = new double[REMEMBERED];
    private int next;
    private boolean armed;
    private int rises;
    private long risenNs;
    private long contactNs;
    private double slope;
    private long firstContactNs;
    private double firstSlope;
    private boolean lasting;

    /** Forgets the rises of the last landing. */
    void begin() {
        rises = 0;
        armed = true;
        lasting = false;
    }

    /** Takes a sample; looks for a rise only in a landing. */
    void sample(long timeNs, double push, boolean landing) {
        timesNs[next] = timeNs;
        pushes[next] = push;
        if (landing) {
            look(timeNs, push);
        }
        next = (next + 1) & (REMEMBERED - 1);
    }

    private void look(long timeNs, double push) {
        if (push < OVER) {
            armed = true;
            lasting = false;
        }
        if (!armed || push < REACHED) {
            return;
        }
        int low = next;
        int index = next;
        for (int i = 1; i < REMEMBERED; i++) {
            index = (index - 1) & (REMEMBERED - 1);
            if (i > 1 && timeNs - timesNs[index] > WINDOW_NS) {
                break;
            }
            low = pushes[index] < pushes[low] ? index : low;
        }
        if (push - pushes[low] >= RISE) {
            rise(low);
        }
    }

    private void rise(int low) {
        slope = (pushes[next] - pushes[low]) / Math.max(1, timesNs[next] - timesNs[low]) * 1e6;
        double level = Math.max(GRAVITY, pushes[low] + TIMED_RISE);
        int above = low;
        while (pushes[above] < level && above != next) {
            above = (above + 1) & (REMEMBERED - 1);
        }
        int below = (above - 1) & (REMEMBERED - 1);
        double share = (level - pushes[below]) / (pushes[above] - pushes[below]);
        long crossingNs = timesNs[below] + (long) (share * (timesNs[above] - timesNs[below]));
        contactNs = crossingNs + (long) Math.min(LATEST_CONTACT_NS, CONTACT_RISE / slope * 1e6);
        risenNs = crossingNs;
        if (rises++ == 0) {
            firstContactNs = contactNs;
            firstSlope = slope;
        }
        armed = false;
        lasting = true;
    }

    /** True once the ground has pushed in this landing. */
    boolean found() {
        return rises > 0;
    }

    /** Time for which the latest push has lasted without a break, ns; zero when it is over. */
    long lastedNs(long timeNs) {
        return lasting ? timeNs - risenNs : 0;
    }

    /** Contact by the rise that is nearer to a time. */
    long contactNs(long nearNs) {
        return firstNearer(nearNs) ? firstContactNs : contactNs;
    }

    /** Contact by the first rise. */
    long firstContactNs() {
        return firstContactNs;
    }

    /** 0 for a soft first rise to 1 for an impact. */
    double sharpness() {
        return Math.max(0, Math.min(1, (firstSlope - SOFT_SLOPE) / (SHARP_SLOPE - SOFT_SLOPE)));
    }

    private boolean firstNearer(long nearNs) {
        return Math.abs(firstContactNs - nearNs) < Math.abs(contactNs - nearNs);
    }
}

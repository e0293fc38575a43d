package dev.lightfoot.gait;

/**
 * Times terminal contact by how far the foot has rolled over its toes: 40 deg of heel rise, and a little more. The rate's
 * minimum (t1 of Falbriard et al. 2018, Front Physiol 9:610) has two valleys in slow and in fast runners and misses by up
 * to 60 ms there; the angle does not. Angles in deg, negative with the heel up. Not thread-safe.
 */
final class HeelOff {
    /** Heel rise, deg, that is timed; of 25, 40 and 50 deg it had the least spread between runners left out (6 ms). */
    private static final double RISE_DEG = 40;

    /** From there to terminal contact, ns, running: set by hand between runners on virtual IMU. */
    static final long RUNNING_NS = 10_000_000L;

    /** The same in walking, where the foot rolls on to 63 deg; one walker on force plates. */
    static final long WALKING_NS = 38_000_000L;

    private boolean waiting;
    private double lastDeg;
    private long lastNs;
    private long riseNs;

    /** Waits for the heel of a stance whose flat foot is at zero. */
    void begin(long timeNs, double angleDeg) {
        waiting = true;
        lastDeg = angleDeg;
        lastNs = timeNs;
    }

    void abandon() {
        waiting = false;
    }

    /** Takes a sample; true when the heel passed the angle. */
    boolean sample(long timeNs, double angleDeg) {
        if (!waiting) {
            return false;
        }
        if (angleDeg <= -RISE_DEG) {
            double share = lastDeg > angleDeg ? Math.max(0, (lastDeg + RISE_DEG) / (lastDeg - angleDeg)) : 1;
            riseNs = lastNs + (long) (share * (timeNs - lastNs));
            waiting = false;
            return true;
        }
        lastDeg = angleDeg;
        lastNs = timeNs;
        return false;
    }

    long riseNs() {
        return riseNs;
    }
}

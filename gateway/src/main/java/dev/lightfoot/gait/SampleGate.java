package dev.lightfoot.gait;

/**
 * Lets through the samples of one pod that can be believed: of a size that a pod can read and of growing time. Says how long a
 * hole was before a sample, so that nothing is invented across it. Not thread-safe.
 */
final class SampleGate {
    /** What becomes of a sample. */
    enum Verdict {
        /** Follows the last one closely. */
        TAKE,
        /** Comes after a hole over which a landing cannot be followed. */
        TAKE_AFTER_HOLE,
        /** Comes after a hole so long that every running sum starts again. */
        RESTART,
        /** Is no reading at all. */
        REJECT
    }

    /** Longest hole, ns, across which rotation is still summed: a third of a stance of 250 ms; project's choice. */
    static final long HOLE_NS = 80_000_000L;

    /** Hole, ns, after which a stance may have come and gone unseen: a short running stance; project's choice. */
    static final long RESTART_NS = 250_000_000L;

    /** Sums of three axes that no pod can read, m/s2 (32 g each) and rad/s (4000 deg/s each); NaN is not below them. */
    private static final float MOST_ACC_MPS2 = 3 * 32 * 9.81f;

    private static final float MOST_GYRO_RAD_PER_S = 3 * 70f;

    /** Refused samples in a row whose times grow among themselves: the clock was set back, or one time was wrong. */
    private static final int SET_BACK_RUN = 16;

    private long lastNs = Long.MIN_VALUE;
    private long refusedNs;
    private int refusedRun;
    private long rejected;

    Verdict judge(long timeNs, float accX, float accY, float accZ, float gyroX, float gyroY, float gyroZ) {
        boolean credible = Math.abs(accX) + Math.abs(accY) + Math.abs(accZ) < MOST_ACC_MPS2
                && Math.abs(gyroX) + Math.abs(gyroY) + Math.abs(gyroZ) < MOST_GYRO_RAD_PER_S;
        boolean back = lastNs != Long.MIN_VALUE && timeNs <= lastNs;
        if (!credible || (back && !setBack(timeNs))) {
            rejected++;
            return Verdict.REJECT;
        }
        refusedRun = 0;
        boolean first = lastNs == Long.MIN_VALUE || back;
        long holeNs = first ? 0 : timeNs - lastNs;
        lastNs = timeNs;
        if (first || holeNs > RESTART_NS) {
            return Verdict.RESTART;
        }
        return holeNs > HOLE_NS ? Verdict.TAKE_AFTER_HOLE : Verdict.TAKE;
    }

    /** Whether a time before the last one is the time by now, and not one late sample. */
    private boolean setBack(long timeNs) {
        refusedRun = timeNs > refusedNs ? refusedRun + 1 : 1;
        refusedNs = timeNs;
        return refusedRun >= SET_BACK_RUN;
    }

    /** Samples refused since the start. */
    long rejected() {
        return rejected;
    }

    void reset() {
        refusedRun = 0;
        lastNs = Long.MIN_VALUE;
    }
}

package dev.lightfoot.gait;

/**
 * Notices in motion, without a quiet stand, that a pod turned or tipped on the shoe: by the line of turning and by up in calm moments,
 * each against what this runner showed before, sustained over looks of half a second. Not thread-safe.
 */
final class MountWatch {
    private static final double LOOK_S = 0.5;

    /** Looks in a row that must say the same: one odd movement is in three of them, for each looks back over three. */
    private static final int SUSTAINED = 4;

    private final LineWatch line = new LineWatch();
    private final CalmWatch calm = new CalmWatch();
    private double sinceS;

    /** Takes a sample, m/s2 and rad/s; true when a look is due. */
    boolean sample(double dtS, double ax, double ay, double az, double gx, double gy, double gz) {
        calm.sample(dtS, ax, ay, az, gx, gy, gz);
        sinceS += dtS;
        return sinceS >= LOOK_S;
    }

    /** Looks at the turning and the calm moments since the last look. */
    void look(TurnCovariance turns) {
        sinceS = 0;
        line.look(turns);
        calm.look();
    }

    /** True when the pod turns about another line than before. */
    boolean turned() {
        return line.otherLooks() >= SUSTAINED;
    }

    /** True when up is elsewhere in calm moments. */
    boolean tipped() {
        return calm.otherLooks() >= SUSTAINED;
    }

    double[] upBefore() {
        return calm.before();
    }

    double[] upNow() {
        return calm.now();
    }

    void reset(TurnCovariance turns) {
        sinceS = 0;
        line.reset(turns);
        calm.reset();
    }
}

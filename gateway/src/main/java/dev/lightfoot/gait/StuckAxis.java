package dev.lightfoot.gait;

/**
 * Notices an axis of a pod's sensor that reads the same to the last bit while the foot moves: it is dead or stuck, for noise alone
 * moves a live one. A pod counts as mended when all axes have changed for half a second of motion. Not thread-safe.
 */
final class StuckAxis {
    private static final int AXES = 6;

    /** Time in motion, s, for which a live axis does not repeat itself: longer than a gyro stays at the end of its range. */
    private static final double STUCK_S = 0.25;

    private static final double MENDED_S = 0.5;

    /** A foot moves when rates add up to 100 deg/s, rad/s, or its force is not near gravity: beyond 5 to 15 m/s2, squared. */
    private static final double MOVING_RATE = 1.75;

    private static final double FORCE_LEAST = 25;
    private static final double FORCE_MOST = 225;

    private final double[] last = new double[AXES];
    private final double[] sameS = new double[AXES];
    private boolean stuck;
    private double mendedS;

    /** Looks at a reading, m/s2 and rad/s; the time since the last look, s, is more than the spacing of equal samples. */
    void look(double dtS, double ax, double ay, double az, double gx, double gy, double gz) {
        double force = ax * ax + ay * ay + az * az;
        boolean moving =
                Math.abs(gx) + Math.abs(gy) + Math.abs(gz) > MOVING_RATE || force < FORCE_LEAST || force > FORCE_MOST;
        double movedS = moving ? dtS : 0;
        double longestS = Math.max(
                Math.max(follow(0, ax, movedS), Math.max(follow(1, ay, movedS), follow(2, az, movedS))),
                Math.max(follow(3, gx, movedS), Math.max(follow(4, gy, movedS), follow(5, gz, movedS))));
        if (longestS >= STUCK_S) {
            stuck = true;
            mendedS = 0;
        } else if (stuck) {
            mendedS += longestS > movedS ? 0 : movedS;
            stuck = mendedS < MENDED_S;
        }
    }

    private double follow(int axis, double value, double movedS) {
        sameS[axis] = value == last[axis] ? sameS[axis] + movedS : 0;
        last[axis] = value;
        return sameS[axis];
    }

    boolean stuck() {
        return stuck;
    }

    void reset() {
        for (int axis = 0; axis < AXES; axis++) {
            last[axis] = Double.NaN;
            sameS[axis] = 0;
        }
        stuck = false;
        mendedS = 0;
    }
}

package dev.lightfoot.gait;

/**
 * To which side toes-down turns go, told by the steps: from a foot that lies calm on the ground the next 40 deg of turning are
 * the rise of the heel. Each step gives one vote, a direction in the pod's axes; needs neither up nor a pitch axis. Not
 * thread-safe.
 */
final class HeelRiseVote {
    /** Calm: rate, rad/s (60 deg/s), specific force, m/s2, both squared, and time, s: shorter and in wider bounds than flat stance. */
    private static final double CALM_RATE = 1.05 * 1.05;

    private static final double CALM_FORCE_LEAST = 7 * 7;
    private static final double CALM_FORCE_MOST = 16 * 16;
    private static final double CALM_S = 0.02;

    /** A foot calm for longer, s, stands: what comes then may be any movement. */
    private static final double STANDS_S = 1.0;

    /** Time, s, after standing in which the first step swings, slowly enough to be calm in the air. */
    private static final double FIRST_STEP_S = 0.4;

    /** Turn that makes a vote, rad (40 deg), and time in which it must come, s. */
    private static final double VOTE_RAD = 0.7;

    private static final double VOTE_WITHIN_S = 0.35;

    /** Share of the votes that is kept when a new one comes: the last five count. */
    private static final double KEEP = 0.8;

    private double calmS;
    private double sinceS;
    private double firstStepS;
    private boolean turning;
    private double turnX;
    private double turnY;
    private double turnZ;
    private double x;
    private double y;
    private double z;

    /** Takes a sample: specific force, squared, m2/s4, and rates of turn, rad/s. */
    void sample(double dtS, double forceSquare, double gx, double gy, double gz) {
        double rateSquare = gx * gx + gy * gy + gz * gz;
        if (rateSquare < CALM_RATE && forceSquare > CALM_FORCE_LEAST && forceSquare < CALM_FORCE_MOST) {
            calmS += dtS;
            if (calmS > CALM_S) {
                firstStepS = calmS < STANDS_S ? firstStepS : FIRST_STEP_S;
                turning = firstStepS <= 0;
                sinceS = 0;
                turnX = 0;
                turnY = 0;
                turnZ = 0;
            }
            return;
        }
        calmS = 0;
        firstStepS -= dtS;
        if (!turning) {
            return;
        }
        sinceS += dtS;
        turnX += gx * dtS;
        turnY += gy * dtS;
        turnZ += gz * dtS;
        double turnSquare = turnX * turnX + turnY * turnY + turnZ * turnZ;
        if (turnSquare > VOTE_RAD * VOTE_RAD) {
            double turn = Math.sqrt(turnSquare);
            x = KEEP * x + turnX / turn;
            y = KEEP * y + turnY / turn;
            z = KEEP * z + turnZ / turn;
        }
        turning = turnSquare <= VOTE_RAD * VOTE_RAD && sinceS < VOTE_WITHIN_S;
    }

    /** Votes for a direction as the axis of toes-down turns, less those against it; 5 at most. */
    double votes(double dx, double dy, double dz) {
        return x * dx + y * dy + z * dz;
    }

    void reset() {
        calmS = 0;
        firstStepS = 0;
        turning = false;
        x = 0;
        y = 0;
        z = 0;
    }
}

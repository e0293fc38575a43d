package dev.lightfoot.gait;

/**
 * Finds where the foot lies flat in a stance: the least smoothed rate of turn between the slap and the rise of the heel
 * (mid-stance in Falbriard et al. 2018, Front Physiol 9:610). Rates deg/s, angles deg. Not thread-safe.
 */
final class FootFlat {
    /** Smoothing time, s, of rate and angle alike; half of the 25 ms mean that did best in trials. */
    private static final double SMOOTH_S = 0.012;

    /** Heel rise, deg, after which the foot-flat is settled. */
    private static final double HEEL_RISE_DEG = 12;

    private boolean searching;
    private double turn;
    private double angle;
    private double leastTurn;
    private double flatDeg;
    private long flatNs;

    /** Starts the search in a new stance. */
    void begin(double turnDegPerS, double angleDeg) {
        searching = true;
        turn = turnDegPerS;
        angle = angleDeg;
        leastTurn = Double.POSITIVE_INFINITY;
    }

    void abandon() {
        searching = false;
    }

    /** Takes a sample; true once a stance, when the heel has risen and the flat foot is settled. */
    boolean sample(long timeNs, double dtS, double turnDegPerS, double angleDeg) {
        if (!searching) {
            return false;
        }
        double share = dtS / (SMOOTH_S + dtS);
        turn += share * (turnDegPerS - turn);
        angle += share * (angleDeg - angle);
        if (turn < leastTurn) {
            leastTurn = turn;
            flatDeg = angle;
            flatNs = timeNs;
        }
        if (angleDeg < flatDeg - HEEL_RISE_DEG) {
            searching = false;
            return true;
        }
        return false;
    }

    /** Angle of the flat foot, deg. */
    double flatDeg() {
        return flatDeg;
    }

    long flatNs() {
        return flatNs;
    }
}

package dev.lightfoot.gait;

/**
 * Finds where the foot lies flat in a stance: the least smoothed pitch rate between the slap and the rise of the heel
 * (mid-stance in Falbriard et al. 2018, Front Physiol 9:610). Rates deg/s, angles deg. Not thread-safe.
 */
final class FootFlat {
    /** Smoothing time, s, of rate and angle alike; half of the 25 ms mean that did best in trials. */
    private static final double SMOOTH_S = 0.006;

    /** Heel rise, deg, after which the foot-flat is settled. */
    private static final double HEEL_RISE_DEG = 12;

    /** Calm, by which a flat foot is known without having seen it land: rate, deg/s, specific force, m/s2, and time, s. */
    private static final double CALM_RATE = 60;

    private static final double CALM_FORCE_LEAST = 8.5;
    private static final double CALM_FORCE_MOST = 11.5;
    private static final double CALM_S = 0.03;

    private boolean searching;
    private double calmS;
    private double turn;
    private double leastTurn;
    private double flatDeg;

    /** Starts the search in a new stance. */
    void begin(double rateDegPerS, double angleDeg) {
        searching = true;
        turn = Math.abs(rateDegPerS);
        flatDeg = angleDeg;
        leastTurn = Double.POSITIVE_INFINITY;
    }

    void abandon() {
        searching = false;
    }

    /** What a sample says about the stance. */
    enum Finding {
        NOTHING,
        /** Flatter than any moment of this stance so far. */
        FLATTER,
        /** The heel has risen from the flattest moment, which is settled with that. */
        HEEL_ROSE
    }

    Finding sample(double dtS, double rateDegPerS, double angleDeg, double forceMps2) {
        boolean calm = Math.abs(rateDegPerS) < CALM_RATE && forceMps2 > CALM_FORCE_LEAST && forceMps2 < CALM_FORCE_MOST;
        calmS = calm ? calmS + dtS : 0;
        if (!searching && calmS > CALM_S) {
            begin(rateDegPerS, angleDeg);
        }
        if (!searching) {
            return Finding.NOTHING;
        }
        turn += dtS / (SMOOTH_S + dtS) * (Math.abs(rateDegPerS) - turn);
        if (turn < leastTurn) {
            leastTurn = turn;
            flatDeg = angleDeg;
            return Finding.FLATTER;
        }
        if (angleDeg < flatDeg - HEEL_RISE_DEG) {
            searching = false;
            return Finding.HEEL_ROSE;
        }
        return Finding.NOTHING;
    }
}

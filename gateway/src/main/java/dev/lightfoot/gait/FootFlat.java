package dev.lightfoot.gait;

/**
 * Finds where the foot lies flat in a stance: when the smoothed pitch rate has died away after the slap, or where it is least
 * before the heel rises (mid-stance in Falbriard et al. 2018, Front Physiol 9:610). Rates deg/s, angles deg. Not thread-safe.
 */
final class FootFlat {
    /** Smoothing time, s, of rate and angle alike; half of the 25 ms mean that did best in trials. */
    private static final double SMOOTH_S = 0.006;

    /** Heel rise, deg, after which the foot-flat is settled. */
    private static final double HEEL_RISE_DEG = 12;

    /**
     * Rate, deg/s, below which the slap is over and the sole lies: from there the heel creeps up under the load by 1-2 deg until
     * the turning is least. True angles of recorded runners are 0 at 60 to 100 ms after contact, where rates are 30 to 60.
     */
    private static final double LYING_RATE = 45;

    /**
     * Time, s, after the decision up to which that rate holds and from which only the least turning counts: a walker's slap is over
     * as late, and his sole lies flat 0.1 s after it. Set by hand on the recorded.
     */
    private static final double SLAP_OVER_S = 0.08;

    private static final double ROLLING_S = 0.12;

    /**
     * Spacings of samples, s, up to which that rate holds and from which only the least turning counts: at 20 ms the
     * smoothing hardly smooths. Set by hand on recorded runners at 50 Hz, without one left out.
     */
    private static final double DENSE_S = 0.01;

    private static final double SPARSE_S = 0.02;

    /** Share of the fastest turning of a stance below which the flattest must be: a slap under way is no heel rise. */
    private static final double CALMED = 0.5;

    /** Calm, by which a flat foot is known without having seen it land: rate, deg/s, specific force, squared, m2/s4, and time, s. */
    private static final double CALM_RATE = 60;

    private static final double CALM_FORCE_LEAST = 8.5 * 8.5;
    private static final double CALM_FORCE_MOST = 11.5 * 11.5;
    private static final double CALM_S = 0.03;

    private boolean searching;
    private double sinceS;
    private double calmS;
    private double turn;
    private double leastTurn;
    private double mostTurn;
    private double flatDeg;

    /** Starts the search in a new stance. */
    void begin(double rateDegPerS, double angleDeg) {
        searching = true;
        sinceS = 0;
        turn = Math.abs(rateDegPerS);
        flatDeg = angleDeg;
        leastTurn = Double.POSITIVE_INFINITY;
        mostTurn = 0;
    }

    void abandon() {
        searching = false;
    }

    /** What a sample says about the stance. */
    enum Finding {
        NOTHING,
        /** Flatter than any moment of this stance so far. */
        FLATTER,
        /** Lay flat before, and turns less now. */
        STILLER,
        /** The heel has risen from the flattest moment, which is settled with that. */
        HEEL_ROSE
    }

    Finding sample(double dtS, double rateDegPerS, double angleDeg, double forceSquare) {
        boolean calm =
                Math.abs(rateDegPerS) < CALM_RATE && forceSquare > CALM_FORCE_LEAST && forceSquare < CALM_FORCE_MOST;
        calmS = calm ? calmS + dtS : 0;
        if (!searching && calmS > CALM_S) {
            begin(rateDegPerS, angleDeg);
        }
        if (!searching) {
            return Finding.NOTHING;
        }
        sinceS += dtS;
        turn += dtS / (SMOOTH_S + dtS) * (Math.abs(rateDegPerS) - turn);
        mostTurn = Math.max(mostTurn, turn);
        if (turn < leastTurn) {
            double early = Math.max(0, Math.min(1, (ROLLING_S - sinceS) / (ROLLING_S - SLAP_OVER_S)));
            double dense = Math.max(0, Math.min(1, (SPARSE_S - dtS) / (SPARSE_S - DENSE_S)));
            boolean lay = leastTurn < LYING_RATE * early * dense;
            leastTurn = turn;
            if (lay) {
                return Finding.STILLER;
            }
            flatDeg = angleDeg;
            return Finding.FLATTER;
        }
        if (angleDeg < flatDeg - HEEL_RISE_DEG && leastTurn < CALMED * mostTurn) {
            searching = false;
            return Finding.HEEL_ROSE;
        }
        return Finding.NOTHING;
    }
}

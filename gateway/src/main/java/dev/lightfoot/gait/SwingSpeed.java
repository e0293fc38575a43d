package dev.lightfoot.gait;

/**
 * Forward speed of a foot in its swing, m/s, summed from the forward specific force since it last lay flat at rest. A foot that
 * still flies forwards has not landed, whatever force it feels: a leg that slows it, or a loose pod that swings on its shoe.
 * What a stride's sum leaves at the next foot-flat, by a slope or a level that is not quite right, drifts alike in the
 * next stride and is taken off. Not thread-safe.
 */
final class SwingSpeed {
    /** So many times what strides of late left over at their foot-flats, 0.9 m/s in real pods, 0.3 in simulated ones, may be error. */
    private static final double SPREADS = 3;

    /** What one stride left over counts as so much at most, m/s, and is taken for before any was seen. */
    private static final double GREATEST_LEFT_MPS = 2;

    private static final double USUAL_LEFT_MPS = 0.3;

    /** Share of the newest stride in what is known of drift and spread. */
    private static final double SHARE = 0.2;

    /** Greatest drift, m/s2, of either sign: a level wrong by 18 deg. */
    private static final double GREATEST_DRIFT = 3;

    /** From one foot-flat to the next, s: in less nobody strides, over more the sum says nothing. */
    private static final double SHORTEST_S = 0.3;

    private static final double LONGEST_S = 1.5;

    private double speed;
    private double sinceS = Double.POSITIVE_INFINITY;
    private double speedAtFlat;
    private double sinceAtFlatS;
    private boolean flat;
    private double drift;
    private double spread = USUAL_LEFT_MPS;

    /** Takes a sample: forward specific force on the level, m/s2. */
    void sample(double dtS, double pull) {
        speed += dtS * pull;
        sinceS += dtS;
    }

    /** The foot perhaps lies flat and at rest now. */
    void flat() {
        speedAtFlat = speed;
        sinceAtFlatS = sinceS;
        flat = true;
    }

    /** The heel rises: the last foot-flat was the stance's. */
    void heelRose() {
        if (!flat) {
            return;
        }
        flat = false;
        if (sinceAtFlatS > SHORTEST_S && sinceAtFlatS < LONGEST_S) {
            double left = Math.abs(speedAtFlat - drift * sinceAtFlatS);
            spread += SHARE * (Math.min(GREATEST_LEFT_MPS, left) - spread);
            double seen = Math.clamp(speedAtFlat / sinceAtFlatS, -GREATEST_DRIFT, GREATEST_DRIFT);
            drift += SHARE * (seen - drift);
        }
        speed -= speedAtFlat;
        sinceS = Double.isInfinite(sinceS) ? 0 : sinceS - sinceAtFlatS;
    }

    /** The level or the samples were lost: the next foot-flat begins anew. */
    void abandon() {
        speed = 0;
        sinceS = Double.POSITIVE_INFINITY;
        flat = false;
    }

    /** Speed that is sure, beyond what may be error, m/s; not above zero when nothing is known. */
    double sureMps() {
        return sinceS < LONGEST_S ? speed - drift * sinceS - SPREADS * spread : 0;
    }
}

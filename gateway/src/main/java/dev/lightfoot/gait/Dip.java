package dev.lightfoot.gait;

/**
 * The dip of the pitch rate that a slap of the sole makes (k1 of Falbriard et al. 2018, Front Physiol 9:610), and when the heel was
 * down by it: it lags contact by the time the slap still needs. Rates in deg/s, angles in deg, toes up positive. Not thread-safe.
 */
final class Dip {
    /** Shallowest dip, deg/s, that is a slap. */
    private static final double SLAP_RATE = -80;

    /** Share of the dip at which the slap counts as passed: the sooner, the shorter the delay. */
    private static final double SLAP_PASSED = 0.75;

    /** Lag of the dip behind contact: 0.8 x angle left / rate; set by hand on virtual IMU from motion capture. */
    private static final double LAG_SHARE = 0.8;

    /** Least rate, deg/s, in that quotient: below it the noise of the angle would rule. */
    private static final double LAG_LEAST_RATE = 250;

    private static final double LAG_MOST_S = 0.06;

    private double deepestRate;
    private double deepestDeg;
    private long deepestNs;
    private boolean open;
    private double beforeRate;
    private double lastRate;
    private long lastNs;

    /** Seeks it from this sample on. */
    void begin(long timeNs, double rate, double angleDeg) {
        deepestRate = rate;
        deepestNs = timeNs;
        deepestDeg = angleDeg;
        open = true;
    }

    /** Follows a sample after {@link #begin}; true when it is the deepest so far. */
    boolean follow(long timeNs, double rate, double angleDeg) {
        if (rate <= deepestRate) {
            begin(timeNs, rate, angleDeg);
            return true;
        }
        if (open) {
            open = false;
            toVertex(timeNs, rate);
        }
        return false;
    }

    /** To the vertex of the parabola through three samples. */
    private void toVertex(long timeNs, double rate) {
        double bend = beforeRate - 2 * lastRate + rate;
        if (bend > 0) {
            double shift = Math.max(-0.5, Math.min(0.5, 0.5 * (beforeRate - rate) / bend));
            long shiftNs = (long) (shift * (timeNs - lastNs));
            deepestNs += shiftNs;
            deepestDeg += deepestRate * shiftNs * 1e-9;
        }
    }

    /** Remembers a sample; to be told each, after the rest. */
    void remember(long timeNs, double rate) {
        beforeRate = lastRate;
        lastRate = rate;
        lastNs = timeNs;
    }

    boolean deeperThan(double rate) {
        return deepestRate < rate;
    }

    long sinceNs(long timeNs) {
        return timeNs - deepestNs;
    }

    /** Whether the sole slaps at all. */
    boolean slaps() {
        return deepestRate < SLAP_RATE;
    }

    /** Whether the slap is over at such a rate. */
    boolean passed(double rate) {
        return rate > SLAP_PASSED * deepestRate;
    }

    /**
     * Angle left to the flat sole at the dip, deg.
     *
     * @param zeroDeg angle of the flat foot on the scale that was fed
     */
    double leftDeg(double zeroDeg) {
        return deepestDeg - zeroDeg;
    }

    /** When the heel was down, the angle left at the dip given. */
    long contactNs(double leftDeg) {
        double lagS = LAG_SHARE * leftDeg / Math.max(LAG_LEAST_RATE, -deepestRate);
        return deepestNs - (long) (Math.max(-LAG_MOST_S, Math.min(LAG_MOST_S, lagS)) * 1e9);
    }
}

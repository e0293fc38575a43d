package dev.lightfoot.gait;

/**
 * One gyro axis at the end of its range: three equal readings in a row at speed. How far it turned beyond what it read is
 * guessed from the slopes by which it went in and came out: the cubic through both ends with these slopes holds the area
 * T^2 (slope in + slope out) / 12 above the range: right to a fifth at 208 Hz, a rough guess at 104. Not thread-safe.
 */
final class ClippedAxis {
    /** Rate, rad/s, above which equal readings in a row mean a clipped axis: 4 rad/s = 229 deg/s. */
    private static final double SUSPECT_RAD_PER_S = 4;

    private static final int RUN = 3;

    /** Time at the end of the range, s, after which nobody knows how far the foot turned: a clip by a third of the peak. */
    private static final double LONGEST_S = 0.08;

    /** Least range, rad/s (690 deg/s), that only peaks exceed: with one of 500 every movement is clipped, and guesses pile up. */
    private static final double LEAST_RANGE = 12;

    private double last;
    private double second;
    private double third;
    private int equal = 1;
    private double steepIn;
    private double beyondS;
    private boolean leaving;

    /**
     * Takes a sample of a rate, rad/s; returns the turn, rad, that a clip hid, when that is known by now, infinity in a long one, else 0.
     *
     * @param suspect rate, rad/s, below which the end of the range is not
     */
    double sample(double dtS, double rate, double suspect) {
        double hidden = leaving ? hidden(dtS, rate) : 0;
        leaving = false;
        if (rate != last) {
            leaving = equal >= RUN;
            equal = 1;
        } else if (Math.abs(rate) > Math.max(SUSPECT_RAD_PER_S, suspect)) {
            equal++;
            if (equal == 2) {
                enter(dtS);
            }
            beyondS += dtS;
            hidden = equal >= RUN && (beyondS > LONGEST_S || Math.abs(rate) < LEAST_RANGE)
                    ? Double.POSITIVE_INFINITY
                    : hidden;
        }
        third = second;
        second = last;
        last = rate;
        return hidden;
    }

    /** Two readings are equal: the edge was crossed before the first of them. */
    private void enter(double dtS) {
        double sign = Math.signum(last);
        steepIn = Math.max(0, sign * (second - third) / dtS);
        beyondS = Math.max(0, dtS - crossingS(sign * (last - second), steepIn, dtS));
    }

    /** Two readings after a clip: {@link #last} was the first below the edge, {@link #second} the edge. */
    private double hidden(double dtS, double rate) {
        double sign = Math.signum(second);
        double steepOut = Math.max(0, sign * (last - rate) / dtS);
        double spanS = beyondS + Math.max(0, dtS - crossingS(sign * (second - last), steepOut, dtS));
        return sign * spanS * spanS * (steepIn + steepOut) / 12;
    }

    /** Time between a reading and the edge, s, at most one spacing. */
    private static double crossingS(double difference, double steep, double dtS) {
        return difference < steep * dtS ? difference / steep : dtS;
    }

    /** Samples are missing. */
    void reset() {
        equal = 1;
        leaving = false;
        last = Double.NaN;
    }
}

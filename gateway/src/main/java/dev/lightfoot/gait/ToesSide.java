package dev.lightfoot.gait;

/**
 * To which side of a line across the foot the toes are, by three cues that fail differently. The force along the foot, weighted by
 * the rate of turn, points to the heel over any stride, since the toes hang down in the swing and the leg brakes at its end: soon
 * there, never wrong over 1.4 s of recorded runners with a pod on the instep, but wrong for pods at the heel, which the turning
 * foot throws the other way. {@link Advance}, whatever the place, but misled at first where the samples begin in mid-run.
 * {@link HeelRiseVote}, one a step. Not thread-safe.
 */
final class ToesSide {
    /** Rate, rad/s (100 deg/s), above which the foot counts as in motion. */
    static final double MOVING_RATE = 1.75;

    /** A foot that has not turned as fast for so long, s, stands. */
    private static final double STANDS_S = 0.4;

    /** Time in motion, s, before which neither force nor advance is heard: about a stride of running without its stance. */
    private static final double MOVING_S = 0.45;

    /** Mean force along the foot, m/s2, that makes a whole vote; set by hand on virtual IMU, safe side. */
    private static final double WHOLE_FORCE_MPS2 = 2.5;

    /** Correlation that makes a whole vote; recorded and simulated runners reach 0.3 to 0.7 in 2 s. */
    private static final double WHOLE_ADVANCE = 0.15;

    /**
     * Votes of the force, which is soonest right; and of the advance, which begin lower and grow with the time in motion, s: first
     * evenly, up to two, then by its square. By then it is right wherever the pod sits, while a pod at the heel, calm in the air,
     * may give wrong heel rises, step after step.
     */
    private static final double FORCE_VOTES = 0.7;

    private static final double ADVANCE_VOTES = 0.7;
    private static final double ADVANCE_VOTES_PER_S = 0.3;
    private static final double ADVANCE_VOTES_SOON = 2;
    private static final double ADVANCE_VOTES_PER_S2 = 0.08;

    /** Votes that make a side. */
    static final double ENOUGH = 0.9;

    private final Advance advance = new Advance();
    private final HeelRiseVote heelRises = new HeelRiseVote();
    private double forceX;
    private double forceY;
    private double forceZ;
    private double turned;
    private double movingS;
    private double calmS = STANDS_S;

    /** Takes a sample: specific force, m/s2, and up carried to it. */
    void sample(double dtS, double ax, double ay, double az, CarriedUp up) {
        advance.sample(dtS, ax, ay, az, up);
    }

    /**
     * Looks at the foot.
     *
     * @param keep share of what was seen before that is kept
     * @param dtS since the last look
     * @param ax specific force, m/s2
     * @param rate of turn, rad/s, its size first
     */
    void look(double keep, double dtS, double ax, double ay, double az, double rate, double gx, double gy, double gz) {
        heelRises.sample(dtS, ax * ax + ay * ay + az * az, gx, gy, gz);
        boolean moving = rate >= MOVING_RATE;
        calmS = moving ? 0 : calmS + dtS;
        if (calmS < STANDS_S) {
            advance.look(keep, dtS, rate);
        }
        if (moving) {
            double weight = rate * dtS;
            forceX = keep * forceX + weight * ax;
            forceY = keep * forceY + weight * ay;
            forceZ = keep * forceZ + weight * az;
            turned = keep * turned + weight;
            movingS = keep * movingS + dtS;
        }
    }

    /** Votes for a level direction as the foot's left, less those against it; up is across the sole. */
    double votes(double lx, double ly, double lz, double ux, double uy, double uz) {
        double votes = heelRises.votes(lx, ly, lz);
        if (movingS > MOVING_S) {
            // toes = left x up
            double along = forceX * (ly * uz - lz * uy) + forceY * (lz * ux - lx * uz) + forceZ * (lx * uy - ly * ux);
            double soon = Math.min(ADVANCE_VOTES_SOON, ADVANCE_VOTES + ADVANCE_VOTES_PER_S * movingS);
            double weight = Math.max(soon, ADVANCE_VOTES_PER_S2 * movingS * movingS);
            votes += FORCE_VOTES * clamp(-along / turned / WHOLE_FORCE_MPS2)
                    + weight * clamp(advance.correlation(lx, ly, lz) / WHOLE_ADVANCE);
        }
        return votes;
    }

    private static double clamp(double vote) {
        return Math.max(-1, Math.min(1, vote));
    }

    void reset() {
        advance.reset();
        heelRises.reset();
        forceX = 0;
        forceY = 0;
        forceZ = 0;
        turned = 0;
        movingS = 0;
        calmS = STANDS_S;
    }
}

package dev.lightfoot.sim.runner;

import java.util.Random;

/**
 * What makes one runner's feet differ from another's, drawn wide from a seed.
 *
 * @param podHeightM of the pod above the sole
 * @param heelBehindM from the pod back to the heel's contact
 * @param ballAheadM from the pod forward to the ball's contact
 * @param rockerDeg over which the contact rolls from heel to ball
 * @param loweringDegPerS pitch rate at contact beyond what the strike angle brings: toes lowered before landing
 * @param slapShare of the contact time from contact to foot-flat
 * @param heelRiseShare of the contact time from contact to heel rise
 * @param toeOffDeg pitch at terminal contact, toes down
 * @param toeOffBrake how much the heel's rise slows before terminal contact, 0 not at all
 * @param kickDeg further toes down in early swing
 * @param raiseDeg toes above the strike angle in late swing
 * @param lowersShare of the swing left when the toes are highest and begin to sink towards the ground
 * @param impactMps of the sole into the ground
 * @param slipMps of the sole forward at contact
 * @param cushionS time constant in which the shoe takes the impact
 * @param wobbleDeg of the pod on the shoe at impact
 * @param wobbleHz of that wobble
 * @param rollDeg outwards at landing
 * @param swingRollDeg and yaw in swing
 * @param variation of the stride, 1 for an even runner
 * @param asymmetryDeg of the strike angle, left minus right
 */
record Traits(
        double podHeightM,
        double heelBehindM,
        double ballAheadM,
        double rockerDeg,
        double loweringDegPerS,
        double slapShare,
        double heelRiseShare,
        double toeOffDeg,
        double toeOffBrake,
        double kickDeg,
        double raiseDeg,
        double lowersShare,
        double impactMps,
        double slipMps,
        double cushionS,
        double wobbleDeg,
        double wobbleHz,
        double rollDeg,
        double swingRollDeg,
        double variation,
        double asymmetryDeg) {

    /** From toes lowered in the last 30 ms before a running contact to toes lowered 100 ms before it. */
    private static final double LATEST_LOWERING_SHARE = 0.07;

    private static final double EARLIEST_LOWERING_SHARE = 0.22;

    static Traits drawn(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        double lowersShare = uniform(random, LATEST_LOWERING_SHARE, EARLIEST_LOWERING_SHARE);
        return new Traits(
                uniform(random, 0.055, 0.085),
                uniform(random, 0.12, 0.17),
                uniform(random, 0.04, 0.09),
                uniform(random, 1.5, 4),
                uniform(random, 0, 260),
                uniform(random, 0.1, 0.24),
                uniform(random, 0.42, 0.56),
                uniform(random, 48, 66),
                uniform(random, 0, 4),
                uniform(random, 8, 40),
                uniform(random, 3, 12) * lowersShare / EARLIEST_LOWERING_SHARE,
                lowersShare,
                uniform(random, 0.2, 0.8),
                uniform(random, 0.1, 0.8),
                uniform(random, 0.008, 0.016),
                uniform(random, 0, 0.6),
                uniform(random, 20, 55),
                uniform(random, 1, 8),
                uniform(random, 2, 9),
                uniform(random, 0.6, 1.6),
                uniform(random, -2, 2));
    }

    private static double uniform(Random random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}

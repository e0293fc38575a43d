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
 * @param walkToeOffDeg further toes down at a walking terminal contact
 * @param walkPush pitch rate at a walking terminal contact over the heel's mean rate of rise
 * @param kickDeg further toes down in early swing
 * @param raiseDeg toes above the strike angle in late swing, beyond what their sinking to contact takes
 * @param lowersShare of the swing left when the toes are highest and begin to sink towards the ground
 * @param raiseDegPerS2 how fast the rise of the toes comes to an end there
 * @param skimShare of the swing at its end in which the foot skims low over the ground before it falls
 * @param retraction deceleration of the foot at contact over its mean speed in the swing, 1/s
 * @param impactMps of the sole into the ground
 * @param fallShare of that speed gathered in the last {@link #FALL_S}, the leg driving the foot down
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
        double walkToeOffDeg,
        double walkPush,
        double kickDeg,
        double raiseDeg,
        double lowersShare,
        double raiseDegPerS2,
        double skimShare,
        double retraction,
        double impactMps,
        double fallShare,
        double slipMps,
        double cushionS,
        double wobbleDeg,
        double wobbleHz,
        double rollDeg,
        double swingRollDeg,
        double variation,
        double asymmetryDeg) {

    /** Time before contact, s, in which real feet gather their last speed downwards. */
    static final double FALL_S = 0.05;

    /** From toes that rise until 10 ms before a running contact to toes lowered 100 ms before it; recorded: 10 to 60 ms. */
    private static final double LATEST_LOWERING_SHARE = 0.02;

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
                uniform(random, 0.36, 0.52),
                uniform(random, 38, 60),
                uniform(random, 0, 2.5),
                uniform(random, 8, 28),
                uniform(random, 0.4, 1.8),
                uniform(random, 8, 40),
                uniform(random, 0, 9) * lowersShare / EARLIEST_LOWERING_SHARE,
                lowersShare,
                uniform(random, 2000, 11000),
                uniform(random, 0, 0.2),
                uniform(random, 5, 16),
                uniform(random, 0.2, 1.0),
                uniform(random, 0.2, 0.9),
                uniform(random, 0.2, 1.3),
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

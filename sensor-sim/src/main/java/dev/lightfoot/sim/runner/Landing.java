package dev.lightfoot.sim.runner;

/**
 * How a runner's foot meets the ground.
 *
 * @param loweringDegPerS pitch rate at contact beyond what the strike angle brings: toes lowered before landing
 * @param slapShare of the contact time from contact to foot-flat; recorded heel strikers 0.18 to 0.27, walkers 0.13 to 0.25
 * @param hoverDeg heel above the ground all through a stance that began on the forefoot
 * @param impactMps of the sole into the ground
 * @param fallShare of that speed gathered in the last {@link #FALL_S}, the leg driving the foot down
 * @param slipMps of the sole forward at contact
 * @param cushionS time constant in which the shoe takes the impact
 * @param wobbleDeg of the pod on the shoe at impact, even if it is tight
 * @param wobbleHz of that wobble
 * @param rollDeg outwards at landing
 * @param pronationDeg inwards in mid-stance
 */
record Landing(
        double loweringDegPerS,
        double slapShare,
        double hoverDeg,
        double impactMps,
        double fallShare,
        double slipMps,
        double cushionS,
        double wobbleDeg,
        double wobbleHz,
        double rollDeg,
        double pronationDeg) {
    /** Time before contact, s, in which real feet gather their last speed downwards. */
    static final double FALL_S = 0.05;

    static Landing drawn(long seed, Habit habit, Surface surface) {
        Draw draw = new Draw(seed, "landing");
        double lowering = draw.uniform(0, 260);
        return new Landing(
                habit == Habit.EARLY_LOWERING ? 0.6 * lowering : lowering,
                draw.uniform(0.11, 0.27),
                habit == Habit.HEEL_NEVER_DOWN ? draw.uniform(2.5, 9) : 0,
                draw.uniform(0.2, 1.0) * surface.impactFactor,
                draw.uniform(0.2, 0.9),
                draw.uniform(0.2, 1.3),
                draw.uniform(0.008, 0.016) * surface.cushionFactor,
                draw.uniform(0, 0.6),
                draw.uniform(20, 55),
                draw.uniform(1, 8),
                habit == Habit.PRONATOR ? draw.uniform(5, 15) : draw.uniform(0, 5));
    }
}

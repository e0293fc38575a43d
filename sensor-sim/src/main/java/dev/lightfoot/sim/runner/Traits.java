package dev.lightfoot.sim.runner;

/**
 * What makes one runner's feet differ from another's, drawn wide from a seed.
 *
 * @param variation of the stride, 1 for an even runner
 * @param asymmetryDeg of the strike angle, left minus right
 * @param limp by how much of a step the left foot's steps are longer than the right's, and its contacts
 */
record Traits(
        Build build,
        Landing landing,
        PushOff pushOff,
        Swing swing,
        double variation,
        double asymmetryDeg,
        double limp) {

    static Traits drawn(long seed, Habit habit, Surface surface) {
        Draw draw = new Draw(seed, "traits");
        double variation = draw.uniform(0.6, 1.6);
        boolean lopsided = habit == Habit.LOPSIDED;
        double asymmetryDeg = lopsided ? (draw.chance(0.5) ? 1 : -1) * draw.uniform(4, 12) : draw.uniform(-2, 2);
        return new Traits(
                Build.drawn(seed),
                Landing.drawn(seed, habit, surface),
                PushOff.drawn(seed, habit),
                Swing.drawn(seed, habit),
                variation,
                asymmetryDeg,
                lopsided ? draw.uniform(-0.05, 0.05) : draw.uniform(-0.01, 0.01));
    }
}

package dev.lightfoot.sim.runner;

import java.util.List;

/**
 * A runner's habit, the ground and the pods on a day: what does not change in the course of a scenario.
 *
 * @param marked whether the pods lie on the instep as their mark asks, but for its fall
 */
public record Outing(Habit habit, Surface surface, boolean marked, Worn left, Worn right) {
    private static final double LOOSE_SHARE = 0.2;

    public static Outing plain() {
        return worn(Worn.straight(), Worn.straight());
    }

    public static Outing worn(Worn left, Worn right) {
        return new Outing(Habit.USUAL, Surface.TRACK, true, left, right);
    }

    /** Anything, by a seed: habits, surfaces, mounts and straps; both shoes alike but for the mount. */
    public static Outing drawn(long seed) {
        Draw draw = new Draw(seed, "outing");
        Habit habit = draw.chance(0.4) ? Habit.USUAL : draw.of(List.of(Habit.values()));
        Surface surface = draw.of(List.of(Surface.values()));
        boolean marked = draw.chance(0.5);
        Placement placement = marked ? Placement.LACES : draw.of(List.of(Placement.values()));
        boolean loose = draw.chance(LOOSE_SHARE);
        Strap strap = loose ? Strap.loose(draw) : Strap.TIGHT;
        return new Outing(
                habit,
                surface,
                marked,
                new Worn(placement, mount(draw, marked, 2 * seed), strap),
                new Worn(placement, mount(draw, marked, 2 * seed + 1), strap));
    }

    /** As marked, it lies on an instep that falls by 5 to 30 deg (project's choice). */
    private static Mount mount(Draw draw, boolean marked, long seed) {
        Mount asMarked = Mount.tilted(draw.uniform(5, 30), draw.gaussian(4), draw.gaussian(5));
        return marked ? asMarked : Mount.random(seed);
    }
}

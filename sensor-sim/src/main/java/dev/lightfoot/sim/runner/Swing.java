package dev.lightfoot.sim.runner;

/**
 * How a runner swings the foot. Recorded runners' toes are lowest 120 to 180 ms after terminal contact, 16 to 70 deg lower
 * than at it.
 *
 * @param liftMps2 with which the sole leaves the ground; tips of recorded shoes 10 to 35
 * @param kickDeg further toes down in early swing
 * @param kickShare of the swing at which they are lowest
 * @param clearanceM of the sole above the ground
 * @param raiseDeg toes above the strike angle in late swing, beyond what their sinking to contact takes
 * @param lowersShare of the swing left when the toes are highest and begin to sink towards the ground
 * @param raiseDegPerS2 how fast the rise of the toes comes to an end there
 * @param skimShare of the swing at its end in which the foot skims low over the ground before it falls
 * @param retraction deceleration of the foot at contact over its mean speed in the swing, 1/s
 * @param turnDeg roll and yaw in swing
 */
record Swing(
        double liftMps2,
        double kickDeg,
        double kickShare,
        double clearanceM,
        double raiseDeg,
        double lowersShare,
        double raiseDegPerS2,
        double skimShare,
        double retraction,
        double turnDeg) {
    /** From toes that rise until 10 ms before a running contact to toes lowered 100 ms before it; recorded: 10 to 60 ms. */
    private static final double LATEST_LOWERING_SHARE = 0.02;

    private static final double EARLIEST_LOWERING_SHARE = 0.22;

    static Swing drawn(long seed, Habit habit) {
        Draw draw = new Draw(seed, "swing");
        boolean early = habit == Habit.EARLY_LOWERING;
        boolean shuffles = habit == Habit.SHUFFLER;
        double lowersShare =
                early ? draw.uniform(0.15, 0.3) : draw.uniform(LATEST_LOWERING_SHARE, EARLIEST_LOWERING_SHARE);
        return new Swing(
                draw.uniform(8, 35),
                shuffles ? draw.uniform(2, 14) : draw.uniform(10, 60),
                draw.uniform(0.22, 0.38),
                shuffles ? draw.uniform(0.015, 0.04) : draw.uniform(0.05, 0.12),
                early ? draw.uniform(6, 15) : draw.uniform(0, 9) * lowersShare / EARLIEST_LOWERING_SHARE,
                lowersShare,
                draw.uniform(2000, 11000),
                draw.uniform(0, 0.2),
                draw.uniform(5, 16),
                draw.uniform(2, 9));
    }
}

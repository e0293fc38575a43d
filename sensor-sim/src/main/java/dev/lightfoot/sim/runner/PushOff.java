package dev.lightfoot.sim.runner;

/**
 * How a runner's foot leaves the ground. Recorded runners (virtual IMU from motion capture) leave at 40 to 58 deg of heel
 * rise, near their greatest pitch rate. Recorded walkers have 20 deg at 0.77 to 0.88 of the stance and 40 deg at 0.86 to 0.95,
 * turn fastest (395 to 615 deg/s) 8 to 80 ms before terminal contact and have their toes lowest 17 to 37 ms behind it, at 62
 * to 90 deg: the nearer the fastest turn to terminal contact, the later the lowest toes.
 *
 * @param heelRiseShare of the contact time from contact to heel rise
 * @param toeOffDeg pitch at a running terminal contact, toes down
 * @param toeOffBrake how much the heel's rise slows before terminal contact, 0 not at all
 * @param push pitch rate at a running terminal contact over the heel's mean rate of rise; recorded 1.0 to 1.35
 * @param walkHeelRiseShare of a walking contact time from contact to heel rise
 * @param walkToeOffDeg pitch at a walking terminal contact, toes down
 * @param walkPeakDegPerS greatest pitch rate of a walking push-off at {@link #WALK_CONTACT_S}
 * @param walkPeakS from there to terminal contact
 * @param runSpringS for which a runner's sole springs back to the ground, some millimetres, while its tip already rises; tips of
 *     recorded runners move at 0.5 m/s 5 ms before force plates say that they have left
 */
record PushOff(
        double heelRiseShare,
        double toeOffDeg,
        double toeOffBrake,
        double push,
        double walkHeelRiseShare,
        double walkToeOffDeg,
        double walkPeakDegPerS,
        double walkPeakS,
        double runSpringS) {
    /** Contact time, s, of the recorded walkers at a pace of their choice. */
    static final double WALK_CONTACT_S = 0.72;

    /** Time, s, in which the turning of a walking foot would die out at the rate it does. */
    private static final double WALK_DYING_S = 0.11;

    static PushOff drawn(long seed, Habit habit) {
        Draw draw = new Draw(seed, "push-off");
        double walkPeakS = draw.uniform(0.005, 0.075);
        return new PushOff(
                draw.uniform(0.36, 0.52),
                habit == Habit.SHUFFLER ? draw.uniform(28, 40) : draw.uniform(38, 60),
                draw.uniform(0, 2.5),
                draw.uniform(0.95, 1.45),
                draw.uniform(0.42, 0.6),
                draw.uniform(56, 72) + 190 * walkPeakS,
                draw.uniform(395, 615),
                walkPeakS,
                draw.uniform(0.008, 0.028));
    }

    /** From when the tip begins to rise to terminal contact. */
    double springS(Gait gait) {
        return gait == Gait.WALKING ? 0 : runSpringS;
    }

    double walkPeakDegPerS(double contactTimeS) {
        return walkPeakDegPerS * Math.sqrt(WALK_CONTACT_S / contactTimeS);
    }

    /** Share of the greatest rate left at a walking terminal contact. */
    double walkRateLeft() {
        return 1 - walkPeakS / WALK_DYING_S;
    }

    /** Time from a walking terminal contact until the toes are lowest. */
    double walkLowestS() {
        return 0.04 - 0.3 * walkPeakS;
    }
}

package dev.lightfoot.sim.runner;

/** What is peculiar about a runner's gait. Their shares among drawn runners are the project's choice: the odd ones are many. */
public enum Habit {
    /** Within what is usual in all. */
    USUAL,
    /** Lands heel first by 8 to 12 deg only. */
    WEAK_HEEL,
    /** Lands flat, within 3 deg. */
    FLAT,
    /** Lands on the forefoot and never puts the heel down (about a third of forefoot runners keep it off the ground). */
    HEEL_NEVER_DOWN,
    /** Lowers the toes well before the foot touches, as one recorded runner does. */
    EARLY_LOWERING,
    /** Lifts the feet little: a recovery runner near 2 m/s. */
    SHUFFLER,
    /** Rolls inwards by 5 to 15 deg in stance (rearfoot eversion of runners: Clarke et al. 1984, Sports Med 1:1 and later). */
    PRONATOR,
    /** Feet differ in strike angle by 4 to 12 deg, in step and contact time by some percent. */
    LOPSIDED
}

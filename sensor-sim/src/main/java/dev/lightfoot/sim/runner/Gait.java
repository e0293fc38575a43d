package dev.lightfoot.sim.runner;

/** How the body moves, as truth. Jogging is the heel-first hybrid between walking and running. */
public enum Gait {
    STANDING(0.3),
    WALKING(0.4),
    RUNNING(1),
    JOGGING(0.85);

    private final double briskness;

    Gait(double briskness) {
        this.briskness = briskness;
    }

    /** How brisk this gait's landing and swing are beside running's. */
    double briskness() {
        return briskness;
    }
}

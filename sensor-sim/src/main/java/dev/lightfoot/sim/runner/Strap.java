package dev.lightfoot.sim.runner;

/**
 * How loosely a pod sits: a damped resonance between shoe and pod, driven by the shoe's acceleration across the sole.
 * Accelerometers held by straps resonate at 10 to 40 Hz, the lower the heavier and looser (Ziegert and Lewis 1979, J Biomech
 * Eng 101:97; Forner-Cordero et al. 2008, Med Eng Phys 30:89); how far the pod tips is the project's choice.
 *
 * @param frequencyHz of the resonance; 0 for a pod that is tight
 * @param damping of critical
 * @param slide share of the resonance's motion that moves the pod across the sole
 * @param tipRadPerM by which it tips toes up, and sideways half as much, for each metre of motion
 */
public record Strap(double frequencyHz, double damping, double slide, double tipRadPerM) {
    public static final Strap TIGHT = new Strap(0, 1, 0, 0);

    static Strap loose(Draw draw) {
        return new Strap(draw.uniform(10, 40), draw.uniform(0.08, 0.3), draw.uniform(0.3, 1), draw.uniform(-6, 6));
    }

    boolean tight() {
        return frequencyHz == 0;
    }
}

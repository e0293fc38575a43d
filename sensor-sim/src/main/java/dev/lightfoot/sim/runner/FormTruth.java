package dev.lightfoot.sim.runner;

/** What the runner's form truly is at a time, by the scenario's own account. */
public enum FormTruth {
    STANDING,
    WALKING,
    GOOD,
    DRIFTING,
    JOGGING
}

package dev.lightfoot.sim.runner;

/** How the body moves, as truth. Jogging is the heel-first hybrid between walking and running. */
public enum Gait {
    STANDING,
    WALKING,
    RUNNING,
    JOGGING
}

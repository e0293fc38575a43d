package dev.lightfoot.sim.runner;

/** Left or right foot. */
public enum Side {
    LEFT,
    RIGHT
}

package dev.lightfoot.form;

/** The gait of one stance. Jogging is the heel-first hybrid between walking and running; walking is never an alarm. */
public enum GaitKind {
    WALKING,
    RUNNING,
    JOGGING
}

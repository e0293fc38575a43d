package dev.lightfoot.form;

/** What the runner is doing, and how well. */
public enum FormState {
    STANDING,
    WALKING,
    GOOD,
    DRIFTING,
    JOGGING
}

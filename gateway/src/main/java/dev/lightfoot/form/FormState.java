package dev.lightfoot.form;

/** What the runner is doing, and how well: the running ones from good to worse. */
public enum FormState {
    STANDING,
    WALKING,
    GOOD,
    DRIFTING,
    JOGGING
}

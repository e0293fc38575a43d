package dev.lightfoot.form;

/** How much of what the coach decides the runner gets to feel. What is withheld is recorded all the same. */
public enum FeedbackSchedule {
    /** Every cue. */
    CONTINUOUS,
    /** Every cue in the first four sessions, less from session to session to the eighth, then only the stop. */
    FADED,
    /** Only beyond a band around fresh form: no nudges, and warnings from the band's edge on. */
    BANDWIDTH,
    /** Nothing: record only. */
    OFF
}

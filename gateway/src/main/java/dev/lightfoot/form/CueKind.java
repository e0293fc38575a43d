package dev.lightfoot.form;

/** What is said to the runner. */
public enum CueKind {
    /** One short pulse at the first signs. */
    NUDGE,
    /** A longer pulse that grows with the error. */
    WARNING,
    /** Walk or stop now: form has not come back. */
    STOP,
    /** A gentle double pulse: form is good again. */
    RESTORED
}

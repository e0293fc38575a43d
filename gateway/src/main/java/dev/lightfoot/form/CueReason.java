package dev.lightfoot.form;

/** Why a cue was decided. */
public enum CueReason {
    /** Form began to drift. */
    DRIFT_BEGAN,
    /** The gait has become jogging. */
    JOGGING_BEGAN,
    /** It is jogging still. */
    JOGGING_GOES_ON,
    /** Form has not come back in the set time. */
    NOT_COME_BACK,
    /** Form came back, and failed again, too often. */
    KEEPS_FAILING,
    /** Form is good again, and stayed so. */
    GOOD_AGAIN
}

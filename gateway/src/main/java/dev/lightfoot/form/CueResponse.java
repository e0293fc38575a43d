package dev.lightfoot.form;

/** What the gait did in the strides after a cue. */
public enum CueResponse {
    /** The jogging score fell by a tenth or more. */
    IMPROVED,
    UNCHANGED,
    /** The jogging score rose by a tenth or more. */
    WORSENED,
    /** The runner walked or stopped, which is what a stop asks for. */
    WALKED
}

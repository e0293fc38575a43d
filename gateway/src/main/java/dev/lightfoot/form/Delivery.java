package dev.lightfoot.form;

/** What became of a cue that was decided. */
public enum Delivery {
    /** Handed to the actuator. */
    PLAYED,
    /** The runner had muted the cues. */
    MUTED,
    /** The feedback schedule, or a calibration under way, kept it back. */
    WITHHELD
}

package dev.lightfoot.form;

/** Hears form and cues in the thread that fed the strike. The carriers are reused: copy what must be kept. */
public interface FormListener {
    /**
     * The form state changed.
     *
     * @param joggingScore smoothed, 0 for the runner's own fresh form, 1 a whole step towards jogging; NaN while not running
     * @param rearfootShare share of rearfoot strikes among the recent ones, in [0, 1]; NaN when there are none
     */
    void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare);

    /** A cue was decided; only one whose delivery is PLAYED is to be felt. */
    void cue(Cue cue);

    /** What the gait did after a cue that was played. */
    default void answered(CueAnswer answer) {}

    /** The fresh form of this session has been learned; calibrated when the runner had asked for it. */
    default void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {}

    /**
     * The runner runs and wants a beat: told with each strike, so that a beat that is told no more can end by itself.
     *
     * @param cadenceSpm steps a minute of both feet
     */
    default void beat(float cadenceSpm) {}
}

package dev.lightfoot.form;

import dev.lightfoot.gait.Foot;

/** Hears form and cues in the thread that fed the strike. */
public interface FormListener {
    /**
     * The form state changed.
     *
     * @param joggingScore smoothed, 0 for the runner's own fresh form, 1 where jogging begins; NaN while not running
     * @param rearfootShare share of rearfoot strikes among the recent ones, in [0, 1]; NaN when there are none
     */
    void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare);

    /** A cue is due, strength in [0, 1] growing with the error. */
    void cue(CueKind cue, Foot foot, long timeNs, float strength);
}

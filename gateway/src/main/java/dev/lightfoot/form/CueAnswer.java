package dev.lightfoot.form;

/**
 * What the gait did in the strides after a cue: whether it helped. A reused carrier: what it says holds only during the call
 * it is handed to. Not thread-safe.
 */
public final class CueAnswer {
    private CueKind kind = CueKind.NUDGE;
    private CueResponse response = CueResponse.UNCHANGED;
    private long cueNs;
    private long timeNs;
    private float scoreBefore = Float.NaN;
    private float scoreAfter = Float.NaN;
    private int strikes;

    public CueAnswer set(
            CueKind kind,
            CueResponse response,
            long cueNs,
            long timeNs,
            float scoreBefore,
            float scoreAfter,
            int strikes) {
        this.kind = kind;
        this.response = response;
        this.cueNs = cueNs;
        this.timeNs = timeNs;
        this.scoreBefore = scoreBefore;
        this.scoreAfter = scoreAfter;
        this.strikes = strikes;
        return this;
    }

    public CueAnswer set(CueAnswer other) {
        return set(
                other.kind,
                other.response,
                other.cueNs,
                other.timeNs,
                other.scoreBefore,
                other.scoreAfter,
                other.strikes);
    }

    public CueKind kind() {
        return kind;
    }

    public CueResponse response() {
        return response;
    }

    /** {@link Cue#timeNs()} of the cue that is answered. */
    public long cueNs() {
        return cueNs;
    }

    public long timeNs() {
        return timeNs;
    }

    /** Smoothed jogging score at the cue. */
    public float scoreBefore() {
        return scoreBefore;
    }

    /** Mean jogging score of the strikes after it; NaN when none was scored. */
    public float scoreAfter() {
        return scoreAfter;
    }

    /** How many strikes the mean after it is of. */
    public int strikes() {
        return strikes;
    }
}

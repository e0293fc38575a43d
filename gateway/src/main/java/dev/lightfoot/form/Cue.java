package dev.lightfoot.form;

import dev.lightfoot.gait.Foot;

/**
 * One decided cue with why, and what was measured. A reused carrier: what it says holds only during the call it is handed to.
 * Quantities that are not known are NaN. Not thread-safe.
 */
public final class Cue {
    private CueKind kind = CueKind.NUDGE;
    private CueReason reason = CueReason.DRIFT_BEGAN;
    private Delivery delivery = Delivery.PLAYED;
    private Foot foot = Foot.LEFT;
    private long timeNs;
    private float strength;
    private float joggingScore = Float.NaN;
    private float strikeAngleDeg = Float.NaN;
    private float dutyFactor = Float.NaN;
    private float cadenceSpm = Float.NaN;

    public Cue decided(CueKind kind, CueReason reason, Delivery delivery, Foot foot, long timeNs, float strength) {
        this.kind = kind;
        this.reason = reason;
        this.delivery = delivery;
        this.foot = foot;
        this.timeNs = timeNs;
        this.strength = strength;
        return this;
    }

    public Cue measured(float joggingScore, float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        this.joggingScore = joggingScore;
        this.strikeAngleDeg = strikeAngleDeg;
        this.dutyFactor = dutyFactor;
        this.cadenceSpm = cadenceSpm;
        return this;
    }

    public Cue set(Cue other) {
        return decided(other.kind, other.reason, other.delivery, other.foot, other.timeNs, other.strength)
                .measured(other.joggingScore, other.strikeAngleDeg, other.dutyFactor, other.cadenceSpm);
    }

    public CueKind kind() {
        return kind;
    }

    public CueReason reason() {
        return reason;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** Foot of the strike that brought it about. */
    public Foot foot() {
        return foot;
    }

    /** Time of the last sample that the decision used. */
    public long timeNs() {
        return timeNs;
    }

    /** In [0, 1], growing with the error. */
    public float strength() {
        return strength;
    }

    /** Smoothed: 0 the runner's own fresh form, 1 a whole step towards jogging. */
    public float joggingScore() {
        return joggingScore;
    }

    /** Of the strike that brought it about. */
    public float strikeAngleDeg() {
        return strikeAngleDeg;
    }

    /** Of the last completed stance, as the cadence is. */
    public float dutyFactor() {
        return dutyFactor;
    }

    public float cadenceSpm() {
        return cadenceSpm;
    }
}

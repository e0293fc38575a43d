package dev.lightfoot.gait;

/**
 * One judged foot strike, decided while the foot is still on the ground. A reused carrier: what it says holds only during
 * the call it is handed to. Not thread-safe.
 */
public final class Strike {
    private final Foot foot;
    private long contactNs;
    private long decidedNs;
    private StrikePattern pattern = StrikePattern.MIDFOOT;
    private float confidence;
    private float strikeAngleDeg = Float.NaN;
    private AngleZero angleZero = AngleZero.NONE;
    private Resolution resolution = Resolution.FULL;

    public Strike(Foot foot) {
        this.foot = foot;
    }

    public Strike set(long contactNs, long decidedNs, StrikePattern pattern, float confidence, float strikeAngleDeg) {
        this.contactNs = contactNs;
        this.decidedNs = decidedNs;
        this.pattern = pattern;
        this.confidence = confidence;
        this.strikeAngleDeg = strikeAngleDeg;
        return rests(AngleZero.NONE, Resolution.FULL);
    }

    /** Says what it rests upon; {@link #set} forgets it. */
    public Strike rests(AngleZero angleZero, Resolution resolution) {
        this.angleZero = angleZero;
        this.resolution = resolution;
        return this;
    }

    /** Takes over what another strike of this foot says. */
    public Strike set(Strike other) {
        return set(other.contactNs, other.decidedNs, other.pattern, other.confidence, other.strikeAngleDeg)
                .rests(other.angleZero, other.resolution);
    }

    public Foot foot() {
        return foot;
    }

    /** Initial contact, on the clock of the samples. */
    public long contactNs() {
        return contactNs;
    }

    /** Time of the last sample the decision used. */
    public long decidedNs() {
        return decidedNs;
    }

    public StrikePattern pattern() {
        return pattern;
    }

    /** Probability in [0, 1] that the pattern is right. */
    public float confidence() {
        return confidence;
    }

    /** Foot strike angle, positive toes up, zero in quiet standing; NaN when it is not known. */
    public float strikeAngleDeg() {
        return strikeAngleDeg;
    }

    /** What the zero of the angle rests upon. */
    public AngleZero angleZero() {
        return angleZero;
    }

    /** What the spacing of the samples still tells. */
    public Resolution resolution() {
        return resolution;
    }
}

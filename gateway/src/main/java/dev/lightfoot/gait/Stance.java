package dev.lightfoot.gait;

/**
 * One completed stance, told at terminal contact. A reused carrier: what it says holds only during the call it is handed
 * to. Quantities that are not known are NaN. Not thread-safe.
 */
public final class Stance {
    private final Foot foot;
    private long contactNs;
    private long terminalContactNs;
    private float flightTimeMs = Float.NaN;
    private boolean flightTimeEstimated;
    private float dutyFactor = Float.NaN;
    private float cadenceSpm = Float.NaN;
    private boolean walking;
    private float asymmetryPercent = Float.NaN;

    public Stance(Foot foot) {
        this.foot = foot;
    }

    public Stance set(
            long contactNs,
            long terminalContactNs,
            float flightTimeMs,
            boolean flightTimeEstimated,
            float dutyFactor,
            float cadenceSpm,
            boolean walking) {
        this.contactNs = contactNs;
        this.terminalContactNs = terminalContactNs;
        this.flightTimeMs = flightTimeMs;
        this.flightTimeEstimated = flightTimeEstimated;
        this.dutyFactor = dutyFactor;
        this.cadenceSpm = cadenceSpm;
        this.walking = walking;
        asymmetryPercent = Float.NaN;
        return this;
    }

    /** Says how far the feet's contact times are apart; {@link #set} forgets it. */
    public Stance asymmetry(float percent) {
        asymmetryPercent = percent;
        return this;
    }

    /** Takes over what another stance of this foot says. */
    public Stance set(Stance other) {
        return set(
                        other.contactNs,
                        other.terminalContactNs,
                        other.flightTimeMs,
                        other.flightTimeEstimated,
                        other.dutyFactor,
                        other.cadenceSpm,
                        other.walking)
                .asymmetry(other.asymmetryPercent);
    }

    public Foot foot() {
        return foot;
    }

    public long contactNs() {
        return contactNs;
    }

    public long terminalContactNs() {
        return terminalContactNs;
    }

    public float contactTimeMs() {
        return (terminalContactNs - contactNs) * 1e-6f;
    }

    /**
     * Time in the air before this stance began: this initial contact minus the other foot's terminal contact, negative in
     * double support. With one pod it is (stride - 2 x contact) / 2 and {@link #flightTimeEstimated()} is true.
     */
    public float flightTimeMs() {
        return flightTimeMs;
    }

    public boolean flightTimeEstimated() {
        return flightTimeEstimated;
    }

    /** Contact time divided by stride time. */
    public float dutyFactor() {
        return dutyFactor;
    }

    /** Steps a minute, both feet counted. */
    public float cadenceSpm() {
        return cadenceSpm;
    }

    public boolean walking() {
        return walking;
    }

    /**
     * Contact time of the left foot less that of the right in percent of their mean, over the last ten or so stances of each; NaN
     * until there are enough of both.
     */
    public float asymmetryPercent() {
        return asymmetryPercent;
    }
}

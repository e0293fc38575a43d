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
        return this;
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
}

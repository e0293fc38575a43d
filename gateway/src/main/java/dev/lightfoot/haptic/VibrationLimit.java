package dev.lightfoot.haptic;

/**
 * The hard limit on continuous vibration: after three seconds without a rest the motors have to rest for one, whatever cues
 * follow on each other. Thread-safe; allocates nothing.
 */
final class VibrationLimit {
    static final long MOST_NS = 3_000_000_000L;
    private static final long LAST_START_NS = MOST_NS - Pattern.LONGEST_PULSE_MS * 1_000_000L;
    static final long REST_NS = 1_000_000_000L;

    private boolean driven;
    private boolean spent;
    private long sinceNs;

    /** Whether a pulse may begin, or go on into the next. */
    synchronized boolean allows(long nowNs) {
        if (driven && nowNs - sinceNs >= LAST_START_NS) {
            spent = true;
        }
        if (spent && !driven && nowNs - sinceNs >= REST_NS) {
            spent = false;
        }
        return !spent;
    }

    synchronized void driven(long nowNs) {
        if (!driven) {
            driven = true;
            sinceNs = nowNs;
        }
    }

    synchronized void rested(long nowNs) {
        if (driven) {
            driven = false;
            sinceNs = nowNs;
        }
    }

    synchronized boolean isDriven() {
        return driven;
    }
}

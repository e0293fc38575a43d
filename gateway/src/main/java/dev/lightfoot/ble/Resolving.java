package dev.lightfoot.ble;

import java.time.Duration;

/**
 * How long one pod's services are waited for. A pod that was heard before gets the usual limit, or twice what it took when
 * it took longest; one whose services were never found gets twice as long after each failure, as its first link has
 * everything to ask for, on a link as slow as it likes. Lives on one thread; reads no clock.
 */
final class Resolving {
    private static final int MOST_DOUBLINGS = 2;

    private final long limitNs;
    private long longestNs;
    private int failures;
    private int inVain;

    Resolving(Duration limit) {
        limitNs = limit.toNanos();
    }

    Duration limit() {
        long ns = longestNs > 0 ? Math.clamp(2 * longestNs, limitNs, limitNs << MOST_DOUBLINGS) : limitNs << failures;
        return Duration.ofNanos(ns);
    }

    /** They were found after so long. */
    void took(long ns) {
        longestNs = Math.max(longestNs, Math.max(1, ns));
        failures = 0;
    }

    /** They were not found in time. Gives the limit that was. */
    Duration failed() {
        Duration was = limit();
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        return was;
    }

    /** Once more the pod was connected to in vain. Gives how often that was since it streamed. */
    int inVain() {
        return ++inVain;
    }

    /** It streams. */
    void served() {
        inVain = 0;
    }
}

package dev.lightfoot.ble;

import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the next attempt: not at all after the first failure, then doubling with each up to a cap, with
 * a jitter of a quarter.
 */
final class Backoff {
    private final long firstNs;
    private final long mostNs;
    private final Random random;
    private int failures;

    Backoff(Duration first, Duration most, Random random) {
        firstNs = first.toNanos();
        mostNs = most.toNanos();
        this.random = random;
    }

    long nextNs() {
        if (failures++ == 0) {
            return 0;
        }
        long ns = Math.min(mostNs, firstNs << Math.min(failures - 2, 20));
        return Math.round(ns * (0.75 + 0.5 * random.nextDouble()));
    }

    void reset() {
        failures = 0;
    }
}

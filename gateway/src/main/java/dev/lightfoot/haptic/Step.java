package dev.lightfoot.haptic;

/**
 * One step of a pattern.
 *
 * @param durationMs how long
 * @param strength in [0, 1]; 0 is at rest
 */
record Step(int durationMs, float strength) {
    Step {
        if (durationMs < 1 || durationMs > Pattern.LONGEST_PULSE_MS || !(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a step of " + durationMs + " ms at " + strength
                    + " is not allowed: 1 to " + Pattern.LONGEST_PULSE_MS + " ms at 0 to 1");
        }
    }

    static Step on(int durationMs, double strength) {
        return new Step(durationMs, (float) strength);
    }

    static Step off(int durationMs) {
        return new Step(durationMs, 0);
    }
}

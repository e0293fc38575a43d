package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;

/**
 * How a cue feels: milliseconds driven and at rest in turn, driven first. The warning's pulse grows with the error
 * (Sundaram 2025). No pulse is longer than {@link #LONGEST_PULSE_MS}.
 */
final class Pattern {
    static final int LONGEST_PULSE_MS = 1000;

    private static final int[] NUDGE = {120};
    private static final int[] STOP = {900, 200, 900, 200, 900};
    private static final int[] RESTORED = {60, 120, 60};
    private static final int WARNING_SHORTEST_MS = 250;
    private static final int WARNING_GROWTH_MS = 550;
    private static final int WARNING_LENGTHS = 12;
    private static final int[][] WARNINGS = warnings();

    private Pattern() {}

    static int[] of(CueKind cue, float strength) {
        return switch (cue) {
            case NUDGE -> NUDGE;
            case WARNING -> WARNINGS[Math.round(Math.clamp(strength, 0f, 1f) * (WARNING_LENGTHS - 1))];
            case STOP -> STOP;
            case RESTORED -> RESTORED;
        };
    }

    private static int[][] warnings() {
        int[][] warnings = new int[WARNING_LENGTHS][1];
        for (int i = 0; i < WARNING_LENGTHS; i++) {
            warnings[i][0] = WARNING_SHORTEST_MS + WARNING_GROWTH_MS * i / (WARNING_LENGTHS - 1);
        }
        return warnings;
    }
}

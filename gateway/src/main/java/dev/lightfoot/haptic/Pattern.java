package dev.lightfoot.haptic;

import static dev.lightfoot.haptic.Step.off;
import static dev.lightfoot.haptic.Step.on;

import dev.lightfoot.form.CueKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a cue feels: steps at a strength and at rest. The warning grows in length and strength with the error (Sundaram 2025).
 * No pulse is longer than {@link #LONGEST_PULSE_MS}. Immutable.
 */
record Pattern(List<Step> steps) {
    /** Below what the edge-triggered effect of a DRV2605L lasts, see {@link Drv2605l}. */
    static final int LONGEST_PULSE_MS = 900;

    /** Short and light enough to run by, long enough for an ERM motor, which takes 50 to 100 ms to rise. */
    static final Step BEAT = on(60, 0.5);

    private static final Pattern NUDGE = new Pattern(List.of(on(120, 0.7)));
    private static final Pattern STOP = new Pattern(List.of(on(900, 1), off(200), on(900, 1), off(200), on(900, 1)));
    private static final Pattern RESTORED = new Pattern(List.of(on(60, 0.5), off(120), on(60, 0.5)));
    private static final int WARNING_SHORTEST_MS = 250;
    private static final int WARNING_GROWTH_MS = 550;
    private static final double WARNING_WEAKEST = 0.6;
    private static final int WARNING_LENGTHS = 12;
    private static final List<Pattern> WARNINGS = IntStream.range(0, WARNING_LENGTHS)
            .mapToDouble(i -> (double) i / (WARNING_LENGTHS - 1))
            .mapToObj(error -> new Pattern(List.of(on(
                    WARNING_SHORTEST_MS + (int) (WARNING_GROWTH_MS * error),
                    WARNING_WEAKEST + (1 - WARNING_WEAKEST) * error))))
            .toList();

    Pattern {
        steps = List.copyOf(steps);
    }

    static Pattern of(CueKind cue, float strength) {
        return switch (cue) {
            case NUDGE -> NUDGE;
            case WARNING -> WARNINGS.get(Math.round(Math.clamp(strength, 0f, 1f) * (WARNING_LENGTHS - 1)));
            case STOP -> STOP;
            case RESTORED -> RESTORED;
        };
    }

    int lengthMs() {
        return steps.stream().mapToInt(Step::durationMs).sum();
    }
}

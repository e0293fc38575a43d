package dev.lightfoot.history;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.StrikePattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run came to. Times are microseconds of the Unix epoch, spans are microseconds. Means are over stances that
 * were run or jogged and null when there were none. Immutable.
 *
 * @param endedUs null while the run is open
 * @param strikesByPattern every pattern, 0 when there was none
 * @param cues those that were played, every kind, 0 when there was none
 * @param timeByStateUs every state, 0 when it did not occur; nothing is counted before the first known state
 * @param longestGoodUs longest stretch of good form without a break
 * @param brokeDownAfterUs from the start to where form first broke down; null when it held
 * @param walkBreaks how many times the runner walked between two stretches of running
 * @param withheldCues those that were muted, or kept back by the schedule
 */
public record RunSummary(
        long id,
        long startedUs,
        @Nullable Long endedUs,
        long lastUs,
        int strikes,
        int leftStrikes,
        int rightStrikes,
        Map<StrikePattern, Integer> strikesByPattern,
        Map<CueKind, Integer> cues,
        Map<FormState, Long> timeByStateUs,
        long longestGoodUs,
        @Nullable Long brokeDownAfterUs,
        int walkBreaks,
        int withheldCues,
        @Nullable Double meanCadenceSpm,
        @Nullable Double meanContactTimeMs) {
    public RunSummary {
        strikesByPattern = Map.copyOf(strikesByPattern);
        cues = Map.copyOf(cues);
        timeByStateUs = Map.copyOf(timeByStateUs);
    }

    public long durationUs() {
        return lastUs - startedUs;
    }

    /** Share of rearfoot strikes in [0, 1]; null without strikes. */
    public @Nullable Double rearfootShare() {
        return strikes == 0 ? null : (double) count(StrikePattern.REARFOOT) / strikes;
    }

    public int count(StrikePattern pattern) {
        return strikesByPattern.getOrDefault(pattern, 0);
    }

    public int count(CueKind cue) {
        return cues.getOrDefault(cue, 0);
    }

    public int cueCount() {
        return cues.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Time run, in good form or not. */
    public long runningUs() {
        return timeUs(FormState.GOOD) + timeUs(FormState.DRIFTING) + timeUs(FormState.JOGGING);
    }

    public long timeUs(FormState state) {
        return timeByStateUs.getOrDefault(state, 0L);
    }
}

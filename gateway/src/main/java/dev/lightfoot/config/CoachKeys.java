package dev.lightfoot.config;

import dev.lightfoot.form.CueSettings;
import java.util.List;

/** The keys of when and how the runner is told. */
final class CoachKeys {
    static final String SECTION = "coach";

    private static final CueSettings CUES = CueSettings.defaults();

    static final Key<String> SCHEDULE = new Key<>(
            SECTION,
            "schedule",
            "continuous",
            Rule.Text.oneOf("continuous", "faded", "bandwidth", "off"),
            "How much of the cues is felt: all; less from session to session; only beyond a band; nothing.");

    static final Key<Double> BAND_SCORE =
            coach("band-score", CUES.bandScore(), 0.25, 5, "Jogging score from which bandwidth lets warnings through.");

    static final Key<Integer> COUNT_FROM_RUN = new Key<>(
            SECTION,
            "count-from-run",
            1,
            new Rule.Whole(1, Integer.MAX_VALUE),
            "Number of the run that is the first session of the faded schedule.");

    static final Key<Double> CUE_GAP_S =
            coach("cue-gap-s", CUES.cueGapS(), 1, 600, "Least time in seconds between two warnings.");

    static final Key<Double> STOP_AFTER_S = coach(
            "stop-after-s", CUES.stopAfterS(), 5, 3600, "Seconds without good form before the cue to walk or to stop.");

    static final Key<Integer> STOP_AFTER_FAILURES = new Key<>(
            SECTION,
            "stop-after-failures",
            CUES.stopAfterFailures(),
            new Rule.Whole(1, 100),
            "How often jogging may begin within five minutes before the cue to walk or to stop.");

    static final Key<Boolean> MUTED =
            new Key<>(SECTION, "muted", CUES.muted(), new Rule.Flag(), "Whether to begin without cues.");

    static final Key<Boolean> CADENCE_BEAT = new Key<>(
            SECTION, "cadence-beat", CUES.beat(), new Rule.Flag(), "Whether to begin with a beat at each step.");

    static final Key<Double> BEAT_ABOVE_PCT = coach(
            "beat-above-pct",
            CUES.beatAbovePct(),
            0,
            15,
            "By how many per cent the beat is quicker than the runner's own fresh cadence.");

    static final Key<String> SHOE = new Key<>(
            SECTION,
            "shoe",
            "default",
            Rule.Text.of("[A-Za-z0-9 _-]{1,40}", "1 to 40 of letters, digits, space, _ and -"),
            "Shoe worn; fresh form is kept for each.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(
            SCHEDULE,
            BAND_SCORE,
            COUNT_FROM_RUN,
            CUE_GAP_S,
            STOP_AFTER_S,
            STOP_AFTER_FAILURES,
            MUTED,
            CADENCE_BEAT,
            BEAT_ABOVE_PCT,
            SHOE);

    private CoachKeys() {}

    private static Key<Double> coach(String name, float fallback, double least, double most, String meaning) {
        return Key.decimal(SECTION, name, fallback, least, most, meaning);
    }
}

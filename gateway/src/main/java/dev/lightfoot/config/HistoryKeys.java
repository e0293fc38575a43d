package dev.lightfoot.config;

import java.util.List;

/** The keys of what is kept. */
final class HistoryKeys {
    static final String SECTION = "history";

    static final Key<String> HISTORY_FILE =
            new Key<>(SECTION, "file", "$XDG_DATA_HOME/lightfoot/history.db", Rule.Text.path(1), "The strike history.");

    static final Key<Integer> RUN_GAP_MINUTES = new Key<>(
            SECTION,
            "run-gap-minutes",
            10,
            new Rule.Whole(1, 240),
            "Minutes without a step after which a new run begins.");

    static final Key<Integer> KEEP_STRIKES_DAYS = new Key<>(
            SECTION,
            "keep-strikes-days",
            0,
            new Rule.Whole(0, 36_500),
            "Days after which a run's strikes go, its summary, form, cues and notes stay; 0: kept for ever.");

    static final Key<Integer> SIZE_LIMIT_MB = new Key<>(
            SECTION,
            "size-limit-mb",
            2_048,
            new Rule.Whole(16, 1_048_576),
            "Size of the history beyond which the strikes of the oldest runs go; 2048 hold 30 million strikes.");

    static final Key<String> RAW = new Key<>(
            SECTION,
            "raw",
            "off",
            Rule.Text.oneOf("off", "cues", "runs"),
            "Whether raw samples are kept beside the history: 5 s before and after each cue, or whole runs.");

    static final Key<Integer> RAW_LIMIT_MB = new Key<>(
            SECTION,
            "raw-limit-mb",
            512,
            new Rule.Whole(1, 1_048_576),
            "Size of all raw samples beyond which those of the oldest run go; an hour takes some 20.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL =
            List.of(HISTORY_FILE, RUN_GAP_MINUTES, KEEP_STRIKES_DAYS, SIZE_LIMIT_MB, RAW, RAW_LIMIT_MB);

    private HistoryKeys() {}
}

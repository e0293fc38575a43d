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

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(HISTORY_FILE, RUN_GAP_MINUTES);

    private HistoryKeys() {}
}

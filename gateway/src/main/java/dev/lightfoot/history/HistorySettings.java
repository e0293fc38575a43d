package dev.lightfoot.history;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the history is kept.
 *
 * @param file the SQLite file; made, with its folder, when it is missing
 * @param runIdle a run ends when no strike came for so long, and goes on when the gateway is back within it
 * @param shoe under which fresh form is kept
 * @param retention how much is kept
 * @param pendingLimit events kept in memory while the disk refuses them; the oldest are dropped beyond it
 */
public record HistorySettings(Path file, Duration runIdle, String shoe, Retention retention, int pendingLimit) {
    /** A walking break at a traffic light or a tap is part of the run; a drive home is not. */
    private static final Duration RUN_IDLE = Duration.ofMinutes(10);

    /** Above an hour of strikes and stances at 180 steps a minute, about 4 MB. */
    private static final int PENDING_LIMIT = 30_000;

    public HistorySettings {
        if (runIdle.compareTo(Duration.ofSeconds(1)) < 0 || runIdle.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "a run cannot end after " + runIdle + " without a strike: give 1 second to 1 day");
        }
        if (pendingLimit < 1) {
            throw new IllegalArgumentException("the limit of pending events is " + pendingLimit + ": give 1 or more");
        }
    }

    public HistorySettings(Path file, Duration runIdle, String shoe, int pendingLimit) {
        this(file, runIdle, shoe, Retention.USUAL, pendingLimit);
    }

    /** For the runner's only shoes. */
    public HistorySettings(Path file, Duration runIdle, int pendingLimit) {
        this(file, runIdle, "default", pendingLimit);
    }

    public static HistorySettings of(Path file) {
        return new HistorySettings(file, RUN_IDLE, PENDING_LIMIT);
    }
}

package dev.lightfoot.history;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Keeps a run on a small disk until it is full, looks at what is there, makes room and goes on: every second that was
 * committed is there at each look, and in the end every strike is.
 */
public final class FullDisk {
    private static final long SECOND_US = 1_000_000;
    private static final int SECONDS_WITHOUT_ROOM = 60;

    private FullDisk() {}

    /** usage: FullDisk FOLDER, on a disk of a few MB of which a file named ballast takes a part. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path file = folder.resolve("h.db");
        long seconds = 0;
        try (History history =
                History.open(new HistorySettings(file, Duration.ofMinutes(10), 100_000), Stride.START_US)) {
            while (history.failedCommits() == 0) {
                keepSecond(history, seconds++);
                history.tick(Stride.START_US + seconds * SECOND_US);
            }
            long committed = seconds - 1;
            for (int i = 0; i < SECONDS_WITHOUT_ROOM; i++) {
                keepSecond(history, seconds++);
                history.tick(Stride.START_US + seconds * SECOND_US);
            }
            lookAt(file, committed, "full after " + committed + " s, " + history.failedCommits() + " commits failed");
            Files.delete(folder.resolve("ballast"));
            history.tick(Stride.START_US + (seconds + 1) * SECOND_US);
            lookAt(file, seconds, "room again");
            if (history.droppedEvents() > 0) {
                throw new IOException(history.droppedEvents() + " events were dropped");
            }
        }
    }

    private static void keepSecond(History history, long second) {
        for (int i = 0; i < 3; i++) {
            long atUs = second * SECOND_US + i * 330_000L;
            history.accept(Stride.strike(atUs, i % 2 == 0 ? Foot.LEFT : Foot.RIGHT, StrikePattern.MIDFOOT));
            history.accept(Stride.stance(atUs, i % 2 == 0 ? Foot.LEFT : Foot.RIGHT));
        }
    }

    private static void lookAt(Path file, long seconds, String when) throws HistoryException, IOException {
        int found;
        try (HistoryReader reader = HistoryReader.open(file)) {
            found = reader.strikes(1).size();
        }
        HistoryFile.checkWhole(HistoryFile.openForReading(file), file);
        System.out.printf(Locale.ROOT, "%s: whole, %d strikes of %d s that were committed%n", when, found, seconds);
        if (found != seconds * 3) {
            throw new IOException("expected " + seconds * 3 + " strikes");
        }
    }
}

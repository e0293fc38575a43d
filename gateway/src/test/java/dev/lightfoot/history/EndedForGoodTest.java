package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndedForGoodTest {
    private static final long SECOND_US = 1_000_000;

    @TempDir
    Path folder;

    private History open(long nowUs) throws HistoryException {
        return History.open(new HistorySettings(folder.resolve("h.db"), Duration.ofMinutes(10), 100), nowUs);
    }

    private HistoryReader reader() throws HistoryException {
        return HistoryReader.open(folder.resolve("h.db"));
    }

    @Test
    void aRunThatWasEndedByCommandIsNotGoneOnWithAfterARestartEither() throws HistoryException {
        try (History history = open(START_US)) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + SECOND_US);
            history.endRunSoon();
            history.tick(START_US + 2 * SECOND_US);
            assertThat(history.openRun()).isNull();
        }
        try (History history = open(START_US + 3 * SECOND_US)) {
            assertThat(history.openRun()).isNull();
            history.accept(Stride.strike(4 * SECOND_US, Foot.RIGHT, StrikePattern.MIDFOOT));
            history.tick(START_US + 5 * SECOND_US);
            assertThat(history.openRun()).isEqualTo(2);
        }
        try (History history = open(START_US + 6 * SECOND_US);
                HistoryReader reader = reader()) {
            history.accept(Stride.strike(7 * SECOND_US, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + 8 * SECOND_US);
            assertThat(history.openRun())
                    .as("the second, which no command ended, is gone on with")
                    .isEqualTo(2);
            assertThat(reader.run(1).orElseThrow().strikes()).isEqualTo(1);
            assertThat(reader.run(2).orElseThrow().strikes()).isEqualTo(2);
        }
    }
}

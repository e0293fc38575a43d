package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageTest {
    private static final int STRIKES = 20_000;

    @TempDir
    Path folder;

    @Test
    void aStrikeWithItsStanceTakesNoMoreThanAHundredBytes() throws HistoryException, IOException {
        Path file = folder.resolve("h.db");
        try (History history = History.open(HistorySettings.of(file), START_US)) {
            for (int i = 0; i < STRIKES; i++) {
                long afterUs = i * 350_000L;
                Foot foot = i % 2 == 0 ? Foot.LEFT : Foot.RIGHT;
                history.accept(Stride.strike(afterUs, foot, StrikePattern.REARFOOT));
                history.accept(Stride.stance(afterUs, foot));
                if (i % 100 == 0) {
                    history.tick(START_US + afterUs);
                }
            }
        }
        assertThat(Files.size(file) / (double) STRIKES).as("bytes a strike").isLessThanOrEqualTo(100);
    }
}

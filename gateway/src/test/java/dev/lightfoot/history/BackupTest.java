package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.raw.RawStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupTest {
    private static final long DAY_US = 86_400_000_000L;

    @TempDir
    Path folder;

    private Path file;
    private Path copy;

    @BeforeEach
    void keep() throws HistoryException {
        file = folder.resolve("h.db");
        copy = folder.resolve("h.backup");
        keepRun(0);
    }

    private void keepRun(long afterUs) throws HistoryException {
        try (History history = History.open(HistorySettings.of(file), START_US + afterUs)) {
            for (int i = 0; i < 1_000; i++) {
                history.accept(Stride.strike(afterUs + i * 350_000L, Foot.LEFT, StrikePattern.REARFOOT));
            }
        }
    }

    private int strikes(Path history) throws HistoryException {
        try (HistoryReader reader = HistoryReader.open(history)) {
            return reader.runs(99).stream().mapToInt(RunSummary::strikes).sum();
        }
    }

    @Test
    void aBackupIsMadeWhileAGatewayIsWriting() throws Exception {
        try (History history = History.open(HistorySettings.of(file), START_US + DAY_US)) {
            history.accept(Stride.strike(DAY_US, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + DAY_US);
            assertThat(Backup.make(file, copy)).isEqualTo(Files.size(copy));
            history.accept(Stride.strike(DAY_US + 1, Foot.RIGHT, StrikePattern.MIDFOOT));
        }
        assertThat(strikes(copy)).isEqualTo(1_001);
        assertThat(strikes(file)).isEqualTo(1_002);
    }

    @Test
    void aRestoredHistoryGoesOnAndTheOneThatWasThereIsKept() throws Exception {
        Backup.make(file, copy);
        keepRun(DAY_US);
        Path raw = Files.createDirectories(RawStore.folderOf(file));
        Files.writeString(raw.resolve("run-1.raw"), "of run 1");
        Files.writeString(raw.resolve("run-2.raw"), "of run 2");
        Path kept = Backup.restore(file, copy).orElseThrow();
        assertThat(strikes(kept)).isEqualTo(2_000);
        assertThat(raw.resolve("run-1.raw")).hasContent("of run 1");
        assertThat(raw.resolve("run-2.raw")).doesNotExist();
        assertThat(RawStore.folderOf(kept).resolve("run-2.raw")).hasContent("of run 2");
        assertThat(strikes(file)).isEqualTo(1_000);
        keepRun(2 * DAY_US);
        assertThat(strikes(file)).isEqualTo(2_000);
    }

    @Test
    void aDamagedBackupIsRefusedAndTheHistoryLeftAlone() throws Exception {
        Backup.make(file, copy);
        byte[] bytes = Files.readAllBytes(copy);
        Arrays.fill(bytes, 10 * HistoryFile.PAGE_BYTES, 20 * HistoryFile.PAGE_BYTES, (byte) 0x5A);
        Files.write(copy, bytes);
        assertRefused("damaged");
    }

    @Test
    void aStrangersFileIsRefusedAndTheHistoryLeftAlone() throws Exception {
        Files.writeString(copy, "a letter, not a database; ".repeat(50));
        assertRefused("is no history");
        Files.delete(copy);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recipes (name TEXT)");
        }
        assertRefused("another program");
        Files.delete(copy);
        assertRefused("is no file");
        Files.createFile(copy);
        assertRefused("is empty");
    }

    private void assertRefused(String why) throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Backup.restore(file, copy))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(copy.toString())
                .hasMessageContaining(why);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void nothingIsRestoredUnderARunningGateway() throws Exception {
        Backup.make(file, copy);
        try (History history = History.open(HistorySettings.of(file), START_US + DAY_US)) {
            history.tick(START_US + DAY_US);
            assertThatThrownBy(() -> Backup.restore(file, copy)).hasMessageContaining("another gateway");
        }
    }

    @Test
    void aDamagedHistoryIsReplacedAndKept() throws Exception {
        Backup.make(file, copy);
        Files.writeString(file, "damaged ".repeat(2_000));
        Path kept = Backup.restore(file, copy).orElseThrow();
        assertThat(kept).content().startsWith("damaged ");
        assertThat(strikes(file)).isEqualTo(1_000);
    }
}

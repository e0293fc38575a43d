package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("h.db");
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(
                        () -> History.open(HistorySettings.of(file), START_US).close())
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(words);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    @Test
    void nothingOfTheNativeLibraryIsLeftOnTheDisk() throws HistoryException {
        SqliteLibrary.load();

        assertThat(Path.of(System.getProperty("org.sqlite.tmpdir"))).doesNotExist();
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        Files.createDirectory(file);
        assertRefused("is a directory", "history.db");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        String text = "this is a letter, not a database; ".repeat(40);
        Files.writeString(file, text);
        assertRefused("not an SQLite database", "name another file");
        assertThat(file).hasContent(text);
    }

    @Test
    void aDamagedHistoryIsRefusedWithTheMendAndLeftAlone() throws Exception {
        try (History history = History.open(HistorySettings.of(file), START_US)) {
            for (int i = 0; i < 2_000; i++) {
                history.accept(Stride.strike(i * 350_000L, Foot.LEFT, StrikePattern.REARFOOT));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 30 * HistoryFile.PAGE_BYTES, 40 * HistoryFile.PAGE_BYTES, (byte) 0x5A);
        Files.write(file, bytes);
        assertRefused("is damaged", "lightfoot restore BACKUP", "keeps the damaged file");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aNewHistoryHasSmallPagesAndALog() throws Exception {
        History.open(HistorySettings.of(file), START_US).close();
        byte[] head = Files.readAllBytes(file);
        assertThat(((head[16] & 0xFF) << 8) | (head[17] & 0xFF))
                .as("bytes a page")
                .isEqualTo(1_024);
        assertThat(head[18]).as("version of writing: 2 is a log").isEqualTo((byte) 2);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndLeftAlone() throws Exception {
        sql("CREATE TABLE recipes (name TEXT)");
        byte[] before = Files.readAllBytes(file);
        assertRefused("another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aNewerSchemaIsRefused() throws Exception {
        History.open(HistorySettings.of(file), START_US).close();
        sql("PRAGMA user_version = 7");
        assertRefused("schema 7", "update Lightfoot");
        assertThatThrownBy(() -> HistoryReader.open(file).close()).hasMessageContaining("schema 7");
    }

    @Test
    void aFileWithoutWritePermissionIsRefused() throws Exception {
        History.open(HistorySettings.of(file), START_US).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(file), "skipped: this user may write everything");
        assertRefused("cannot be written");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Files.writeString(file, "x");
        assertThatThrownBy(() -> History.open(HistorySettings.of(file.resolve("deep/h.db")), START_US))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("cannot make the folder");
    }

    @Test
    void aSecondWriterIsRefusedUntilTheFirstIsGone() throws HistoryException {
        History first = History.open(HistorySettings.of(file), START_US);
        assertRefused("another gateway");
        first.close();
        History.open(HistorySettings.of(file), START_US).close();
    }

    @Test
    void readingWhereNothingWasWrittenSaysSo() {
        assertThatThrownBy(() -> HistoryReader.open(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("there is no history at " + file + " yet");
    }
}

package dev.lightfoot.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library. The driver unpacks it into the temporary folder at each start and leaves it there when the
 * process ends by a signal; here it is unpacked into a folder of its own, which goes as soon as the library is loaded.
 */
final class SqliteLibrary {
    private static final String FOLDER_PROPERTY = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /** Loads the library unless it is loaded; after it nothing of it is left on the disk. */
    static synchronized void load() throws HistoryException {
        if (System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("lightfoot-sqlite-");
            System.setProperty(FOLDER_PROPERTY, folder.toString());
            try {
                SQLiteJDBCLoader.initialize();
            } finally {
                delete(folder);
            }
        } catch (Exception e) {
            throw new HistoryException(
                    "SQLite's library cannot be unpacked into " + System.getProperty("java.io.tmpdir") + " ("
                            + e.getMessage() + "): make room there, or name another folder with -Djava.io.tmpdir",
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}

package dev.lightfoot.history;

import dev.lightfoot.history.raw.RawStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/** Copies of the history: made while a gateway may be writing, and put back while none is. */
public final class Backup {
    private Backup() {}

    /**
     * Writes a copy of one moment of the history, checks it whole, and only then puts it in the place of an older one.
     * Returns its size in bytes.
     */
    public static long make(Path history, Path copy) throws HistoryException {
        if (Files.isDirectory(copy)) {
            throw new HistoryException(
                    "the backup " + copy + " is a directory: name a file, such as " + copy.resolve("lightfoot.backup"));
        }
        Path unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
        try {
            copyWhole(HistoryFile.openForReading(history), unfinished);
            check(unfinished);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(copy);
        } catch (SQLException | IOException e) {
            throw new HistoryException(
                    "the backup " + copy + " cannot be made (" + e.getMessage() + "): check its folder and the disk",
                    e);
        }
    }

    /**
     * Puts a copy in the place of the history. Nothing is done unless the copy is a whole history, and no gateway has the
     * one that is there, which is kept beside it. Returns where; empty when there was none.
     */
    public static Optional<Path> restore(Path history, Path copy) throws HistoryException {
        check(copy);
        HistoryFile.checkWritable(history);
        try (FileLease _ = FileLease.take(history)) {
            if (Files.exists(history) && Files.isSameFile(history, copy)) {
                throw new HistoryException(copy + " is the history itself: name a backup of it");
            }
            Path coming = history.resolveSibling(history.getFileName() + ".coming");
            copyWhole(HistoryFile.openToCheck(copy), coming);
            Optional<Path> kept = setAside(history);
            Files.move(coming, history, StandardCopyOption.ATOMIC_MOVE);
            if (kept.isPresent()) {
                RawStore.setAside(history, lastRunId(history), RawStore.folderOf(kept.get()));
            }
            return kept;
        } catch (SQLException | IOException e) {
            throw new HistoryException(
                    "the history " + history + " cannot be restored from " + copy + " (" + e.getMessage()
                            + "): check its folder and the disk",
                    e);
        }
    }

    private static long lastRunId(Path history) throws SQLException, HistoryException {
        Connection connection = HistoryFile.openToCheck(history);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq FROM sqlite_sequence WHERE name = 'runs'")) {
            return row.next() ? row.getLong(1) : 0;
        } finally {
            HistoryFile.closeQuietly(connection);
        }
    }

    /** Copies one moment of a history into a file, log and all, has it on the disk, and closes the connection. */
    private static void copyWhole(Connection connection, Path into) throws SQLException, IOException {
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            Files.deleteIfExists(into);
            vacuum.setString(1, into.toString());
            vacuum.execute();
        } finally {
            HistoryFile.closeQuietly(connection);
        }
        try (FileChannel channel = FileChannel.open(into, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Optional<Path> setAside(Path history) throws IOException {
        if (!Files.exists(history)) {
            return Optional.empty();
        }
        emptyLog(history);
        String stamp = Instant.now().toString().replaceAll("[-:]|\\.\\d+", "");
        Path kept = history.resolveSibling(history.getFileName() + ".before-" + stamp);
        for (int i = 2; Files.exists(kept); i++) {
            kept = history.resolveSibling(history.getFileName() + ".before-" + stamp + "-" + i);
        }
        for (String part : new String[] {"-wal", "-shm", ""}) {
            Path from = Path.of(history + part);
            if (Files.exists(from)) {
                Files.move(from, Path.of(kept + part), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return Optional.of(kept);
    }

    /** Puts the write-ahead log into the file, so that the file alone is the history; a damaged one keeps its log beside it. */
    private static void emptyLog(Path history) {
        try {
            Connection connection = HistoryFile.openForChanges(history);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } finally {
                HistoryFile.closeQuietly(connection);
            }
        } catch (HistoryException | SQLException e) {
            System.getLogger(Backup.class.getName())
                    .log(System.Logger.Level.DEBUG, "the log of a damaged history is kept as it is", e);
        }
    }

    /** Throws unless the file is a whole history that this program can read or bring up to date. */
    private static void check(Path copy) throws HistoryException {
        Connection connection = HistoryFile.openToCheck(copy);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!found.equals("ok")) {
                throw new HistoryException(
                        copy + " is damaged (" + found.replace('\n', ' ') + "): take another backup");
            }
        } catch (SQLException e) {
            throw new HistoryException(copy + " is damaged (" + e.getMessage() + "): take another backup", e);
        } finally {
            HistoryFile.closeQuietly(connection);
        }
    }
}

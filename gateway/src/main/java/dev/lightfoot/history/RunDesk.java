package dev.lightfoot.history;

import dev.lightfoot.history.raw.RawStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Optional;

/**
 * Changes what the runner may change: what is said of a run, and whether it is kept at all. Each call has a connection of its
 * own and short transactions, so that a gateway that is writing waits for none of them for long. Thread-safe, immutable.
 */
public final class RunDesk {
    private final Path file;

    public RunDesk(Path file) {
        this.file = file;
    }

    /** Sets all that is said of a run; false when there is no such run. */
    public boolean describe(long runId, RunNote note) throws HistoryException {
        return changing(connection -> {
            String sql = "UPDATE runs SET shoe = ?, surface = ?, perceived_effort = ?, note = ? WHERE id = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                Surface surface = note.surface();
                update.setString(1, note.shoe());
                if (surface == null) {
                    update.setNull(2, Types.INTEGER);
                } else {
                    update.setInt(2, Code.SURFACE.of(surface));
                }
                update.setObject(3, note.perceivedEffort());
                update.setString(4, note.text());
                update.setLong(5, runId);
                return update.executeUpdate() > 0;
            }
        });
    }

    /**
     * Deletes a run with all that was kept of it, and wipes it from the file; false when there is no such run. Throws when the
     * run is still open.
     */
    public boolean delete(long runId) throws HistoryException {
        return changing(connection -> {
            execute(connection, "BEGIN IMMEDIATE");
            try {
                Optional<RunRow> found = RunRow.find(connection, runId);
                if (found.isPresent() && found.get().open()) {
                    throw new HistoryException("run " + runId + " is still running: delete it when it has ended");
                }
                if (found.isPresent()) {
                    forget(connection, found.get());
                }
                execute(connection, "COMMIT");
                if (found.isPresent()) {
                    wipe(connection, found.get());
                    deleteRaw(runId);
                }
                return found.isPresent();
            } catch (SQLException | HistoryException e) {
                rollback(connection);
                throw e;
            }
        });
    }

    private void deleteRaw(long runId) throws HistoryException {
        try {
            RawStore.delete(file, runId);
        } catch (IOException e) {
            throw new HistoryException(
                    "run " + runId + " is deleted, but its raw samples cannot be (" + e.getMessage()
                            + "): delete them in " + RawStore.folderOf(file),
                    e);
        }
    }

    private static void forget(Connection connection, RunRow run) throws SQLException {
        execute(
                connection,
                "INSERT OR REPLACE INTO deleted_runs VALUES (?, ?, ?, 0)",
                run.id(),
                run.firstId(),
                run.endId());
        execute(connection, "DELETE FROM summaries WHERE run_id = ?", run.id());
        execute(connection, "DELETE FROM pictures WHERE run_id = ?", run.id());
        execute(connection, "DELETE FROM fresh_forms WHERE run_id = ?", run.id());
        execute(connection, "DELETE FROM runs WHERE id = ?", run.id());
    }

    /** Deletes the entries of a run that is forgotten, some at a time; what an end of the process leaves is done after the next start. */
    private static void wipe(Connection connection, RunRow run) throws SQLException {
        for (long id = run.firstId(); id < run.endId(); id += Tidying.IDS_AT_ONCE) {
            execute(connection, "BEGIN IMMEDIATE");
            Tidying.deleteEntries(connection, id, Math.min(id + Tidying.IDS_AT_ONCE, run.endId()));
            execute(connection, "COMMIT");
        }
        execute(connection, "UPDATE deleted_runs SET wiped = 1 WHERE run_id = ?", run.id());
    }

    private static void execute(Connection connection, String sql, long... values) throws SQLException {
        Tidying.change(connection, sql, values);
    }

    private static void rollback(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // there was no transaction, or SQLite has rolled it back by itself
            System.getLogger(RunDesk.class.getName()).log(System.Logger.Level.DEBUG, "rollback failed", e);
        }
    }

    /** A change to the database. */
    private interface Change<T> {
        T make(Connection connection) throws SQLException, HistoryException;
    }

    private <T> T changing(Change<T> change) throws HistoryException {
        Connection connection = HistoryFile.openForChanges(file);
        try {
            return change.make(connection);
        } catch (SQLException e) {
            throw new HistoryException(
                    "cannot change the history " + file + " (" + e.getMessage() + "): check the disk, and try again",
                    e);
        } finally {
            HistoryFile.closeQuietly(connection);
        }
    }
}

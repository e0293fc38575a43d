package dev.lightfoot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is done in small steps while nobody runs: what an interrupted deletion left is wiped, summaries and pictures that are
 * missing are made, strikes beyond the retention go. Each step is short and within the caller's transaction. Not thread-safe.
 */
final class Tidying {
    /** Ids in one step: a few milliseconds. */
    static final long IDS_AT_ONCE = 2_000;

    private static final long DAY_US = 86_400_000_000L;
    private static final String[] ENTRIES = {"strikes", "stances", "form_changes", "cues"};

    private final Connection connection;
    private final Retention retention;

    Tidying(Connection connection, Retention retention) {
        this.connection = connection;
        this.retention = retention;
    }

    /**
     * Does one step; false when nothing is left to do.
     *
     * @param ids gives a free id to a summary
     */
    boolean step(long nowUs, FreeId ids) throws SQLException, HistoryException {
        return wipeSome() || makeMissing(ids) || thinSome(nowUs);
    }

    /** Gives ids that nothing has. */
    interface FreeId {
        long take();
    }

    private boolean wipeSome() throws SQLException {
        long[] range = row("SELECT run_id, first_id, end_id FROM deleted_runs WHERE wiped = 0 LIMIT 1", 3);
        if (range.length == 0) {
            return false;
        }
        long left = Long.MAX_VALUE;
        for (String table : ENTRIES) {
            long[] first = row(
                    "SELECT id FROM " + table + " WHERE id >= ? AND id < ? ORDER BY id LIMIT 1", 1, range[1], range[2]);
            left = first.length == 0 ? left : Math.min(left, first[0]);
        }
        if (left == Long.MAX_VALUE) {
            change("UPDATE deleted_runs SET wiped = 1 WHERE run_id = ?", range[0]);
        } else {
            deleteEntries(connection, left, Math.min(left + IDS_AT_ONCE, range[2]));
        }
        return true;
    }

    static void deleteEntries(Connection connection, long fromId, long toId) throws SQLException {
        for (String table : ENTRIES) {
            change(connection, "DELETE FROM " + table + " WHERE id >= ? AND id < ?", fromId, toId);
        }
    }

    private boolean makeMissing(FreeId ids) throws SQLException, HistoryException {
        long[] without = row(
                "SELECT r.id, r.id IN (SELECT run_id FROM summaries) FROM runs r WHERE ended_us IS NOT NULL AND (r.id NOT IN"
                        + " (SELECT run_id FROM summaries) OR r.id NOT IN (SELECT run_id FROM pictures)) LIMIT 1",
                2);
        if (without.length == 0) {
            return false;
        }
        RunRow run = RunRow.find(connection, without[0]).orElseThrow();
        if (without[1] == 0) {
            Summaries.insert(connection, ids.take(), Summaries.compute(connection, run));
        }
        drawPicture(connection, run);
        return true;
    }

    static void drawPicture(Connection connection, RunRow run) throws SQLException, HistoryException {
        long lastUs = run.lastUs(connection);
        Pictures.insert(
                connection,
                run.id(),
                Pictures.compute(connection, run, lastUs, FormBands.read(connection, run, lastUs)));
    }

    private boolean thinSome(long nowUs) throws SQLException {
        long[] oldest = row("SELECT id FROM strikes ORDER BY id LIMIT 1", 1);
        long[] newestRun = row("SELECT first_id FROM runs ORDER BY id DESC LIMIT 1", 1);
        if (oldest.length == 0 || newestRun.length == 0 || oldest[0] >= newestRun[0]) {
            return false;
        }
        long[] run = row("SELECT end_id, ended_us FROM runs WHERE end_id > ? ORDER BY end_id LIMIT 1", 2, oldest[0]);
        long endId = run.length == 0 ? Long.MAX_VALUE : run[0];
        boolean old = run.length > 0
                && retention.keepStrikesDays() > 0
                && run[1] < nowUs - retention.keepStrikesDays() * DAY_US;
        if (!old && usedBytes() <= retention.mostBytes()) {
            return false;
        }
        long toId = Math.min(Math.min(oldest[0] + IDS_AT_ONCE, newestRun[0]), endId);
        change("DELETE FROM strikes WHERE id < ?", toId);
        change("DELETE FROM stances WHERE id < ?", toId);
        return true;
    }

    /** Bytes of pages in use; free ones are used again before the file grows. */
    private long usedBytes() throws SQLException {
        return (row("PRAGMA page_count", 1)[0] - row("PRAGMA freelist_count", 1)[0]) * row("PRAGMA page_size", 1)[0];
    }

    /** The first row of the answer; empty when there is none. */
    private long[] row(String sql, int columns, long... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setLong(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new long[0];
                }
                long[] found = new long[columns];
                for (int i = 0; i < columns; i++) {
                    found[i] = row.getLong(i + 1);
                }
                return found;
            }
        }
    }

    private void change(String sql, long... values) throws SQLException {
        change(connection, sql, values);
    }

    static void change(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}

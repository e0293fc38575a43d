package dev.lightfoot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads runs with their summaries, notes and pictures; what is not kept, as of an open run, is computed. */
final class Cards {
    private static final String SELECT = "SELECT s.*, r.started_us, r.ended_us, r.id AS run, r.first_id,"
            + " coalesce(r.end_id, " + Long.MAX_VALUE + ") AS end_id, r.shoe, r.surface, r.perceived_effort, r.note,"
            + " p.states, p.rearfoot_percent FROM runs r LEFT JOIN summaries s ON s.run_id = r.id"
            + " LEFT JOIN pictures p ON p.run_id = r.id ";
    private static final String NEWEST = SELECT + "ORDER BY r.started_us DESC, r.id DESC LIMIT ? OFFSET ?";
    private static final String ONE = SELECT + "WHERE r.id = ?";

    private Cards() {}

    static List<RunCard> newest(Connection connection, int limit, int offset) throws SQLException, HistoryException {
        return read(connection, NEWEST, limit, offset);
    }

    static List<RunCard> one(Connection connection, long runId) throws SQLException, HistoryException {
        return read(connection, ONE, runId);
    }

    private static List<RunCard> read(Connection connection, String sql, long... values)
            throws SQLException, HistoryException {
        List<RunCard> cards = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setLong(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    cards.add(card(connection, row));
                }
            }
        }
        return cards;
    }

    private static RunCard card(Connection connection, ResultSet row) throws SQLException, HistoryException {
        RunRow run = run(row);
        RunSummary summary = row.getObject("run_id") == null || run.open()
                ? Summaries.compute(connection, run)
                : Summaries.read(row);
        byte[] states = row.getBytes("states");
        byte[] rearfootPercent = row.getBytes("rearfoot_percent");
        FormPicture picture = states == null || rearfootPercent == null || run.open()
                ? Pictures.compute(connection, run, summary.lastUs(), FormBands.read(connection, run, summary.lastUs()))
                : Pictures.of(states, rearfootPercent);
        return new RunCard(summary, note(row), picture);
    }

    private static RunRow run(ResultSet row) throws SQLException {
        long endedUs = row.getLong("ended_us");
        boolean open = row.wasNull();
        return new RunRow(
                row.getLong("run"),
                row.getLong("first_id"),
                row.getLong("end_id"),
                row.getLong("started_us"),
                open ? null : endedUs);
    }

    /** What is said of the run that the row stands on, which has the columns shoe, surface, perceived_effort and note. */
    static RunNote note(ResultSet row) throws SQLException, HistoryException {
        Integer surface = known(row, "surface");
        try {
            return new RunNote(
                    row.getString("shoe"),
                    surface == null ? null : Code.SURFACE.constant(surface),
                    known(row, "perceived_effort"),
                    row.getString("note"));
        } catch (IllegalArgumentException e) {
            throw new HistoryException(
                    "the history holds a note that cannot be one (" + e.getMessage()
                            + "): it was changed by another program, restore a copy",
                    e);
        }
    }

    private static @Nullable Integer known(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}

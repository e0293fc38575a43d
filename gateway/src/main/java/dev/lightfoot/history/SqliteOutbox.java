package dev.lightfoot.history;

import dev.lightfoot.history.EntryRows.Reading;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the outbox over a connection of its own; cursors are handed to the history's thread, which stores them with its
 * next commit, so that there is one writer and no sync of their own. Reading: one thread; cursors: any.
 */
final class SqliteOutbox implements Outbox {
    private final String publisher;
    private final Connection connection;
    private final Map<OutboxStream, Long> cursors = new EnumMap<>(OutboxStream.class);
    private final Map<OutboxStream, Long> saved = new EnumMap<>(OutboxStream.class);
    private Map<OutboxStream, Long> saving = Map.of();

    private SqliteOutbox(String publisher, Connection connection) {
        this.publisher = publisher;
        this.connection = connection;
    }

    static SqliteOutbox open(Path file, String publisher) throws HistoryException {
        SqliteOutbox outbox = new SqliteOutbox(publisher, HistoryFile.openForReading(file));
        try {
            outbox.readCursors();
        } catch (SQLException e) {
            outbox.close();
            throw new HistoryException("cannot read the cursors of " + publisher + " (" + e.getMessage() + ")", e);
        }
        return outbox;
    }

    private synchronized void readCursors() throws SQLException {
        for (OutboxStream stream : OutboxStream.values()) {
            cursors.put(stream, 0L);
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT id FROM cursors WHERE publisher = ? AND stream = ?")) {
                query.setString(1, publisher);
                query.setString(2, stream.wireName());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        cursors.put(stream, row.getLong(1));
                    }
                }
            }
        }
        saved.putAll(cursors);
    }

    String publisher() {
        return publisher;
    }

    @Override
    public synchronized long cursor(OutboxStream stream) {
        return cursors.getOrDefault(stream, 0L);
    }

    @Override
    public synchronized void acknowledged(OutboxStream stream, long id) {
        cursors.merge(stream, id, Math::max);
    }

    /** The cursors that have moved since they were saved. */
    synchronized Map<OutboxStream, Long> movedCursors() {
        Map<OutboxStream, Long> moved = new EnumMap<>(cursors);
        moved.entrySet().removeIf(cursor -> cursor.getValue().equals(saved.get(cursor.getKey())));
        saving = moved;
        return moved;
    }

    synchronized void cursorsSaved() {
        saved.putAll(saving);
    }

    @Override
    public List<OutboxMessage> after(OutboxStream stream, long id, int limit) throws HistoryException {
        return switch (stream) {
            case CUE -> happened(CueRows.CUES, CueRows::cue, id, limit);
            case FORM_CHANGE -> happened(EntryRows.FORM_CHANGES, EntryRows::formChange, id, limit);
            case STRIKE -> happened(EntryRows.STRIKES, EntryRows::strike, id, limit);
            case RUN_SUMMARY ->
                query(
                        "SELECT s.*, r.started_us, r.ended_us FROM summaries s JOIN runs r ON r.id = s.run_id"
                                + " WHERE s.id > ? ORDER BY s.id LIMIT ?",
                        row -> new OutboxMessage.Ended(row.getLong(1), Summaries.read(row)),
                        id,
                        limit);
        };
    }

    private List<OutboxMessage> happened(String select, Reading<? extends Entry<?>> reading, long id, int limit)
            throws HistoryException {
        return query(
                select + " WHERE id > ? ORDER BY id LIMIT ?",
                row -> {
                    Entry<?> entry = reading.read(row);
                    return new OutboxMessage.Happened(entry.id(), entry.event());
                },
                id,
                limit);
    }

    @Override
    public Surplus surplus(OutboxStream stream, int newest) throws HistoryException {
        String table = switch (stream) {
            case CUE -> "cues";
            case FORM_CHANGE -> "form_changes";
            case RUN_SUMMARY -> "summaries";
            case STRIKE -> "strikes";
        };
        return query(
                        "SELECT count(*), coalesce(max(id), 0) FROM (SELECT id FROM " + table
                                + " WHERE id > ? ORDER BY id DESC LIMIT -1 OFFSET ?)",
                        row -> new Surplus(row.getLong(1), row.getLong(2)),
                        cursor(stream),
                        newest)
                .getFirst();
    }

    @Override
    public StateOfThings newest() throws HistoryException {
        List<OutboxMessage.Happened> form = query(
                EntryRows.FORM_CHANGES + " WHERE id > ? ORDER BY id DESC LIMIT ?",
                row -> {
                    var entry = EntryRows.formChange(row);
                    return new OutboxMessage.Happened(entry.id(), entry.event());
                },
                0,
                1);
        List<RunState> run = query(
                "SELECT " + RunRow.COLUMNS + " FROM runs WHERE id > ? ORDER BY id DESC LIMIT ?",
                row -> {
                    RunRow newest = RunRow.read(row);
                    return new RunState(newest.id(), newest.startedUs(), Optional.ofNullable(newest.endedUs()));
                },
                0,
                1);
        return new StateOfThings(form.stream().findFirst(), run.stream().findFirst());
    }

    private <T> List<T> query(String sql, Reading<? extends T> reading, long id, int limit) throws HistoryException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            query.setInt(2, limit);
            List<T> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new HistoryException("cannot read what " + publisher + " has to send (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        HistoryFile.closeQuietly(connection);
    }
}

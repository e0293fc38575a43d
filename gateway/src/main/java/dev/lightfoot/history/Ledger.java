package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.SessionStart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Writes events, runs and cursors within a transaction: gives ids, opens a run when running begins, with the strikes that led
 * to it, continues it within the idle limit, walking or not, and ends it after. What a rolled back transaction changed in memory is taken back. Not thread-safe.
 */
final class Ledger implements AutoCloseable {
    private final Connection connection;
    /** Strikes before running is known to have begun that are of the run: as many as two stances of each foot take. */
    private static final int LED_TO_RUNNING = 6;

    private static final long LED_TO_RUNNING_US = 3_000_000;

    private final Tidying tidying;
    private final String shoe;
    private final long idleUs;
    private boolean resting;
    /** From this entry on times are of the clock that runs now: of this process, and of a run that it may go on with. */
    private long sameClockFromId;

    private State state;
    private State committed;

    /** What is known without asking the database: the next free id and the last run with its last event's time. */
    private record State(long nextId, @Nullable RunRow run, long lastUs) {
        @Nullable
        RunRow openRun() {
            return run != null && run.open() ? run : null;
        }
    }

    /** Opens the file and ends a run that a crash left open, unless its last event is within the idle limit. */
    Ledger(HistorySettings settings, long nowUs) throws HistoryException {
        Path file = settings.file();
        shoe = settings.shoe();
        idleUs = settings.runIdle().toNanos() / 1_000;
        connection = HistoryFile.openForWriting(file);
        tidying = new Tidying(connection, settings.retention());
        try {
            begin();
            RunRow last = lastRun();
            RunRow run = last == null || EndedForGood.is(connection, last.id()) ? null : last;
            committed = new State(freeId(), run, run == null ? 0 : run.lastUs(connection));
            state = committed;
            sameClockFromId =
                    run != null && Math.abs(nowUs - state.lastUs()) <= idleUs ? run.firstId() : state.nextId();
            endRunIfIdle(nowUs);
            commit();
        } catch (HistoryException e) {
            HistoryFile.closeQuietly(connection);
            throw e;
        } catch (SQLException e) {
            HistoryFile.closeQuietly(connection);
            throw new HistoryException("cannot use the history " + file + " (" + e.getMessage() + ")", e);
        }
    }

    /** Writes one event; false when it cannot be stored at all, such as a value that the schema refuses. */
    boolean write(Event event) throws SQLException, HistoryException {
        try {
            switch (event) {
                case Event.Struck strike -> joinRun(strike.contactUs());
                case Event.Formed formed ->
                    resting = formed.state() == FormState.WALKING || formed.state() == FormState.STANDING;
                case Event.Answered answer -> CueRows.answer(connection, answer);
                case Event.Learned learned -> FreshForms.insert(connection, shoe, openRun(), learned);
                case Event.Stood _, Event.Cued _, Event.Mounted _, Event.Linked _ -> {}
            }
            if (EntryRows.insert(connection, state.nextId(), event)) {
                long lastUs = event instanceof Event.Stood stance && state.openRun() != null
                        ? Math.max(state.lastUs(), stance.terminalContactUs())
                        : state.lastUs();
                state = new State(state.nextId() + 1, state.run(), lastUs);
            }
            return true;
        } catch (SQLiteException e) {
            // The low byte is the kind of error, the rest its detail.
            if ((e.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                return false;
            }
            throw e;
        }
    }

    private void joinRun(long strikeUs) throws SQLException, HistoryException {
        RunRow run = state.run();
        if (run == null || Math.abs(strikeUs - state.lastUs()) > idleUs) {
            endRun();
            if (!resting) {
                openRun(strikeUs);
            }
            return;
        }
        if (!run.open()) {
            if (execute("UPDATE runs SET end_id = NULL, ended_us = NULL WHERE id = ?", run.id()) == 0) {
                // the runner has deleted it meanwhile
                openRun(strikeUs);
                return;
            }
            execute("DELETE FROM summaries WHERE run_id = ?", run.id());
            execute("DELETE FROM pictures WHERE run_id = ?", run.id());
            run = new RunRow(run.id(), run.firstId(), Long.MAX_VALUE, run.startedUs(), null);
        }
        state = new State(state.nextId(), run, Math.max(state.lastUs(), strikeUs));
    }

    private void openRun(long strikeUs) throws SQLException {
        long firstId = state.nextId();
        long startedUs = strikeUs;
        String ledTo =
                "SELECT min(id), min(contact_us) FROM (SELECT id, contact_us FROM strikes ORDER BY id DESC LIMIT "
                        + LED_TO_RUNNING + ") WHERE contact_us > ? AND contact_us < ?"
                        + " AND id >= coalesce((SELECT max(end_id) FROM runs), 0)";
        try (PreparedStatement query = connection.prepareStatement(ledTo)) {
            query.setLong(1, strikeUs - LED_TO_RUNNING_US);
            query.setLong(2, strikeUs);
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && row.getLong(1) > 0) {
                    firstId = row.getLong(1);
                    startedUs = row.getLong(2);
                }
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO runs (first_id, started_us, shoe) VALUES (?, ?, ?)")) {
            insert.setLong(1, firstId);
            insert.setLong(2, startedUs);
            insert.setString(3, shoe);
            insert.executeUpdate();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
            row.next();
            RunRow run = new RunRow(row.getLong(1), firstId, Long.MAX_VALUE, startedUs, null);
            state = new State(state.nextId(), run, strikeUs);
        }
    }

    /** Moves the times of this process's entries, and of a run it goes on with, by so many microseconds. */
    void clockSet(long byUs) throws SQLException {
        if (byUs == 0) {
            return;
        }
        long from = sameClockFromId;
        execute("UPDATE strikes SET contact_us = contact_us + ? WHERE id >= ?", byUs, from);
        execute("UPDATE stances SET contact_us = contact_us + ? WHERE id >= ?", byUs, from);
        execute("UPDATE form_changes SET time_us = time_us + ? WHERE id >= ?", byUs, from);
        execute(
                "UPDATE cues SET time_us = time_us + ?1, answered_us = answered_us + ?1, decided_us = decided_us + ?1,"
                        + " pin_us = pin_us + ?1 WHERE id >= ?2",
                byUs,
                from);
        execute(
                "UPDATE runs SET started_us = started_us + ?1, ended_us = ended_us + ?1 WHERE first_id >= ?2",
                byUs,
                from);
        execute(
                "UPDATE fresh_forms SET learned_us = learned_us + ?"
                        + " WHERE run_id IN (SELECT id FROM runs WHERE first_id >= ?)",
                byUs,
                from);
        RunRow run = state.run();
        if (run != null && run.firstId() >= from) {
            state = new State(state.nextId(), run.setBy(byUs), state.lastUs() + byUs);
        }
    }

    SessionStart sessionStart(FormSettings settings, int firstRunCounted, long nowUs, long epochOffsetNs)
            throws HistoryException {
        try {
            RunRow run = Math.abs(nowUs - state.lastUs()) <= idleUs ? state.run() : null;
            return FreshForms.sessionStart(
                    connection, shoe, run, state.lastUs(), firstRunCounted, settings, epochOffsetNs);
        } catch (SQLException e) {
            throw new HistoryException("cannot read what the history knows of the runner (" + e.getMessage() + ")", e);
        }
    }

    void endRunIfIdle(long nowUs) throws SQLException, HistoryException {
        if (Math.abs(nowUs - state.lastUs()) > idleUs) {
            endRun();
        }
    }

    /** Ends the open run, if there is one, with its last event's time, and keeps its summary. */
    void endRun() throws SQLException, HistoryException {
        RunRow open = state.openRun();
        if (open == null) {
            return;
        }
        long summaryId = state.nextId();
        RunRow run = new RunRow(open.id(), open.firstId(), summaryId, open.startedUs(), state.lastUs());
        execute("UPDATE runs SET end_id = ?, ended_us = ? WHERE id = ?", summaryId, state.lastUs(), run.id());
        Summaries.insert(connection, summaryId, Summaries.compute(connection, run));
        Tidying.drawPicture(connection, run);
        state = new State(summaryId + 1, run, state.lastUs());
    }

    /** Ends the open run, if there is one; neither this process nor the next goes on with it, however soon somebody runs. */
    void endRunForGood() throws SQLException, HistoryException {
        endRun();
        RunRow ended = state.run();
        if (ended != null) {
            EndedForGood.keep(connection, ended.id());
        }
        state = new State(state.nextId(), null, state.lastUs());
    }

    /** One step of what is done while nobody runs; false when nothing is left to do. */
    boolean tidy(long nowUs) throws SQLException, HistoryException {
        return tidying.step(nowUs, () -> {
            long id = state.nextId();
            state = new State(id + 1, state.run(), state.lastUs());
            return id;
        });
    }

    void saveCursors(String publisher, Map<OutboxStream, Long> cursors) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO cursors VALUES (?, ?, ?)" + " ON CONFLICT DO UPDATE SET id = max(id, excluded.id)")) {
            for (Map.Entry<OutboxStream, Long> cursor : cursors.entrySet()) {
                upsert.setString(1, publisher);
                upsert.setString(2, cursor.getKey().wireName());
                upsert.setLong(3, cursor.getValue());
                upsert.executeUpdate();
            }
        }
    }

    /** The number of the run that is open; null when there is none. */
    @Nullable
    Long openRun() {
        RunRow open = state.openRun();
        return open == null ? null : open.id();
    }

    /** The id that the next entry will have. */
    long nextId() {
        return state.nextId();
    }

    /**
     * Begins a transaction. By statement, not by the driver's auto-commit switch: that loses track when SQLite rolls back
     * by itself, as it does on a full disk.
     */
    void begin() throws SQLException {
        execute("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        execute("COMMIT");
        committed = state;
    }

    void rollback() {
        state = committed;
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has already rolled back by itself, as it does when the disk is full.
            System.getLogger(Ledger.class.getName()).log(System.Logger.Level.DEBUG, "rollback failed", e);
        }
    }

    /** Lets the file grow no further than so many pages of 4 kB; beyond it SQLite says that the disk is full. */
    void limitPages(int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    private @Nullable RunRow lastRun() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + RunRow.COLUMNS + " FROM runs ORDER BY id DESC LIMIT 1")) {
            return row.next() ? RunRow.read(row) : null;
        }
    }

    /** Above every id in use and every cursor, so that an id once published never comes back. */
    private long freeId() throws SQLException {
        String largest = "SELECT max(coalesce((SELECT max(id) FROM strikes), 0),"
                + " coalesce((SELECT max(id) FROM stances), 0), coalesce((SELECT max(id) FROM form_changes), 0),"
                + " coalesce((SELECT max(id) FROM cues), 0), coalesce((SELECT max(id) FROM summaries), 0),"
                + " coalesce((SELECT max(id) FROM cursors), 0), coalesce((SELECT max(end_id) - 1 FROM runs), 0),"
                + " coalesce((SELECT max(end_id) - 1 FROM deleted_runs), 0))";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(largest)) {
            return row.next() ? row.getLong(1) + 1 : 1;
        }
    }

    /** Returns how many rows it changed. */
    private int execute(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        HistoryFile.closeQuietly(connection);
    }
}

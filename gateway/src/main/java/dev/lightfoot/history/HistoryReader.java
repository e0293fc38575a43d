package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.history.EntryRows.Reading;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the history over a connection of its own, while a gateway may be writing. Not thread-safe. */
public final class HistoryReader implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private HistoryReader(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    public static HistoryReader open(Path file) throws HistoryException {
        return new HistoryReader(file, HistoryFile.openForReading(file));
    }

    /** The newest runs, the newest first. */
    public List<RunSummary> runs(int limit) throws HistoryException {
        return asking(() -> {
            List<RunSummary> found = new ArrayList<>();
            for (RunRow run : rows("SELECT " + RunRow.COLUMNS + " FROM runs ORDER BY id DESC LIMIT ?", limit)) {
                found.add(summary(run));
            }
            return found;
        });
    }

    public Optional<RunSummary> run(long id) throws HistoryException {
        return asking(() -> {
            Optional<RunRow> run = row(id);
            return run.isPresent() ? Optional.of(summary(run.get())) : Optional.empty();
        });
    }

    /** The strikes of a run in order; none when there is no such run. */
    public List<Entry<Event.Struck>> strikes(long runId) throws HistoryException {
        return entries(EntryRows.STRIKES, EntryRows::strike, runId);
    }

    public List<Entry<Event.Stood>> stances(long runId) throws HistoryException {
        return entries(EntryRows.STANCES, EntryRows::stance, runId);
    }

    public List<Entry<Event.Cued>> cues(long runId) throws HistoryException {
        return entries(CueRows.CUES, CueRows::cue, runId);
    }

    /** What the gait did after the cues of a run, each with its cue's id; cues without an answer have none. */
    public List<Entry<Event.Answered>> answers(long runId) throws HistoryException {
        return entries(CueRows.ANSWERS, CueRows::answer, runId);
    }

    public List<Entry<Event.Formed>> formChanges(long runId) throws HistoryException {
        return entries(EntryRows.FORM_CHANGES, EntryRows::formChange, runId);
    }

    /** The stretches of one form state that a run consists of, in order. */
    public List<RunStory.Band> bands(long runId) throws HistoryException {
        return asking(() -> {
            Optional<RunRow> run = row(runId);
            return run.isPresent()
                    ? FormBands.read(connection, run.get(), summary(run.get()).lastUs())
                    : List.of();
        });
    }

    /** What the runner says of a run; {@link RunNote#NONE} when there is no such run. */
    public RunNote note(long runId) throws HistoryException {
        return asking(() -> {
            String sql = "SELECT shoe, surface, perceived_effort, note FROM runs WHERE id = ?";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setLong(1, runId);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Cards.note(row) : RunNote.NONE;
                }
            }
        });
    }

    private RunSummary summary(RunRow run) throws SQLException, HistoryException {
        String kept = "SELECT s.*, r.started_us, r.ended_us FROM summaries s JOIN runs r ON r.id = s.run_id"
                + " WHERE r.id = ?";
        try (PreparedStatement query = connection.prepareStatement(kept)) {
            query.setLong(1, run.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Summaries.read(row) : Summaries.compute(connection, run);
            }
        }
    }

    private <T> List<T> entries(String select, Reading<T> reading, long runId) throws HistoryException {
        return asking(() -> {
            List<T> found = new ArrayList<>();
            Optional<RunRow> run = row(runId);
            if (run.isPresent()) {
                String sql = select + " WHERE id >= ? AND id < ? ORDER BY id";
                try (PreparedStatement query = Summaries.ranged(connection, sql, run.get());
                        ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(reading.read(row));
                    }
                }
            }
            return found;
        });
    }

    private Optional<RunRow> row(long id) throws SQLException {
        return RunRow.find(connection, id);
    }

    private List<RunRow> rows(String sql, long value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, value);
            List<RunRow> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(RunRow.read(row));
                }
            }
            return found;
        }
    }

    /** A question to the database. */
    private interface Question<T> {
        T ask() throws SQLException, HistoryException;
    }

    private <T> T asking(Question<T> question) throws HistoryException {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new HistoryException("cannot read the history " + file + " (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        HistoryFile.closeQuietly(connection);
    }
}

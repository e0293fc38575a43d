package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The history to look back at: reads over a read-only connection of its own, while a gateway may be writing. Thread-safe:
 * one question is answered at a time, the others wait for it; each answer is immutable and of one moment of the history.
 */
public final class Review implements AutoCloseable {
    public static final int MOST_RUNS = 1_000;
    public static final int MOST_POINTS = 5_000;

    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private Review(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens an existing history; throws when there is none, or it cannot be read. */
    public static Review open(Path file) throws HistoryException {
        return new Review(file, HistoryFile.openForReading(file));
    }

    /**
     * Some of the runs, the latest start first; runs that are open are among them, as they stand.
     *
     * @param limit how many, in [1, {@value #MOST_RUNS}]
     * @param offset how many to pass over, 0 or more
     */
    public RunPage runs(int limit, int offset) throws HistoryException {
        check("limit", limit, 1, MOST_RUNS);
        check("offset", offset, 0, Integer.MAX_VALUE);
        return asking(() -> new RunPage(Cards.newest(connection, limit, offset), runCount()));
    }

    /** What happened in a run, its strikes apart; empty when there is no such run. */
    public Optional<RunStory> run(long runId) throws HistoryException {
        return asking(() -> {
            Optional<RunCard> card = Cards.one(connection, runId).stream().findFirst();
            Optional<RunRow> row = RunRow.find(connection, runId);
            return card.isPresent() && row.isPresent() ? Optional.of(story(card.get(), row.get())) : Optional.empty();
        });
    }

    /**
     * Strikes over the window [fromUs, toUs) of a run; empty when there is no such run.
     *
     * @param points at most so many for each foot, in [1, {@value #MOST_POINTS}]
     */
    public Optional<RunSeries> series(long runId, long fromUs, long toUs, int points) throws HistoryException {
        check("points", points, 1, MOST_POINTS);
        if (toUs <= fromUs || toUs - fromUs < 0) {
            throw new IllegalArgumentException("the window [" + fromUs + ", " + toUs + ") us must end after it begins");
        }
        return asking(() -> {
            Optional<RunRow> row = RunRow.find(connection, runId);
            return row.isPresent()
                    ? Optional.of(new SeriesReader(row.get(), fromUs, toUs, points).read(connection))
                    : Optional.empty();
        });
    }

    /** Strikes over the whole of a run, see {@link #series(long, long, long, int)}. */
    public Optional<RunSeries> series(long runId, int points) throws HistoryException {
        check("points", points, 1, MOST_POINTS);
        return asking(() -> {
            Optional<RunRow> row = RunRow.find(connection, runId);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            RunRow run = row.get();
            long toUs = run.lastUs(connection) + 1;
            return Optional.of(new SeriesReader(run, run.startedUs(), toUs, points).read(connection));
        });
    }

    /** How form goes over the weeks, which begin on Monday in this zone. */
    public Trends trends(ZoneId zone) throws HistoryException {
        return asking(() -> TrendSums.of(Cards.newest(connection, Integer.MAX_VALUE, 0), zone));
    }

    private RunStory story(RunCard card, RunRow run) throws SQLException, HistoryException {
        List<RunStory.Band> bands =
                FormBands.read(connection, run, card.summary().lastUs());
        Spreads spreads = Spreads.read(connection, run);
        return new RunStory(
                card, bands, cues(run), FormBands.walkBreaks(bands), spreads.of(Foot.LEFT), spreads.of(Foot.RIGHT));
    }

    private List<RunStory.CueMoment> cues(RunRow run) throws SQLException, HistoryException {
        List<Entry<Event.Answered>> answers = new ArrayList<>();
        try (PreparedStatement query =
                        Summaries.ranged(connection, CueRows.ANSWERS + " WHERE id >= ? AND id < ? ORDER BY id", run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                answers.add(CueRows.answer(row));
            }
        }
        List<RunStory.CueMoment> moments = new ArrayList<>();
        try (PreparedStatement query =
                        Summaries.ranged(connection, CueRows.CUES + " WHERE id >= ? AND id < ? ORDER BY id", run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Entry<Event.Cued> cue = CueRows.cue(row);
                moments.add(new RunStory.CueMoment(
                        cue.id(),
                        cue.event(),
                        answers.stream()
                                .filter(answer -> answer.id() == cue.id())
                                .map(Entry::event)
                                .findFirst()
                                .orElse(null)));
            }
        }
        return moments;
    }

    private int runCount() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM runs")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + " must be " + least + " to " + most);
        }
    }

    /** A question to the database. */
    private interface Question<T> {
        T ask() throws SQLException, HistoryException;
    }

    /** Answers within one read transaction, so that what is computed and what is kept are of one moment. */
    private <T> T asking(Question<T> question) throws HistoryException {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                return question.ask();
            } finally {
                statement.execute("COMMIT");
            }
        } catch (SQLException e) {
            throw new HistoryException("cannot read the history " + file + " (" + e.getMessage() + ")", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            HistoryFile.closeQuietly(connection);
        } finally {
            lock.unlock();
        }
    }
}

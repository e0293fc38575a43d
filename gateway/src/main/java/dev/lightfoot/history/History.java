package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.SessionStart;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the events of runs in an SQLite file: gathers them and commits once a second, and at once with a cue or a new form
 * state, so that a kill loses the last second at most. While the disk refuses, events wait in memory within a bound and are
 * tried again each second. All but {@link #outbox}, {@link #onCommit} and {@link #openRun} is called on the keeper's thread only; nothing of
 * it throws there.
 */
public final class History implements EventSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final long COMMIT_EVERY_US = 1_000_000;
    /** When there was nothing to tidy; while there is, it is done once a second. */
    private static final long TIDY_EVERY_US = 600_000_000;

    private final HistorySettings settings;
    private final FileLease lease;
    private final Ledger ledger;
    private final Deque<Event> pending = new ArrayDeque<>();
    private final List<SqliteOutbox> outboxes = new CopyOnWriteArrayList<>();
    private volatile @Nullable Long openRun;
    private volatile Runnable onCommit = () -> {};
    private @Nullable FormState formState;
    private long nextCommitUs = Long.MIN_VALUE;
    private long nextTidyUs = Long.MIN_VALUE;
    private @Nullable String failure;
    private boolean closed;
    /** By how much the clock was set since what is stored was last moved. */
    private long clockSetByUs;

    private long failedCommits;
    private long droppedEvents;
    private long refusedEvents;

    private History(HistorySettings settings, FileLease lease, Ledger ledger) {
        this.settings = settings;
        this.lease = lease;
        this.ledger = ledger;
        openRun = ledger.openRun();
    }

    /** Opens or makes the file; a run that a crash left open is ended unless it is within the idle limit. */
    public static History open(HistorySettings settings, long nowUs) throws HistoryException {
        HistoryFile.checkWritable(settings.file());
        FileLease lease = FileLease.take(settings.file());
        try {
            return new History(settings, lease, new Ledger(settings, nowUs));
        } catch (HistoryException e) {
            lease.close();
            throw e;
        }
    }

    /** What a publisher of this name has still to send; its cursors are kept under the name. */
    public Outbox outbox(String publisher) throws HistoryException {
        SqliteOutbox outbox = SqliteOutbox.open(settings.file(), publisher);
        outboxes.add(outbox);
        return outbox;
    }

    /**
     * What the coach has to know of the runner, as the gateway starts.
     *
     * @param firstRunCounted runs before it count as no session
     * @param epochOffsetNs from the clock of the samples to the epoch
     */
    public SessionStart sessionStart(FormSettings formSettings, int firstRunCounted, long nowUs, long epochOffsetNs)
            throws HistoryException {
        return ledger.sessionStart(formSettings, firstRunCounted, nowUs, epochOffsetNs);
    }

    /** Called on the keeper's thread after each commit that stored something: must only wake somebody. */
    public void onCommit(Runnable wake) {
        onCommit = wake;
    }

    @Override
    public void accept(Event event) {
        if (closed) {
            droppedEvents++;
            return;
        }
        if (pending.size() >= settings.pendingLimit()) {
            pending.removeFirst();
            droppedEvents++;
        }
        pending.addLast(event);
        if (urgent(event) && failure == null) {
            commit(false);
        }
    }

    private boolean urgent(Event event) {
        if (event instanceof Event.Formed formed && formed.state() != formState) {
            formState = formed.state();
            return true;
        }
        return event instanceof Event.Cued;
    }

    /** Time has passed: commits once a second, ends an idle run. To be called at least a few times a second. */
    @Override
    public void tick(long nowUs) {
        if (closed || (nowUs < nextCommitUs && nextCommitUs - nowUs <= COMMIT_EVERY_US)) {
            return;
        }
        nextCommitUs = nowUs + COMMIT_EVERY_US;
        attempt(() -> {
            writePending();
            ledger.endRunIfIdle(nowUs);
            if (ledger.openRun() == null && (nowUs >= nextTidyUs || nextTidyUs - nowUs > TIDY_EVERY_US)) {
                nextTidyUs = ledger.tidy(nowUs) ? nowUs : nowUs + TIDY_EVERY_US;
            }
        });
    }

    /** What is stored of the run under way moves with its next commit, what waits for it at once. */
    @Override
    public void clockSet(long byUs) {
        if (closed) {
            return;
        }
        List<Event> moved = pending.stream().map(event -> event.setBy(byUs)).toList();
        pending.clear();
        pending.addAll(moved);
        clockSetByUs += byUs;
        commit(false);
    }

    /** Ends the open run now, so that its summary can be published before the gateway goes. */
    public void endRun() {
        if (!closed) {
            commit(true);
        }
    }

    private void commit(boolean endRun) {
        attempt(() -> {
            writePending();
            if (endRun) {
                ledger.endRun();
            }
        });
    }

    /** The part of a transaction between its begin and its commit. */
    private interface Writing {
        void write() throws SQLException, HistoryException;
    }

    private void attempt(Writing writing) {
        long changesBefore = ledger.nextId();
        long refusedBefore = refusedEvents;
        try {
            ledger.begin();
            ledger.clockSet(clockSetByUs);
            writing.write();
            for (SqliteOutbox outbox : outboxes) {
                ledger.saveCursors(outbox.publisher(), outbox.movedCursors());
            }
            ledger.commit();
        } catch (SQLException | HistoryException e) {
            ledger.rollback();
            refusedEvents = refusedBefore;
            failedCommits++;
            String cause = String.valueOf(e.getMessage());
            if (!cause.equals(failure)) {
                LOG.warn(
                        "the history {} cannot be written ({}): make room or give access; up to {} events are kept in"
                                + " memory and tried again each second",
                        settings.file(),
                        cause,
                        settings.pendingLimit());
            }
            failure = cause;
            return;
        }
        outboxes.forEach(SqliteOutbox::cursorsSaved);
        pending.clear();
        clockSetByUs = 0;
        openRun = ledger.openRun();
        if (failure != null) {
            LOG.info("the history {} is written again; {} events were dropped", settings.file(), droppedEvents);
            failure = null;
        }
        if (ledger.nextId() != changesBefore) {
            onCommit.run();
        }
    }

    private void writePending() throws SQLException, HistoryException {
        for (Event event : pending) {
            if (!ledger.write(event)) {
                refusedEvents++;
                LOG.debug("the history refuses {}", event);
            }
        }
    }

    /** Sets a limit to the file, in pages of 1 kB. */
    void limitPages(int pages) throws SQLException {
        ledger.limitPages(pages);
    }

    /** The number of the run under way, as last committed; null when there is none. May be asked on any thread. */
    public @Nullable Long openRun() {
        return openRun;
    }

    /** Attempts to commit that failed, such as on a full disk. */
    public long failedCommits() {
        return failedCommits;
    }

    /** Events lost because more than the limit had to wait in memory, or that came after the end. */
    public long droppedEvents() {
        return droppedEvents;
    }

    /** Events that wait in memory for the next commit. */
    public int unwritten() {
        return pending.size();
    }

    /** Events that the schema refuses, such as a missing value. */
    public long refusedEvents() {
        return refusedEvents;
    }

    /** Ends the run and stores what is pending. Close publishers first: they tell their last cursors until then. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        commit(true);
        closed = true;
        outboxes.forEach(SqliteOutbox::close);
        ledger.close();
        lease.close();
    }
}

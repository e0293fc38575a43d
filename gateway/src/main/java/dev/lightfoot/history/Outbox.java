package dev.lightfoot.history;

import java.util.List;
import java.util.Optional;

/**
 * The history as one publisher sees it: durable messages in order, and its own cursor in each stream. Used by the
 * publisher's thread only.
 */
public interface Outbox extends AutoCloseable {
    /** The last id that the receiver has acknowledged, 0 before the first. */
    long cursor(OutboxStream stream);

    /** The committed messages with an id above the given one, in order, at most so many. */
    List<OutboxMessage> after(OutboxStream stream, long id, int limit) throws HistoryException;

    /** Moves the cursor: everything up to this id has been acknowledged. Durable with the next commit. */
    void acknowledged(OutboxStream stream, long id);

    /** What waits behind the cursor beyond the newest so many. */
    Surplus surplus(OutboxStream stream, int newest) throws HistoryException;

    /** The newest form change and the newest run: the state of things. */
    StateOfThings newest() throws HistoryException;

    @Override
    void close();

    /** So many messages, the last of them with this id; 0 and 0 for none. */
    record Surplus(long messages, long lastId) {}

    /** What is retained on a broker. Immutable. */
    record StateOfThings(Optional<OutboxMessage.Happened> form, Optional<RunState> run) {}

    /** The newest run: open, or ended. Times are microseconds of the Unix epoch. */
    record RunState(long id, long startedUs, Optional<Long> endedUs) {}
}

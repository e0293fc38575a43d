package dev.lightfoot.mqtt;

import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.Outbox;
import dev.lightfoot.history.OutboxMessage;
import dev.lightfoot.history.OutboxStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One stream of the outbox on its way over one connection: what is read ahead, what is in flight, and the cursor behind
 * the oldest that is not acknowledged. A new connection begins anew at the cursor. Not thread-safe.
 */
final class SendingStream {
    /** Read from the history at a time. */
    private static final int READ_AHEAD = 256;

    private final OutboxStream stream;
    private final Outbox outbox;
    private final Deque<OutboxMessage> ahead = new ArrayDeque<>();
    private final NavigableSet<Long> inFlight = new TreeSet<>();
    private long readId;
    private long sentId;
    private boolean drained;

    SendingStream(OutboxStream stream, Outbox outbox) {
        this.stream = stream;
        this.outbox = outbox;
        readId = outbox.cursor(stream);
        sentId = readId;
    }

    OutboxStream stream() {
        return stream;
    }

    /** There may be more in the history. */
    void wake() {
        drained = false;
    }

    /** The next message to send, which stays the next until it was {@link #sent}; null when there is none now. */
    @Nullable
    OutboxMessage next() throws HistoryException {
        if (ahead.isEmpty() && !drained) {
            ahead.addAll(outbox.after(stream, readId, READ_AHEAD));
            drained = ahead.size() < READ_AHEAD;
            if (!ahead.isEmpty()) {
                readId = ahead.getLast().id();
            }
        }
        return ahead.peekFirst();
    }

    void sent() {
        OutboxMessage message = ahead.removeFirst();
        sentId = message.id();
        inFlight.add(sentId);
    }

    /** The broker has it: moves the cursor up to the oldest message still in flight. */
    void acknowledged(long id) {
        if (inFlight.remove(id)) {
            outbox.acknowledged(stream, inFlight.isEmpty() ? sentId : inFlight.first() - 1);
        }
    }

    boolean idle() {
        return drained && ahead.isEmpty() && inFlight.isEmpty();
    }
}

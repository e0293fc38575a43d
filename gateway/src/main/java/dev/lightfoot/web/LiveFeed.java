package dev.lightfoot.web;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.event.EventSink;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Hands every event to every live client, as server-sent event messages. Taking an event costs one JSON line and one
 * offer to a bounded queue for each client: a client that does not keep up is dropped and comes back by itself, with a
 * snapshot. Thread-safe.
 */
public final class LiveFeed implements EventSink {
    /** Messages a client may be behind: about 20 s of two running feet. */
    static final int QUEUE = 256;

    /** Clients at the same time; each costs a virtual thread and a queue. */
    static final int MOST_CLIENTS = 50;

    private final InstantSource clock;
    private final Object lock = new Object();
    private final LiveState state = new LiveState();
    private final Set<LiveClient> clients = new LinkedHashSet<>();
    private long id;
    private long dropped;

    public LiveFeed() {
        this(InstantSource.system());
    }

    /**
     * A feed whose snapshots say what time it is.
     *
     * @param clock the wall clock of the events, from which a page tells how long ago they were
     */
    public LiveFeed(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void accept(Event event) {
        String json = EventJson.line(event);
        synchronized (lock) {
            state.take(event);
            id++;
            String message = "id: " + id + "\ndata: " + json + "\n\n";
            for (Iterator<LiveClient> each = clients.iterator(); each.hasNext(); ) {
                LiveClient client = each.next();
                if (!client.offer(message)) {
                    each.remove();
                    client.end();
                    dropped++;
                }
            }
        }
    }

    /** Pages tell ages from the time in their snapshot: each comes back for a new one. */
    @Override
    public void clockSet(long byUs) {
        synchronized (lock) {
            state.clockSet(byUs);
            endAll();
        }
    }

    /** Takes a client in, its first message the snapshot; false when the feed is full. */
    boolean join(LiveClient client) {
        synchronized (lock) {
            if (clients.size() >= MOST_CLIENTS) {
                return false;
            }
            client.offer("retry: 1000\nid: " + id + "\nevent: snapshot\ndata: " + state.snapshot(clock.millis() * 1000)
                    + "\n\n");
            clients.add(client);
            return true;
        }
    }

    void leave(LiveClient client) {
        synchronized (lock) {
            clients.remove(client);
        }
    }

    int clients() {
        synchronized (lock) {
            return clients.size();
        }
    }

    /** Clients that were dropped because they did not keep up. */
    public long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    void endAll() {
        synchronized (lock) {
            clients.forEach(LiveClient::end);
            clients.clear();
        }
    }
}

package dev.lightfoot.mqtt;

import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.Outbox;
import dev.lightfoot.history.OutboxStream;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much may wait for a broker: of each stream the newest. The older ones are passed over and counted; the history keeps
 * them all. Used by the publisher's thread only.
 */
final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final Outbox outbox;
    private final int most;
    private final Map<OutboxStream, Long> dropped = new EnumMap<>(OutboxStream.class);

    /** @param most messages of one stream that may wait */
    Backlog(Outbox outbox, int most) {
        this.outbox = outbox;
        this.most = most;
        for (OutboxStream stream : OutboxStream.values()) {
            dropped.put(stream, 0L);
        }
    }

    /** Passes over what is too much, before a session begins. */
    void trim() {
        for (OutboxStream stream : OutboxStream.values()) {
            try {
                Outbox.Surplus surplus = outbox.surplus(stream, most);
                if (surplus.messages() > 0) {
                    outbox.acknowledged(stream, surplus.lastId());
                    dropped.merge(stream, surplus.messages(), Long::sum);
                    LOG.warn(
                            "more than {} messages waited for the MQTT broker: the oldest {} of {} are not published,"
                                    + " they are in the history",
                            most,
                            surplus.messages(),
                            stream);
                }
            } catch (HistoryException e) {
                LOG.warn("{}: what waits for the MQTT broker is not counted", e.getMessage());
            }
        }
    }

    /** Messages passed over since the start, by stream. */
    Map<OutboxStream, Long> dropped() {
        return Map.copyOf(dropped);
    }
}

package dev.lightfoot.mqtt;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * The newest payload of each retained topic, and whether the broker has been given it. Bounded by the number of topics:
 * the newest wins, nothing queues. Thread-safe.
 */
final class RetainedBoard {
    private final Map<String, byte[]> payloads = new LinkedHashMap<>();
    private final Map<String, byte[]> unsent = new LinkedHashMap<>();

    synchronized void put(String topic, byte[] payload) {
        byte[] previous = payloads.put(topic, payload);
        if (!Arrays.equals(previous, payload)) {
            unsent.put(topic, payload);
        }
    }

    /** A topic and payload still to be sent. */
    synchronized Optional<Entry<String, byte[]>> next() {
        return unsent.entrySet().stream().findFirst().map(entry -> Map.entry(entry.getKey(), entry.getValue()));
    }

    /** Marks a payload as sent, unless a newer one has come. */
    synchronized void sent(Entry<String, byte[]> entry) {
        unsent.remove(entry.getKey(), entry.getValue());
    }

    /** A new connection: everything is to be sent again. */
    synchronized void sendAll() {
        unsent.putAll(payloads);
    }
}

package dev.lightfoot.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.history.Outbox.RunState;
import dev.lightfoot.history.OutboxStream;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of messages: each has schema, id and time (UTC with ms) before its own fields. Ids of durable messages are
 * those of the history; ids of retained states rise from the clock at the start, so that they rise over restarts, too.
 * Thread-safe.
 */
final class Payload {
    /** Version of all payloads: grows when a field changes its meaning or goes. */
    static final int SCHEMA = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final InstantSource clock;
    private final AtomicLong stateId;

    Payload(InstantSource clock) {
        this.clock = clock;
        stateId = new AtomicLong(nowUs());
    }

    long nowUs() {
        return clock.millis() * 1_000;
    }

    /** Writes the fields that are a message's own. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    byte[] event(long id, Event event) {
        return object(id, event.timeUs(), json -> EventJson.writeFields(json, event));
    }

    /** A cue says whether it is late: told for the record, no longer of use to the runner. */
    byte[] cue(long id, Event event, boolean late) {
        return object(id, event.timeUs(), json -> {
            json.writeBooleanField("late", late);
            EventJson.writeFields(json, event);
        });
    }

    byte[] summary(long id, RunSummary summary) {
        return object(id, summary.lastUs(), json -> RunJson.writeFields(json, summary));
    }

    byte[] link(Event.Linked link) {
        return object(stateId.incrementAndGet(), link.timeUs(), json -> EventJson.writeFields(json, link));
    }

    byte[] live(long nowUs, LiveFigures.Figures figures) {
        return object(stateId.incrementAndGet(), nowUs, json -> {
            figure(json, "cadence_spm", figures.cadenceSpm(), 1);
            figure(json, "contact_time_ms", figures.contactTimeMs(), 0);
            figure(json, "flight_time_ms", figures.flightTimeMs(), 0);
            figure(json, "rearfoot_share", figures.rearfootShare(), 2);
            json.writeBooleanField("walking", figures.walking());
        });
    }

    private static void figure(JsonGenerator json, String name, @Nullable Double value, int decimals)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
        }
    }

    /** Of a last will, the time is when it was made. */
    byte[] status(String status) {
        return object(stateId.incrementAndGet(), nowUs(), json -> json.writeStringField("status", status));
    }

    /** @param dropped messages that are not published any more, by stream */
    byte[] bridge(String version, Map<OutboxStream, Long> dropped) {
        return object(stateId.incrementAndGet(), nowUs(), json -> {
            json.writeStringField("name", "lightfoot");
            json.writeStringField("version", version);
            json.writeObjectFieldStart("dropped");
            for (Map.Entry<OutboxStream, Long> stream : new TreeMap<>(dropped).entrySet()) {
                json.writeNumberField(EventJson.name(stream.getKey()), stream.getValue());
            }
            json.writeEndObject();
        });
    }

    byte[] run(Optional<RunState> state) {
        return object(stateId.incrementAndGet(), nowUs(), json -> {
            if (state.isEmpty()) {
                json.writeStringField("state", "none");
                return;
            }
            RunState run = state.get();
            json.writeStringField("state", run.endedUs().isEmpty() ? "running" : "ended");
            json.writeNumberField("run", run.id());
            json.writeStringField("started", RunJson.utc(run.startedUs()));
            if (run.endedUs().isPresent()) {
                json.writeStringField("ended", RunJson.utc(run.endedUs().get()));
            } else {
                json.writeNullField("ended");
            }
        });
    }

    /** @param result a JSON object */
    byte[] response(String transaction, String command, String result) {
        return object(stateId.incrementAndGet(), nowUs(), json -> {
            json.writeStringField("transaction", transaction);
            json.writeStringField("command", command);
            json.writeStringField("status", "ok");
            json.writeFieldName("result");
            json.writeRawValue(result);
        });
    }

    /** What could not be read of the request is null. */
    byte[] refusal(@Nullable String transaction, @Nullable String command, String reason) {
        return object(stateId.incrementAndGet(), nowUs(), json -> {
            json.writeStringField("transaction", transaction);
            json.writeStringField("command", command);
            json.writeStringField("status", "error");
            json.writeStringField("error", reason);
        });
    }

    private static byte[] object(long id, long timeUs, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeNumberField("id", id);
            json.writeStringField("time", RunJson.utc(timeUs));
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

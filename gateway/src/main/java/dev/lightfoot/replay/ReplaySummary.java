package dev.lightfoot.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.StrikePattern;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** What a replay counted: samples, strikes by pattern, stances by gait, cues by kind. */
public final class ReplaySummary {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<StrikePattern, Integer> strikes = new EnumMap<>(StrikePattern.class);
    private final Map<GaitKind, Integer> stances = new EnumMap<>(GaitKind.class);
    private final Map<CueKind, Integer> cues = new EnumMap<>(CueKind.class);
    private long samples;
    private long rejectedLines;
    private long firstUs;
    private long lastUs;

    void sampleAt(long timeUs) {
        if (samples++ == 0) {
            firstUs = timeUs;
        }
        lastUs = timeUs;
    }

    void reject(long lines) {
        rejectedLines += lines;
    }

    void count(Event event) {
        switch (event) {
            case Event.Struck e -> strikes.merge(e.pattern(), 1, Integer::sum);
            case Event.Stood e -> stances.merge(e.gait(), 1, Integer::sum);
            case Event.Cued e -> cues.merge(e.cue(), e.played() ? 1 : 0, Integer::sum);
            case Event.Formed _, Event.Mounted _, Event.Answered _, Event.Learned _, Event.Linked _ -> {}
        }
    }

    /** Time of the first sample, on the traces' own clock, in microseconds. */
    public long firstUs() {
        return firstUs;
    }

    /** Time of the last sample. */
    public long lastUs() {
        return lastUs;
    }

    /** The summary as one JSON object without a line end. */
    public String line() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "summary");
            json.writeNumberField("samples", samples);
            json.writeNumberField("rejected_lines", rejectedLines);
            json.writeNumberField("duration_ms", (lastUs - firstUs) / 1000);
            writeCounts(json, "strikes", StrikePattern.values(), strikes);
            writeCounts(json, "stances", GaitKind.values(), stances);
            writeCounts(json, "cues", CueKind.values(), cues);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static <K extends Enum<K>> void writeCounts(
            JsonGenerator json, String name, K[] keys, Map<K, Integer> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (K key : keys) {
            json.writeNumberField(EventJson.name(key), counts.getOrDefault(key, 0));
        }
        json.writeEndObject();
    }
}

package dev.lightfoot.history;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.StrikePattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The JSON of run summaries, for the commands and the broker alike; what is not known is null. Thread-safe. */
public final class RunJson {
    private static final DateTimeFormatter UTC_MS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private RunJson() {}

    /** ISO 8601 in UTC with milliseconds. */
    public static String utc(long epochUs) {
        return UTC_MS.format(instant(epochUs));
    }

    static Instant instant(long epochUs) {
        return Instant.ofEpochSecond(Math.floorDiv(epochUs, 1_000_000L), Math.floorMod(epochUs, 1_000_000L) * 1_000L);
    }

    /** Writes the fields of a summary into an object that is open. */
    public static void writeFields(JsonGenerator json, RunSummary run) throws IOException {
        json.writeNumberField("run", run.id());
        json.writeStringField("started", utc(run.startedUs()));
        Long endedUs = run.endedUs();
        if (endedUs == null) {
            json.writeNullField("ended");
        } else {
            json.writeStringField("ended", utc(endedUs));
        }
        writeSeconds(json, "duration_s", run.durationUs());
        json.writeNumberField("strikes", run.strikes());
        json.writeNumberField("left_strikes", run.leftStrikes());
        json.writeNumberField("right_strikes", run.rightStrikes());
        for (StrikePattern pattern : StrikePattern.values()) {
            json.writeNumberField(EventJson.name(pattern) + "_strikes", run.count(pattern));
        }
        writeNumber(json, "rearfoot_share", run.rearfootShare(), 3);
        json.writeObjectFieldStart("cues");
        for (CueKind cue : CueKind.values()) {
            json.writeNumberField(EventJson.name(cue), run.count(cue));
        }
        json.writeEndObject();
        for (FormState state : FormState.values()) {
            writeSeconds(json, EventJson.name(state) + "_s", run.timeUs(state));
        }
        writeSeconds(json, "longest_good_s", run.longestGoodUs());
        Long brokeDownAfterUs = run.brokeDownAfterUs();
        if (brokeDownAfterUs == null) {
            json.writeNullField("broke_down_after_s");
        } else {
            writeSeconds(json, "broke_down_after_s", brokeDownAfterUs);
        }
        json.writeNumberField("walk_breaks", run.walkBreaks());
        json.writeNumberField("withheld_cues", run.withheldCues());
        writeNumber(json, "mean_cadence_spm", run.meanCadenceSpm(), 1);
        writeNumber(json, "mean_contact_time_ms", run.meanContactTimeMs(), 1);
    }

    /** Writes what the runner says of a run into an object that is open. */
    public static void writeNote(JsonGenerator json, RunNote note) throws IOException {
        Surface surface = note.surface();
        json.writeStringField("shoe", note.shoe());
        json.writeStringField("surface", surface == null ? null : EventJson.name(surface));
        Integer effort = note.perceivedEffort();
        if (effort == null) {
            json.writeNullField("perceived_effort");
        } else {
            json.writeNumberField("perceived_effort", effort);
        }
        json.writeStringField("note", note.text());
    }

    private static void writeSeconds(JsonGenerator json, String name, long us) throws IOException {
        json.writeNumberField(name, BigDecimal.valueOf(us, 6).setScale(1, RoundingMode.HALF_EVEN));
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Double value, int decimals)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
        }
    }
}

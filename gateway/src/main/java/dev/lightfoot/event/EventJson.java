package dev.lightfoot.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of events: lower_snake names with the unit at the end, what is not known is null. Thread-safe.
 *
 * <p>Shapes: strike, stance, mount, form, cue, cue_answer, fresh_form, link; see the README's contract.
 */
public final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventJson() {}

    /** One event as one JSON object without a line end. */
    public static String line(Event event) {
        StringWriter text = new StringWriter(192);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            writeFields(json, event);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the fields of an event, its type first, into an object that is open. */
    public static void writeFields(JsonGenerator json, Event event) throws IOException {
        switch (event) {
            case Event.Struck e -> {
                json.writeStringField("type", "strike");
                json.writeStringField("foot", name(e.foot()));
                json.writeNumberField("contact_us", e.contactUs());
                json.writeNumberField("decided_us", e.decidedUs());
                json.writeStringField("pattern", name(e.pattern()));
                writeNumber(json, "confidence", e.confidence(), 3);
                writeNumber(json, "strike_angle_deg", e.strikeAngleDeg(), 2);
                writeName(json, "angle_zero", e.angleZero());
                writeName(json, "resolution", e.resolution());
            }
            case Event.Stood e -> {
                json.writeStringField("type", "stance");
                json.writeStringField("foot", name(e.foot()));
                json.writeNumberField("contact_us", e.contactUs());
                json.writeNumberField("terminal_contact_us", e.terminalContactUs());
                writeNumber(json, "contact_time_ms", e.contactTimeMs(), 1);
                writeNumber(json, "flight_time_ms", e.flightTimeMs(), 1);
                json.writeBooleanField("flight_time_estimated", e.flightTimeEstimated());
                writeNumber(json, "duty_factor", e.dutyFactor(), 3);
                writeNumber(json, "cadence_spm", e.cadenceSpm(), 1);
                json.writeStringField("gait", name(e.gait()));
                writeNumber(json, "contact_time_asymmetry_percent", e.asymmetryPercent(), 1);
            }
            case Event.Mounted e -> {
                json.writeStringField("type", "mount");
                json.writeStringField("foot", name(e.foot()));
                json.writeNumberField("time_us", e.timeUs());
                json.writeStringField("state", name(e.state()));
                json.writeStringField("reason", name(e.reason()));
            }
            case Event.Formed e -> {
                json.writeStringField("type", "form");
                json.writeNumberField("time_us", e.timeUs());
                json.writeStringField("state", name(e.state()));
                writeNumber(json, "jogging_score", e.joggingScore(), 2);
                writeNumber(json, "rearfoot_share", e.rearfootShare(), 2);
            }
            case Event.Cued e -> {
                json.writeStringField("type", "cue");
                json.writeNumberField("time_us", e.timeUs());
                json.writeStringField("cue", name(e.cue()));
                json.writeStringField("foot", name(e.foot()));
                writeNumber(json, "strength", e.strength(), 2);
                writeName(json, "reason", e.reason());
                json.writeStringField("delivery", name(e.delivery()));
                writeNumber(json, "jogging_score", e.joggingScore(), 2);
                writeNumber(json, "strike_angle_deg", e.strikeAngleDeg(), 2);
                writeNumber(json, "duty_factor", e.dutyFactor(), 3);
                writeNumber(json, "cadence_spm", e.cadenceSpm(), 1);
                writeNumber(json, "decided_us", e.decidedUs());
                writeNumber(json, "pin_us", e.pinUs());
            }
            case Event.Answered e -> {
                json.writeStringField("type", "cue_answer");
                json.writeNumberField("time_us", e.timeUs());
                json.writeNumberField("cue_us", e.cueUs());
                json.writeStringField("cue", name(e.cue()));
                json.writeStringField("response", name(e.response()));
                writeNumber(json, "score_before", e.scoreBefore(), 2);
                writeNumber(json, "score_after", e.scoreAfter(), 2);
                json.writeNumberField("strikes", e.strikes());
            }
            case Event.Learned e -> {
                json.writeStringField("type", "fresh_form");
                json.writeNumberField("time_us", e.timeUs());
                writeNumber(json, "strike_angle_deg", e.strikeAngleDeg(), 2);
                writeNumber(json, "duty_factor", e.dutyFactor(), 3);
                writeNumber(json, "cadence_spm", e.cadenceSpm(), 1);
                json.writeBooleanField("calibrated", e.calibrated());
            }
            case Event.Linked e -> {
                json.writeStringField("type", "link");
                json.writeNumberField("time_us", e.timeUs());
                json.writeStringField("pod", e.pod());
                json.writeStringField("foot", name(e.foot()));
                json.writeStringField("state", e.state());
                json.writeStringField("reason", e.reason());
                if (e.batteryPct() == null) {
                    json.writeNullField("battery_pct");
                } else {
                    json.writeNumberField("battery_pct", e.batteryPct());
                }
            }
        }
    }

    /** The name of a constant on the wire. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void writeName(JsonGenerator json, String name, @Nullable Enum<?> constant) throws IOException {
        json.writeStringField(name, constant == null ? null : name(constant));
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Float value, int decimals)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(
                    name, BigDecimal.valueOf(value.doubleValue()).setScale(decimals, RoundingMode.HALF_EVEN));
        }
    }
}

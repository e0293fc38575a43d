package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.history.FormPicture;
import dev.lightfoot.history.Histogram;
import dev.lightfoot.history.RunCard;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunPage;
import dev.lightfoot.history.RunSeries;
import dev.lightfoot.history.RunStory;
import dev.lightfoot.history.Trends;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The read model of the history as the pages read it. */
final class ReadModelJson {
    private ReadModelJson() {}

    /** Writes the fields of an object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static String object(Fields fields) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String runs(RunPage page) {
        return object(json -> {
            json.writeNumberField("total", page.total());
            json.writeArrayFieldStart("runs");
            for (RunCard card : page.runs()) {
                json.writeStartObject();
                card(json, card);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void card(JsonGenerator json, RunCard card) throws IOException {
        RunJson.writeFields(json, card.summary());
        Long endurance = card.formEnduranceUs();
        number(json, "form_endurance_s", endurance == null ? null : endurance / 1e6);
        RunJson.writeNote(json, card.note());
        json.writeArrayFieldStart("picture");
        for (FormPicture.Slice slice : card.picture().slices()) {
            json.writeStartObject();
            json.writeStringField("state", slice.state() == null ? null : EventJson.name(slice.state()));
            number(json, "rearfoot_pct", slice.rearfootPercent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String run(RunStory story) {
        return object(json -> {
            card(json, story.card());
            json.writeNumberField("started_us", story.card().summary().startedUs());
            json.writeArrayFieldStart("form_bands");
            for (RunStory.Band band : story.bands()) {
                json.writeStartObject();
                json.writeNumberField("from_us", band.fromUs());
                json.writeNumberField("to_us", band.toUs());
                json.writeStringField("state", EventJson.name(band.state()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("cue_events");
            for (RunStory.CueMoment moment : story.cues()) {
                json.writeStartObject();
                EventJson.writeFields(json, moment.cue());
                if (moment.answer() == null) {
                    json.writeNullField("answer");
                } else {
                    json.writeObjectFieldStart("answer");
                    EventJson.writeFields(json, moment.answer());
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            spreads(json, "left", story.left());
            spreads(json, "right", story.right());
        });
    }

    private static void spreads(JsonGenerator json, String foot, RunStory.Distributions of) throws IOException {
        json.writeObjectFieldStart(foot);
        histogram(json, "strike_angle_deg", of.strikeAngleDeg());
        histogram(json, "contact_time_ms", of.contactTimeMs());
        histogram(json, "duty_factor", of.dutyFactor());
        histogram(json, "cadence_spm", of.cadenceSpm());
        json.writeEndObject();
    }

    private static void histogram(JsonGenerator json, String name, Histogram of) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("first", of.first());
        json.writeNumberField("width", of.width());
        json.writeArrayFieldStart("counts");
        for (int count : of.counts()) {
            json.writeNumber(count);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static String series(RunSeries series) {
        return object(json -> {
            json.writeNumberField("run", series.runId());
            json.writeNumberField("from_us", series.fromUs());
            json.writeNumberField("to_us", series.toUs());
            json.writeNumberField("span_us", series.spanUs());
            points(json, "left", series.left());
            points(json, "right", series.right());
        });
    }

    private static void points(JsonGenerator json, String foot, List<RunSeries.Point> points) throws IOException {
        json.writeObjectFieldStart(foot);
        column(json, "time_us", points, RunSeries.Point::timeUs);
        column(json, "rearfoot", points, RunSeries.Point::rearfoot);
        column(json, "midfoot", points, RunSeries.Point::midfoot);
        column(json, "forefoot", points, RunSeries.Point::forefoot);
        column(json, "strike_angle_deg", points, RunSeries.Point::strikeAngleDeg);
        column(json, "contact_time_ms", points, RunSeries.Point::contactTimeMs);
        column(json, "duty_factor", points, RunSeries.Point::dutyFactor);
        column(json, "cadence_spm", points, RunSeries.Point::cadenceSpm);
        json.writeEndObject();
    }

    private static void column(
            JsonGenerator json,
            String name,
            List<RunSeries.Point> points,
            Function<RunSeries.Point, @Nullable Number> of)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (RunSeries.Point point : points) {
            Number value = of.apply(point);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeNumber(value.doubleValue());
            }
        }
        json.writeEndArray();
    }

    static String trends(Trends trends) {
        return object(json -> {
            weeks(json, trends.weeks());
            json.writeArrayFieldStart("shoes");
            for (Trends.ByShoe shoe : trends.shoes()) {
                json.writeStartObject();
                json.writeStringField("shoe", shoe.shoe());
                weeks(json, shoe.weeks());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("surfaces");
            for (Trends.BySurface surface : trends.surfaces()) {
                json.writeStartObject();
                json.writeStringField("surface", surface.surface() == null ? null : EventJson.name(surface.surface()));
                weeks(json, surface.weeks());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void weeks(JsonGenerator json, List<Trends.Week> weeks) throws IOException {
        json.writeArrayFieldStart("weeks");
        for (Trends.Week week : weeks) {
            json.writeStartObject();
            json.writeStringField("monday", week.monday().toString());
            json.writeNumberField("runs", week.runs());
            number(json, "rearfoot_share", week.rearfootShare());
            number(json, "form_endurance_s", week.formEnduranceUs() == null ? null : week.formEnduranceUs() / 1e6);
            number(json, "cues_per_hour", week.cuesPerHour());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Number value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value.doubleValue());
        }
    }
}

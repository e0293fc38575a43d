package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.history.FormPicture;
import dev.lightfoot.history.Histogram;
import dev.lightfoot.history.RunCard;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunPage;
import dev.lightfoot.history.RunStory;
import java.io.IOException;

/** The JSON of runs: lists of them, and one with what happened in it. */
final class RunsJson {
    private RunsJson() {}

    static String page(RunPage page) {
        return JsonText.object(json -> {
            json.writeNumberField("total", page.total());
            json.writeArrayFieldStart("runs");
            for (RunCard card : page.runs()) {
                json.writeStartObject();
                writeCard(json, card);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String story(RunStory story) {
        return JsonText.object(json -> {
            writeCard(json, story.card());
            writeBands(json, story);
            writeCues(json, story);
            json.writeArrayFieldStart("walk_spans");
            for (RunStory.Span span : story.walkBreaks()) {
                json.writeStartObject();
                json.writeNumberField("from_us", span.fromUs());
                json.writeNumberField("to_us", span.toUs());
                json.writeEndObject();
            }
            json.writeEndArray();
            writeSpreads(json, "left", story.left());
            writeSpreads(json, "right", story.right());
        });
    }

    private static void writeCard(JsonGenerator json, RunCard card) throws IOException {
        RunJson.writeFields(json, card.summary());
        json.writeNumberField("started_us", card.summary().startedUs());
        JsonText.seconds(json, "form_endurance_s", card.formEnduranceUs());
        RunJson.writeNote(json, card.note());
        json.writeArrayFieldStart("picture");
        for (FormPicture.Slice slice : card.picture().slices()) {
            json.writeStartObject();
            json.writeStringField("state", slice.state() == null ? null : EventJson.name(slice.state()));
            JsonText.whole(json, "rearfoot_pct", slice.rearfootPercent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeBands(JsonGenerator json, RunStory story) throws IOException {
        json.writeArrayFieldStart("form_bands");
        for (RunStory.Band band : story.bands()) {
            json.writeStartObject();
            json.writeNumberField("from_us", band.fromUs());
            json.writeNumberField("to_us", band.toUs());
            json.writeStringField("state", EventJson.name(band.state()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeCues(JsonGenerator json, RunStory story) throws IOException {
        json.writeArrayFieldStart("cue_events");
        for (RunStory.CueMoment moment : story.cues()) {
            json.writeStartObject();
            json.writeNumberField("id", moment.id());
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
    }

    private static void writeSpreads(JsonGenerator json, String foot, RunStory.Distributions of) throws IOException {
        json.writeObjectFieldStart(foot);
        writeHistogram(json, "strike_angle_deg", of.strikeAngleDeg());
        writeHistogram(json, "contact_time_ms", of.contactTimeMs());
        writeHistogram(json, "duty_factor", of.dutyFactor());
        writeHistogram(json, "cadence_spm", of.cadenceSpm());
        json.writeEndObject();
    }

    private static void writeHistogram(JsonGenerator json, String name, Histogram of) throws IOException {
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
}

package dev.lightfoot.history.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunStory;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** A run as one JSON object: its summary and note, and all that happened, in the shapes of the other commands. */
final class JsonSheet {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonSheet() {}

    static void write(RunSheet sheet, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            RunJson.writeFields(json, sheet.run());
            RunJson.writeNote(json, sheet.note());
            write(
                    json,
                    "strike_events",
                    sheet.rows().stream()
                            .map(RunSheet.Row::strike)
                            .filter(Objects::nonNull)
                            .toList());
            write(
                    json,
                    "stance_events",
                    sheet.rows().stream()
                            .map(RunSheet.Row::stance)
                            .filter(Objects::nonNull)
                            .toList());
            json.writeArrayFieldStart("form_bands");
            for (RunStory.Band band : sheet.bands()) {
                json.writeStartObject();
                json.writeNumberField("from_us", band.fromUs());
                json.writeNumberField("to_us", band.toUs());
                json.writeStringField("state", EventJson.name(band.state()));
                json.writeEndObject();
            }
            json.writeEndArray();
            write(json, "cue_events", sheet.cues());
            write(json, "cue_answers", sheet.answers());
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void write(JsonGenerator json, String name, List<? extends Event> events) throws IOException {
        json.writeArrayFieldStart(name);
        for (Event event : events) {
            json.writeStartObject();
            EventJson.writeFields(json, event);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.history.Trends;
import java.io.IOException;
import java.util.List;

/** The JSON of trends. */
final class TrendsJson {
    private TrendsJson() {}

    static String of(Trends trends) {
        return JsonText.object(json -> {
            writeWeeks(json, trends.weeks());
            json.writeArrayFieldStart("shoes");
            for (Trends.ByShoe shoe : trends.shoes()) {
                json.writeStartObject();
                json.writeStringField("shoe", shoe.shoe());
                writeWeeks(json, shoe.weeks());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("surfaces");
            for (Trends.BySurface surface : trends.surfaces()) {
                json.writeStartObject();
                json.writeStringField("surface", surface.surface() == null ? null : EventJson.name(surface.surface()));
                writeWeeks(json, surface.weeks());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void writeWeeks(JsonGenerator json, List<Trends.Week> weeks) throws IOException {
        json.writeArrayFieldStart("weeks");
        for (Trends.Week week : weeks) {
            json.writeStartObject();
            json.writeStringField("monday", week.monday().toString());
            json.writeNumberField("runs", week.runs());
            JsonText.seconds(json, "running_s", week.runningUs());
            JsonText.number(json, "rearfoot_share", week.rearfootShare(), 4);
            JsonText.seconds(json, "form_endurance_s", week.formEnduranceUs());
            JsonText.number(json, "cues_per_hour", week.cuesPerHour(), 2);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

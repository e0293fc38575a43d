package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.history.RunSeries;
import dev.lightfoot.history.RunSeries.Point;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The JSON of a series of strikes: a column each of what is known of its points, for each foot. */
final class SeriesJson {
    private SeriesJson() {}

    static String of(RunSeries series) {
        return JsonText.object(json -> {
            json.writeNumberField("run", series.runId());
            json.writeNumberField("from_us", series.fromUs());
            json.writeNumberField("to_us", series.toUs());
            json.writeNumberField("span_us", series.spanUs());
            writeFoot(json, "left", series.left());
            writeFoot(json, "right", series.right());
            json.writeObjectFieldStart("score");
            json.writeArrayFieldStart("time_us");
            for (RunSeries.Score score : series.score()) {
                json.writeNumber(score.timeUs());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("jogging_score");
            for (RunSeries.Score score : series.score()) {
                JsonText.element(json, score.joggingScore(), 2);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void writeFoot(JsonGenerator json, String foot, List<Point> points) throws IOException {
        json.writeObjectFieldStart(foot);
        json.writeArrayFieldStart("time_us");
        for (Point point : points) {
            json.writeNumber(point.timeUs());
        }
        json.writeEndArray();
        counts(json, "rearfoot", points, Point::rearfoot);
        counts(json, "midfoot", points, Point::midfoot);
        counts(json, "forefoot", points, Point::forefoot);
        column(json, "strike_angle_deg", points, Point::strikeAngleDeg, 2);
        column(json, "lowest_strike_angle_deg", points, Point::lowestStrikeAngleDeg, 2);
        column(json, "highest_strike_angle_deg", points, Point::highestStrikeAngleDeg, 2);
        column(json, "contact_time_ms", points, Point::contactTimeMs, 1);
        column(json, "flight_time_ms", points, Point::flightTimeMs, 1);
        column(json, "duty_factor", points, Point::dutyFactor, 3);
        column(json, "cadence_spm", points, Point::cadenceSpm, 1);
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, String name, List<Point> points, ToIntFunction<Point> of)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Point point : points) {
            json.writeNumber(of.applyAsInt(point));
        }
        json.writeEndArray();
    }

    private static void column(
            JsonGenerator json, String name, List<Point> points, Function<Point, @Nullable Float> of, int decimals)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Point point : points) {
            JsonText.element(json, of.apply(point), decimals);
        }
        json.writeEndArray();
    }
}

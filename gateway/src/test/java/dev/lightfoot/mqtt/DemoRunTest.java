package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What mosquitto_sub heard of a run of the demo, as the documentation shows it. */
final class DemoRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HEARD = Schemas.FOLDER.resolve("demo-run.txt");
    private static final String BASE = "lightfoot/demo/";

    /** A line as mosquitto_sub -v writes it. */
    private record Line(String topic, JsonNode body) {
        static Line of(String text) throws IOException {
            int space = text.indexOf(' ');
            assertThat(text).startsWith(BASE);
            return new Line(text.substring(BASE.length(), space), JSON.readTree(text.substring(space + 1)));
        }
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(HEARD)) {
            lines.add(Line.of(text));
        }
        return lines;
    }

    @Test
    void everyMessageFitsItsSchemaAndEveryTopicIsThere() throws IOException {
        TreeSet<String> topics = new TreeSet<>();
        for (Line line : lines()) {
            assertThat(Schemas.mistakes(line.topic(), line.body())).isEmpty();
            topics.add(line.topic());
        }
        assertThat(topics)
                .containsExactly(
                        "bridge",
                        "command/request",
                        "command/response",
                        "cue",
                        "form",
                        "form/change",
                        "live",
                        "pod/c0ffee000001",
                        "pod/c0ffee000002",
                        "run",
                        "run/summary",
                        "status",
                        "strike");
    }

    @Test
    void idsRiseByTopicAndTheSummaryCountsTheStrikes() throws IOException {
        Map<String, Long> newest = new HashMap<>();
        int strikes = 0;
        JsonNode summary = JSON.nullNode();
        for (Line line : lines()) {
            if (line.body().has("id")) {
                long id = line.body().get("id").asLong();
                assertThat(id).as(line.topic()).isGreaterThan(newest.getOrDefault(line.topic(), -1L));
                newest.put(line.topic(), id);
            }
            strikes += line.topic().equals("strike") ? 1 : 0;
            summary = line.topic().equals("run/summary") ? line.body() : summary;
        }
        assertThat(summary.get("strikes").asInt()).isEqualTo(strikes);
    }

    @Test
    void whatTheNoteShowsWasHeard() throws IOException {
        List<String> heard = Files.readAllLines(HEARD);
        List<String> shown = Files.readAllLines(Path.of("MQTT.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(BASE))
                .toList();
        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(heard).containsAll(shown);
    }
}

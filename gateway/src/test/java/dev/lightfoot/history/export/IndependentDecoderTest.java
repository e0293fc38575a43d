package dev.lightfoot.history.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.SessionMesg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads a FIT file with a decoder that shares no code with Garmin's. Needs what deploy/fit-check installs. */
final class IndependentDecoderTest {
    private static final Path PARSER =
            Path.of("target", "npm", "node_modules", "fit-file-parser", "dist", "fit-parser.js");

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void fitFileParserReadsTotalsRecordsAndOurOwnFields() throws Exception {
        assumeTrue(Files.exists(PARSER), "skipped: fit-file-parser is not at " + PARSER + ", run deploy/fit-check");
        Path file = folder.resolve("h.db");
        ExportedRun.keep(file);
        byte[] fit = ExportedRun.bytes(file, RunExport.Format.FIT, FitFields.PLAIN);
        SessionMesg session = new FitDecoder()
                .decode(new ByteArrayInputStream(fit))
                .getSessionMesgs()
                .getFirst();

        JsonNode read = read(Files.write(folder.resolve("run.fit"), fit));

        JsonNode readSession = read.get("sessions").get(0);
        assertThat(readSession.get("total_timer_time").floatValue()).isEqualTo(session.getTotalTimerTime());
        assertThat(readSession.get("num_laps").asInt()).isEqualTo(session.getNumLaps());
        assertThat(read.get("laps")).hasSize(session.getNumLaps());
        List<Map<String, String>> rows = ExportedRun.rows(file);
        int compared = 0;
        for (JsonNode record : read.get("records")) {
            String second = record.get("timestamp").asText().substring(0, 19);
            double cadence = ExportedRun.mean(rows, second, "cadence_spm");
            double contactTime = ExportedRun.mean(rows, second, "contact_time_ms");
            if (!Double.isNaN(cadence)) {
                double strides = record.get("cadence").asDouble()
                        + record.get("fractional_cadence").asDouble();
                assertThat(2 * strides).as(second).isCloseTo(cadence, within(0.1));
                assertThat(record.get("stance_time").asDouble()).as(second).isCloseTo(contactTime, within(0.1));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(150);
        assertThat(StreamSupport.stream(read.get("records").spliterator(), false))
                .anySatisfy(record -> {
                    assertThat(record.get("Rearfoot Share").asDouble()).isBetween(0.0, 100.0);
                    assertThat(record.get("Form State").asInt()).isEqualTo(2);
                    assertThat(record.get("Strike Angle Left").isNumber()).isTrue();
                });
        System.out.println("fit-file-parser read " + read.get("records").size() + " records, " + compared
                + " with cadence and stance time as in the CSV; a record: "
                + read.get("records").get(60));
    }

    private static JsonNode read(Path fit) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node",
                        Path.of("src", "test", "js", "read-fit.mjs").toString(),
                        PARSER.toAbsolutePath().toString(),
                        fit.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode read = new ObjectMapper().readTree(node.getInputStream());
        assertThat(node.waitFor()).isZero();
        return read;
    }
}

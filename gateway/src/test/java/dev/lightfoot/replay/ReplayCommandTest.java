package dev.lightfoot.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String HEADER =
            "time_us,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyro_x_radps,gyro_y_radps,gyro_z_radps\n";
    private static final String HEAD = "# lightfoot-trace 1\n# foot: left\n" + HEADER;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void aTraceEndsWithASummaryOfWhatWasReadAndRejected() throws Exception {
        Path trace =
                write("t.csv", HEAD + "0,0,0,9.8,0,0,0\n5000,0,0,9.8,0,0,0\nrubbish\n10000,0,0\n15000,0,0,9.8,0,0,0\n");

        assertThat(run(null, trace)).isZero();
        assertThat(out())
                .last()
                .asString()
                .startsWith("{\"type\":\"summary\",\"samples\":3,\"rejected_lines\":2,\"duration_ms\":15,");
    }

    @Test
    void whatIsNoReadingAndTimesThatDoNotGrowAreCounted() throws Exception {
        Path trace = write(
                "t.csv",
                HEAD + "5000,0,0,9.8,0,0,0\n10000,0,0,NaN,0,0,0\n15000,0,0,9.8,0,-Infinity,0\n"
                        + "5000,0,0,9.8,0,0,0\n0,0,0,9.8,0,0,0\n9223372036854775807,0,0,9.8,0,0,0\n"
                        + "-9223372036854775808,0,0,9.8,0,0,0\n20000,0,0,9.8,0,0,0\n");

        assertThat(run(null, trace)).isZero();
        assertThat(out()).last().asString().contains("\"samples\":2,\"rejected_lines\":6,\"duration_ms\":15,");
    }

    @Test
    void aTraceWithoutAnySampleIsTold() throws Exception {
        assertFails(HEAD, "has no sample that can be used");
        assertFails(HEAD + "0,NaN,0,9.8,0,0,0\n", "1 lines were rejected");
    }

    @Test
    void gzipIsReadLikePlain() throws Exception {
        Path trace = folder.resolve("t.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(trace))) {
            gzip.write((HEAD + "0,0,0,9.8,0,0,0\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run(null, trace)).isZero();
        assertThat(out()).last().asString().contains("\"samples\":1");
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        assertFails("# lightfoot-trace 1\n# foot: left\ntime_us,acc_x_mps2\n", "column acc_y_mps2 is missing");
    }

    @Test
    void whatIsNoTraceIsRefused() throws Exception {
        assertFails("hello\n", "lack '# lightfoot-trace 1'");
        assertFails("", "has no header line");
        assertFails("# lightfoot-trace 2\n" + HEADER, "trace version 2 is not known");
        assertFails("# lightfoot-trace 1\n# foot: both\n" + HEADER, "foot 'both' must be left or right");
        assertFails("# lightfoot-trace 1\n" + HEADER, "names no foot");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThat(run(null, folder.resolve("none.csv"))).isEqualTo(1);
        assertThat(run(null, folder)).isEqualTo(1);
        assertThat(err())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("none.csv: no such file"),
                        line -> assertThat(line).contains("is a directory"));
    }

    @Test
    void aTruncatedGzipSaysHowFarItCame() throws Exception {
        Path whole = folder.resolve("whole.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(whole))) {
            gzip.write((HEAD + "0,0,0,9.8,0,0,0\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = folder.resolve("half.gz");
        Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length - 12));

        assertThat(run(null, half)).isEqualTo(1);
        assertThat(err()).singleElement().asString().contains("half.gz: breaks off after");
    }

    @Test
    void twoTracesOfOneFootNeedToBeTold() throws Exception {
        Path trace = write("a.csv", HEAD + "0,0,0,9.8,0,0,0\n");
        Path other = write("b.csv", HEAD + "0,0,0,9.8,0,0,0\n");

        assertThat(run(null, trace, other)).isEqualTo(1);
        assertThat(err()).singleElement().asString().contains("both traces are of the left foot");
        assertThat(run(Foot.RIGHT, trace, other)).isZero();
    }

    private void assertFails(String content, String message) throws IOException {
        err.reset();
        assertThat(run(null, write("bad.csv", content))).isEqualTo(1);
        assertThat(err())
                .singleElement()
                .asString()
                .startsWith("lightfoot: ")
                .contains("bad.csv")
                .contains(message);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int run(@Nullable Foot foot, Path... traces) {
        return new ReplayCommand(FormSettings.defaults())
                .run(
                        List.of(traces),
                        foot,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

package dev.lightfoot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void badUsageIsOneLineAndExitCodeTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("trace", "--scenario", "slide", "--seed", "x", "--out", "o"))
                .isEqualTo(2);
        assertThat(run("trace", "--scenario", "nope", "--seed", "1", "--out", "o"))
                .isEqualTo(2);
        assertThat(run("trace", "--scenario", "slide", "--seed", "1", "--rate", "7", "--out", "o"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).startsWith("sensor-sim: "));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("trace", "--scenario", "standing", "--seed", "1", "--out", file.toString()))
                .isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("--out " + file + " cannot be written to");
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("sensor-sim ");
    }

    @Test
    void scenariosAreListedAsJson() {
        assertThat(run("scenarios", "--json")).isZero();
        assertThat(out.toString().lines())
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line)
                        .matches("\\{\"name\":\"[a-z-]+\",\"duration_s\":[0-9.]+,\"description\":\"[^\"\\\\]+\"}"));
    }

    @Test
    void aTraceHasItsFormatItsTruthAndItsForm(@TempDir Path folder) throws IOException {
        assertThat(run("trace", "--scenario", "slide", "--seed", "4", "--rate", "100", "--out", folder.toString()))
                .isZero();

        List<String> left = gunzipped(folder.resolve("slide-4_L.csv.gz"));
        assertThat(left.subList(0, 2)).containsExactly("# lightfoot-trace 1", "# foot: left");
        assertThat(left.get(3)).startsWith("time_us,acc_x_mps2").endsWith(",gyro_z_radps");
        assertThat(left.get(4)).startsWith("0,");
        assertThat(left.get(5)).startsWith("10000,");
        assertThat(gunzipped(folder.resolve("slide-4_R.csv.gz")))
                .hasSameSizeAs(left)
                .contains("# foot: right");
        assertThat(Files.readAllLines(folder.resolve("truth.csv")))
                .hasSizeGreaterThan(150)
                .first()
                .isEqualTo("trial,foot,kind,ic_s,tc_s,strike_angle_deg,pattern,timing,flight_ms,duty_factor,speed_mps");
        assertThat(Files.readAllLines(folder.resolve("form.csv")))
                .startsWith("second,state", "0,standing")
                .contains("10,good", "24,drifting", "35,jogging", "50,good");
    }

    private int run(String... args) {
        CommandLine commandLine = Main.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private static List<String> gunzipped(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}

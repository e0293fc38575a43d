package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunSummary;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that bring runs in and take them out, on a history of their own. */
final class HistoryCommandsTest {
    private static final String STARTED = "2026-11-01T06:30:00Z";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream standardOutput = System.out;
    private Path config;

    @BeforeEach
    void configure() throws Exception {
        config = Files.writeString(
                folder.resolve("lightfoot.toml"), "[history]\nfile = \"" + folder.resolve("h.db") + "\"\n");
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(standardOutput);
    }

    private int execute(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = config.toString();
        out.reset();
        err.getBuffer().setLength(0);
        return Main.commandLine().setErr(new PrintWriter(err)).execute(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void importRun() throws Exception {
        List<Path> traces = TraceOf.jogging(folder);
        assertThat(execute(
                        "import-trace",
                        "--started",
                        STARTED,
                        traces.get(0).toString(),
                        traces.get(1).toString()))
                .as(err.toString())
                .isZero();
    }

    @Test
    void anImportedTraceIsARunOfItsTime() throws Exception {
        importRun();
        assertThat(out()).startsWith("run 1 of 2026-11-01T06:30:0").contains(" strikes");
        try (HistoryReader reader = HistoryReader.open(folder.resolve("h.db"))) {
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(run.strikes()).isGreaterThan(60);
            assertThat(run.startedUs()).isBetween(1_793_514_600_000_000L, 1_793_514_610_000_000L);
        }
        List<Path> traces = TraceOf.jogging(folder);
        assertThat(execute("import-trace", "--started", STARTED, traces.get(0).toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("run 1 of").contains("is of the same time");
        assertThat(execute(
                        "import-trace", "--started", "yesterday", traces.get(0).toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--started yesterday must be like");
    }

    @Test
    void aRunIsExportedToAFileOrPrintedAndAllAtOnce() throws Exception {
        importRun();
        assertThat(execute("export", "1", "--format", "csv")).isZero();
        assertThat(out().lines().findFirst().orElseThrow()).startsWith("time_utc,after_start_s,foot,pattern");
        Path fit = folder.resolve("run.fit");
        assertThat(execute("export", "latest", "--format", "fit", "--out", fit.toString()))
                .isZero();
        assertThat(new String(Files.readAllBytes(fit), 8, 4, StandardCharsets.US_ASCII))
                .isEqualTo(".FIT");
        assertThat(execute("export", "1", "--format", "fit")).isEqualTo(2);
        assertThat(err.toString()).contains("give --out FILE");
        assertThat(execute("export", "7", "--format", "json")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("there is no run 7");
        Path all = folder.resolve("all");
        assertThat(execute("export", "--all", "--format", "json", "--out", all.toString()))
                .isZero();
        assertThat(all.resolve("lightfoot-run-1-2026-11-01T0630Z.json")).isNotEmptyFile();
    }

    @Test
    void aRunIsDeletedWithConsentAndComesBackWithTheBackup() throws Exception {
        importRun();
        Path copy = folder.resolve("copy");
        assertThat(execute("backup", copy.toString())).isZero();
        assertThat(out()).contains("checked");
        assertThat(execute("delete", "1", "--yes")).isZero();
        assertThat(out()).contains("run 1 of 2026-11-01T06:30:0").contains("is deleted");
        assertThat(execute("delete", "1", "--yes")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no run 1");
        assertThat(execute("runs")).isZero();
        assertThat(out()).contains("no runs yet");
        assertThat(execute("restore", copy.toString())).isZero();
        assertThat(out()).contains("is kept as");
        assertThat(execute("runs", "--json")).isZero();
        assertThat(out().toLowerCase(Locale.ROOT)).contains("\"run\":1").contains("\"shoe\":\"default\"");
    }
}

package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private Path file;
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);

    @BeforeEach
    void keepARun() throws HistoryException {
        file = folder.resolve("h.db");
        try (History history = History.open(HistorySettings.of(file), START_US)) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.REARFOOT));
            history.accept(Stride.form(1_000_000, FormState.GOOD));
            history.accept(Stride.form(63_000_000, FormState.JOGGING));
            history.accept(Stride.cue(65_000_000, CueKind.WARNING));
            history.accept(Stride.strike(66_000_000, Foot.RIGHT, StrikePattern.MIDFOOT));
            history.accept(Stride.stance(66_000_000, Foot.RIGHT));
            history.accept(Stride.strike(3_661_000_000L, Foot.RIGHT, StrikePattern.MIDFOOT));
        }
    }

    private String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsAreATable() {
        assertThat(new RunsCommand(file, ZONE).run(10, false, out, err)).isZero();
        assertThat(out().lines())
                .containsExactly(
                        "  run  start             duration  strikes  rearfoot  cues  longest good",
                        "    2  2026-11-22 08:31      0:00        1       0 %     0          0:00",
                        "    1  2026-11-22 07:30      1:06        2      50 %     1          1:02");
    }

    @Test
    void runsAreAJsonArrayOnRequest() throws IOException {
        assertThat(new RunsCommand(file, ZONE).run(1, true, out, err)).isZero();
        JsonNode runs = new ObjectMapper().readTree(out());
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).get("run").asInt()).isEqualTo(2);
        assertThat(runs.get(0).get("started").asText()).isEqualTo("2026-11-22T07:31:01.000Z");
        assertThat(runs.get(0).get("mean_cadence_spm").isNull()).isTrue();
    }

    @Test
    void aRunIsShownWithItsCuesAndItsForm() throws HistoryException {
        new RunDesk(file).describe(1, new RunNote("blue", Surface.GRASS, 4, "soft"));
        assertThat(new ShowCommand(file, ZONE).run(1, false, out, err)).isZero();
        assertThat(out().lines())
                .containsExactly(
                        "Run 1, 2026-11-22 07:30, 1:06",
                        "  worn          shoe blue, on grass, perceived effort 4 of 10",
                        "  note          soft",
                        "  strikes       2 (left 1, right 1): rearfoot 1, midfoot 1, forefoot 0; rearfoot share 50 %",
                        "  cadence       173 steps/min on average",
                        "  contact time  250 ms on average",
                        "  form          standing 0:00, walking 0:00, good 1:02, drifting 0:00, jogging 0:03;"
                                + " longest good stretch 1:02",
                        "  endurance     form held to the end; walk breaks 0",
                        "  cues          nudge 0, warning 1, stop 0, restored 0",
                        "       1:05  warning   left   strength 0.50",
                        "  form over time",
                        "       0:01  good  (jogging score 0.25)",
                        "       1:03  jogging  (jogging score 0.25)");
    }

    @Test
    void aRunIsAJsonObjectOnRequest() throws IOException {
        assertThat(new ShowCommand(file, ZONE).run(1, true, out, err)).isZero();
        JsonNode run = new ObjectMapper().readTree(out());
        assertThat(run.get("good_s").asDouble()).isEqualTo(62.0);
        assertThat(run.get("cues").get("warning").asInt()).isEqualTo(1);
        assertThat(run.get("cue_events").get(0).get("cue").asText()).isEqualTo("warning");
        assertThat(run.get("form_events")).hasSize(2);
    }

    @Test
    void anUnknownRunAndAMissingHistoryAreOneClearLine() {
        assertThat(new ShowCommand(file, ZONE).run(9, false, out, err)).isEqualTo(1);
        assertThat(new RunsCommand(folder.resolve("none.db"), ZONE).run(9, false, out, err))
                .isEqualTo(1);
        assertThat(errBytes.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("lightfoot: there is no run 9 in "),
                        line -> assertThat(line).startsWith("lightfoot: there is no history at "));
        assertThat(out()).isEmpty();
    }
}

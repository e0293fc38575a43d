package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightfoot.ble.FileAdoption;
import dev.lightfoot.ble.PodFile;
import dev.lightfoot.config.Config;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.HapticStatus;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Stride;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.mqtt.CommandDesk.RefusedException;
import dev.lightfoot.mqtt.Request;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each command does. */
final class DeskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    private final StringBuilder felt = new StringBuilder();
    private final Haptic haptic = new Felt();
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), haptic, new EventRing(64));
    private final Thread thread =
            Thread.ofPlatform().daemon().name("strike loop").start(loop);
    private Config config;
    private History history;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.writeString(folder.resolve("lightfoot.toml"), """
                [mqtt]
                enabled = true
                username = "runner"
                password-file = "hidden"
                [history]
                file = "h.db"
                """);
        config = Config.load(file);
        history = History.open(HistorySettings.of(config.history().file()), Stride.START_US);
        desk = desk(haptic);
    }

    private Desk desk(Haptic actuator) {
        PodFile pods = new PodFile(folder.resolve("pods"));
        return new Desk(
                config,
                loop,
                history,
                new FileAdoption(pods, InstantSource.fixed(NOW), List::of),
                new HapticTrial(actuator, loop));
    }

    @AfterEach
    void close() throws InterruptedException {
        history.close();
        loop.close();
        thread.join();
    }

    private JsonNode ask(String command, Map<String, Object> arguments) throws RefusedException, IOException {
        return ask(desk, command, arguments);
    }

    private static JsonNode ask(Desk desk, String command, Map<String, Object> arguments)
            throws RefusedException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            desk.answer(new Request("t", command, arguments), json);
            json.writeEndObject();
        }
        return new ObjectMapper().readTree(text.toString());
    }

    private void run(long fromUs) {
        for (int i = 0; i < 10; i++) {
            history.accept(Stride.strike(fromUs + i * 350_000L, Foot.LEFT, StrikePattern.MIDFOOT));
        }
        history.tick(Stride.START_US + fromUs + 5_000_000);
    }

    @Test
    void everyButtonIsACommandWithoutArguments() throws Exception {
        for (String button : desk.buttons()) {
            ask(button, Map.of());
        }
        assertThat(felt).hasToString("nudge left");
    }

    @Test
    void aRunEndsAndTheNextStridesAreOfAnother() throws Exception {
        assertThatThrownBy(() -> ask("end-run", Map.of())).hasMessage("no run is under way");
        run(0);
        assertThat(ask("end-run", Map.of()).get("ended_run").asLong()).isEqualTo(1);
        history.tick(Stride.START_US + 6_000_000);
        assertThat(history.openRun()).isNull();
        assertThat(ask("start-run", Map.of()).get("ended_run").isNull()).isTrue();
        run(7_000_000);
        assertThat(history.openRun()).isEqualTo(2);
        assertThat(ask("start-run", Map.of()).get("ended_run").asLong()).isEqualTo(2);
        run(13_000_000);
        assertThat(history.openRun()).isEqualTo(3);
        JsonNode runs = ask("history", Map.of("limit", 2L)).get("runs");
        assertThat(runs).hasSize(2);
        assertThat(ask("history", Map.of("run", 1L)).at("/runs/0/strikes").asInt())
                .isEqualTo(10);
        assertThatThrownBy(() -> ask("history", Map.of("run", 9L))).hasMessage("there is no run 9");
    }

    @Test
    void theWindowForNewPodsOpensForAWhile() throws Exception {
        assertThat(ask("adopt", Map.of("seconds", 90L)).get("until").asText()).isEqualTo("2026-11-23T10:01:30.000Z");
        assertThat(new PodFile(folder.resolve("pods")).read().windowUntil()).isEqualTo(NOW.plusSeconds(90));
        assertThatThrownBy(() -> ask("adopt", Map.of("seconds", 601L))).hasMessageContaining("1 to 600");
    }

    @Test
    void aCueIsFeltOnTheFootThatIsNamed() throws Exception {
        ask("haptic-test", Map.of("cue", "stop", "foot", "right"));
        assertThat(felt).hasToString("stop right");
        assertThatThrownBy(() -> ask("haptic-test", Map.of("cue", "kick")))
                .hasMessage("argument cue = kick is not allowed: nudge, warning, stop, restored");
        assertThatThrownBy(() -> ask(desk(new NoHaptic()), "haptic-test", Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("set haptic.kind");
    }

    @Test
    void theConfigurationIsToldWithoutSecrets() throws Exception {
        JsonNode told = ask("config", Map.of());
        assertThat(told.at("/mqtt/url").asText()).isEqualTo("tcp://127.0.0.1:1883");
        assertThat(told.at("/form/cues/cue_gap_s").asDouble()).isEqualTo(6);
        assertThat(told.at("/haptic/kinds").isArray()).isTrue();
        assertThat(told.toString()).doesNotContain("runner", "hidden", "password", "username", "key_file");
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatIs() {
        assertThatThrownBy(() -> ask("reboot", Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("unknown command \"reboot\": there are ping, history");
        assertThatThrownBy(() -> ask("mute", Map.of("for", 5L)))
                .hasMessage("command mute has no argument for: it has none");
    }

    private final class Felt implements Haptic {
        @Override
        public boolean play(CueKind cue, Foot foot, float strength) {
            felt.append((cue + " " + foot).toLowerCase(Locale.ROOT));
            return true;
        }

        @Override
        public void beat(float cadenceSpm) {
            felt.append(" beat");
        }

        @Override
        public HapticStatus status() {
            return new HapticStatus("a motor", null, false);
        }

        @Override
        public void close() {
            felt.append(" at rest");
        }
    }
}

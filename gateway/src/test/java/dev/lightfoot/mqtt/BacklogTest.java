package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Stride;
import dev.lightfoot.mqtt.Subscriber.Heard;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class BacklogTest {
    private static final Patience TEN_WAIT = new Patience(250, 4_000, 5_000, 10_000, 10, 10);

    @TempDir
    Path folder;

    @Test
    void beyondItsBoundTheOldestAreNotPublishedAndThatIsTold() throws Exception {
        Mosquitto broker = Mosquitto.start(folder);
        Path file = folder.resolve("h.db");
        try (History history = History.open(HistorySettings.of(file), Stride.START_US)) {
            for (int i = 0; i < 35; i++) {
                history.accept(Stride.strike(i * 350_000L, Foot.LEFT, StrikePattern.MIDFOOT));
            }
            history.accept(Stride.cue(12_000_000, CueKind.NUDGE));
            MqttSettings settings =
                    new MqttSettings("tcp://127.0.0.1:" + broker.port(), "backlog", Credentials.none(), "test", false);
            try (Subscriber subscriber = new Subscriber(broker.port(), "lightfoot/test/");
                    PahoPublisher publisher = PahoPublisher.start(
                            settings, TEN_WAIT, history.outbox("mqtt"), "1.2.3", InstantSource.system(), null)) {
                publisher.wake();
                Heard bridge = subscriber.await("bridge", body -> true);
                assertThat(bridge.body().at("/dropped/strike").asInt()).isEqualTo(25);
                assertThat(bridge.body().at("/dropped/cue").asInt()).isZero();
                subscriber.await("strike", body -> body.get("id").asLong() == 35);
                subscriber.await("cue", body -> body.get("late").asBoolean());
                assertThat(subscriber.on("strike"))
                        .extracting(Heard::id)
                        .containsExactly(26L, 27L, 28L, 29L, 30L, 31L, 32L, 33L, 34L, 35L);
            }
            try (HistoryReader reader = HistoryReader.open(file)) {
                assertThat(reader.strikes(1)).hasSize(35);
            }
        } finally {
            broker.kill();
        }
    }
}

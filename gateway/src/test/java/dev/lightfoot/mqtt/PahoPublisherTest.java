package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.Entry;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.mqtt.Subscriber.Heard;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class PahoPublisherTest {
    private static final String BASE = "lightfoot/test/";

    @TempDir
    Path folder;

    private final long nowUs = System.currentTimeMillis() * 1_000;
    private Mosquitto broker;
    private History history;

    @BeforeEach
    void start() throws Exception {
        broker = Mosquitto.start(folder);
        history = History.open(HistorySettings.of(folder.resolve("h.db")), nowUs);
    }

    @AfterEach
    void stop() throws Exception {
        if (history != null) {
            history.close();
        }
        if (broker != null) {
            broker.kill();
        }
    }

    private PahoPublisher publisher(int port) throws HistoryException {
        return publisher(port, false);
    }

    private PahoPublisher publisher(int port, boolean homeAssistant) throws HistoryException {
        MqttSettings settings = new MqttSettings(
                "tcp://127.0.0.1:" + port, "lightfoot-test", Credentials.none(), "test", homeAssistant);
        PahoPublisher publisher =
                PahoPublisher.start(settings, history.outbox("mqtt"), "1.2.3", InstantSource.system(), null);
        history.onCommit(publisher::wake);
        return publisher;
    }

    private Event.Stood stance(long afterUs, float cadenceSpm) {
        return new Event.Stood(
                Foot.LEFT,
                nowUs + afterUs,
                nowUs + afterUs + 250_000,
                250f,
                null,
                false,
                0.38f,
                cadenceSpm,
                GaitKind.RUNNING);
    }

    private Event.Struck strike(long afterUs) {
        return new Event.Struck(
                Foot.LEFT, nowUs + afterUs, nowUs + afterUs + 40_000, StrikePattern.REARFOOT, 0.9f, 11.5f);
    }

    @Test
    void strikesFormCuesAndStatesReachASubscriber() throws Exception {
        try (Subscriber subscriber = new Subscriber(broker.port(), BASE)) {
            try (PahoPublisher publisher = publisher(broker.port())) {
                publisher.accept(new Event.Linked(nowUs, "AA:BB:CC:00:11:22", Foot.LEFT, "streaming", "", 87));
                history.accept(strike(0));
                history.accept(new Event.Formed(nowUs, FormState.DRIFTING, 0.6f, 0.4f));
                history.accept(new Event.Cued(nowUs + 1_000, CueKind.NUDGE, Foot.LEFT, 0.5f));

                Heard cue =
                        subscriber.await("cue", body -> body.get("cue").asText().equals("nudge"));
                assertThat(cue.body().get("late").asBoolean()).isFalse();
                assertThat(cue.body().get("schema").asInt()).isEqualTo(1);
                assertThat(cue.body().get("time").asText())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
                Heard strike = subscriber.await("strike", body -> true);
                assertThat(strike.body().get("pattern").asText()).isEqualTo("rearfoot");
                assertThat(strike.body().get("strike_angle_deg").asDouble()).isEqualTo(11.5);
                subscriber.await("form", body -> body.get("state").asText().equals("drifting"));
                subscriber.await(
                        "form/change", body -> body.get("state").asText().equals("drifting"));
                subscriber.await("run", body -> body.get("state").asText().equals("running"));
                subscriber.await(
                        "pod/aabbcc001122", body -> body.get("battery_pct").asInt() == 87);
                subscriber.await("bridge", body -> body.get("version").asText().equals("1.2.3"));
                subscriber.await("status", body -> body.get("status").asText().equals("online"));
                history.endRun();
            }
            subscriber.await("run/summary", body -> body.get("strikes").asInt() == 1);
            subscriber.await("status", body -> body.get("status").asText().equals("offline"));
        }
    }

    @Test
    void aBrokerKilledInMidStreamLosesNothingAndKeepsTheOrder() throws Exception {
        List<Long> ids;
        try (TcpGate gate = new TcpGate(broker.port());
                Subscriber subscriber = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(gate.port())) {
            for (int round = 0; round < 3; round++) {
                for (int i = round * 1_000; i < (round + 1) * 1_000; i++) {
                    history.accept(strike(i * 1_000L));
                }
                history.accept(new Event.Cued(nowUs + round * 1_000_000L, CueKind.NUDGE, Foot.LEFT, 0.5f));
                long firstId = committedStrikeIds().get(round * 1_000);
                subscriber.await("strike", body -> body.get("id").asLong() >= firstId);
                broker.kill();
                gate.shut();
                broker.startAgain();
                subscriber.awaitSubscribed();
                gate.open();
                publisher.wake();
            }
            long lastId = committedStrikeIds().getLast();
            subscriber.await("strike", body -> body.get("id").asLong() == lastId);
            ids = subscriber.on("strike").stream().map(Heard::id).toList();
        }
        // A repeat has been heard before; the ids heard for the first time rise without a gap.
        assertThat(ids.stream().distinct())
                .containsExactlyElementsOf(committedStrikeIds())
                .hasSize(3_000);
        assertThat(ids).as("repeats").hasSizeLessThanOrEqualTo(3_000 + 3 * 250);
    }

    private List<Long> committedStrikeIds() throws HistoryException {
        try (HistoryReader reader = HistoryReader.open(folder.resolve("h.db"))) {
            return reader.strikes(1).stream().map(Entry::id).toList();
        }
    }

    @Test
    void whoDiesIsReportedOfflineByTheLastWill() throws Exception {
        try (TcpGate gate = new TcpGate(broker.port());
                Subscriber subscriber = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(gate.port())) {
            subscriber.await("status", body -> body.get("status").asText().equals("online"));
            gate.shut();
            Heard offline = subscriber.await(
                    "status", body -> body.get("status").asText().equals("offline"));
            gate.open();
            publisher.wake();
            subscriber.await(
                    "status",
                    body -> body.get("id").asLong() > offline.id()
                            && body.get("status").asText().equals("online"));
        }
    }

    @Test
    void ofFormTheNewestIsRetainedAndALateCueSaysSo() throws Exception {
        history.accept(new Event.Formed(nowUs - 60_000_000, FormState.GOOD, 0.1f, null));
        history.accept(new Event.Cued(nowUs - 30_000_000, CueKind.WARNING, Foot.RIGHT, 0.7f));
        history.accept(new Event.Formed(nowUs - 20_000_000, FormState.JOGGING, 1.4f, 0.9f));
        try (Subscriber live = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(broker.port())) {
            Heard cue = live.await("cue", body -> body.get("cue").asText().equals("warning"));
            assertThat(cue.body().get("late").asBoolean()).isTrue();
            live.await("form", body -> body.get("state").asText().equals("jogging"));
            assertThat(live.on("form")).hasSize(1);
            live.await("form/change", body -> body.get("state").asText().equals("jogging"));
            assertThat(live.on("form/change")).hasSize(2);
            history.accept(new Event.Formed(nowUs, FormState.WALKING, null, null));
            live.await("form", body -> body.get("state").asText().equals("walking"));
            try (Subscriber later = new Subscriber(broker.port(), BASE)) {
                Heard form = later.await("form", body -> true);
                assertThat(form.retained()).isTrue();
                assertThat(form.body().get("state").asText()).isEqualTo("walking");
                assertThat(form.body().get("jogging_score").isNull()).isTrue();
            }
            publisher.wake();
        }
    }

    @Test
    void aCueThatAHalfOpenConnectionSwallowsComesLateAndNotAsLive() throws Exception {
        try (TcpGate gate = new TcpGate(broker.port());
                Subscriber subscriber = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(gate.port())) {
            publisher.wake();
            subscriber.await("status", body -> body.get("status").asText().equals("online"));
            gate.stall();
            long startNs = System.nanoTime();
            history.accept(new Event.Cued(System.currentTimeMillis() * 1_000, CueKind.WARNING, Foot.LEFT, 0.5f));
            gate.awaitAccepted(2, 20_000);
            assertThat((System.nanoTime() - startNs) / 1_000_000)
                    .as("ms until given up")
                    .isBetween(2_900L, 8_000L);
            gate.resume();
            Heard cue = subscriber.await("cue", body -> true);
            assertThat(cue.body().get("late").asBoolean()).isTrue();
            assertThat(subscriber.on("cue")).hasSize(1);
        }
    }

    @Test
    void whatWasWrittenWithoutABrokerIsSentWhenItComes() throws Exception {
        broker.kill();
        try (PahoPublisher publisher = publisher(broker.port())) {
            history.accept(strike(0));
            history.tick(nowUs);
            broker.startAgain();
            try (Subscriber subscriber = new Subscriber(broker.port(), BASE)) {
                history.accept(strike(400_000));
                history.tick(nowUs + 2_000_000);
                subscriber.await("status", body -> body.get("status").asText().equals("online"));
                subscriber.await("strike", body -> body.get("id").asLong() == 2);
            }
            publisher.wake();
        }
    }

    @Test
    void aCueOvertakesABacklogOfStrikes() throws Exception {
        int backlog = 20_000;
        for (int i = 0; i < backlog; i++) {
            history.accept(strike(i * 1_000L));
        }
        history.tick(nowUs);
        try (Subscriber subscriber = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(broker.port())) {
            subscriber.await("strike", body -> true);
            long startNs = System.nanoTime();
            history.accept(new Event.Cued(nowUs, CueKind.STOP, Foot.LEFT, 1f));
            subscriber.await("cue", body -> true);
            long cueMs = (System.nanoTime() - startNs) / 1_000_000;
            assertThat(cueMs).as("ms to the cue").isLessThan(2_000);
            assertThat(subscriber.on("strike")).as("strikes before the cue").hasSizeLessThan(backlog);
            subscriber.await("strike", body -> body.get("id").asLong() == backlog);
            assertThat(subscriber.on("strike")).extracting(Heard::id).isSorted().hasSize(backlog);
            publisher.wake();
        }
    }

    @Test
    void liveFiguresAreRetainedAndForgottenWhenTheFeetRest() throws Exception {
        try (Subscriber subscriber = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(broker.port())) {
            publisher.accept(strike(0));
            publisher.accept(stance(0, 160f));
            publisher.accept(stance(700_000, 170f));
            publisher.tick(nowUs + 1_000_000);
            Heard running =
                    subscriber.await("live", body -> body.get("cadence_spm").asDouble() == 165.0);
            assertThat(running.body().get("rearfoot_share").asDouble()).isEqualTo(1.0);
            assertThat(running.body().get("contact_time_ms").asInt()).isEqualTo(250);
            assertThat(running.body().get("flight_time_ms").isNull()).isTrue();
            publisher.tick(nowUs + 1_500_000);
            publisher.tick(nowUs + 20_000_000);
            subscriber.await("live", body -> body.get("cadence_spm").isNull());
            assertThat(subscriber.on("live").stream()
                            .filter(message -> message.body().has("walking"))
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void homeAssistantIsToldOfTheGatewayAndOfItsGoing() throws Exception {
        try (Subscriber discovery = new Subscriber(broker.port(), "homeassistant/")) {
            String topic = "device/lightfoot_test/config";
            try (PahoPublisher publisher = publisher(broker.port(), true)) {
                publisher.accept(new Event.Linked(nowUs, "AA:BB:CC:00:11:22", Foot.LEFT, "streaming", "", 87));
                discovery.await(topic, body -> body.at("/components").has("pod_aabbcc001122_battery"));
            }
            try (PahoPublisher publisher = publisher(broker.port(), false)) {
                publisher.wake();
                discovery.await(topic, body -> body.isMissingNode());
            }
            try (Subscriber later = new Subscriber(broker.port(), "homeassistant/")) {
                assertThat(later.on(topic)).isEmpty();
            }
        }
    }

    @Test
    void noThreadOfPahoOutlivesThePublisher() throws Exception {
        try (TcpGate gate = new TcpGate(broker.port());
                Subscriber subscriber = new Subscriber(broker.port(), BASE);
                PahoPublisher publisher = publisher(gate.port())) {
            for (int i = 0; i < 4; i++) {
                int seen = i;
                subscriber.await("status", body -> online(subscriber) > seen);
                gate.shut();
                gate.open();
            }
            publisher.wake();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains("lightfoot-test") || thread.getName().equals("mqtt-close")) {
                thread.join(5_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static long online(Subscriber subscriber) {
        return subscriber.on("status").stream()
                .filter(message -> message.body().get("status").asText().equals("online"))
                .count();
    }
}

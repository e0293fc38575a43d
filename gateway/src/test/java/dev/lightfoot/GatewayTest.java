package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.config.Config;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.broker.DemoBroker;
import dev.lightfoot.sim.broker.Subscriber;
import dev.lightfoot.sim.pod.WristbandFirmware;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the simulated pods' notifications to cue, MQTT message, live page and history, through the real composition. */
@Timeout(120)
class GatewayTest {
    private static final Scenario JOG =
            new Scenario("jog", "Jogging from the start", List.of(Segment.stand(2), Segment.jog(60)));

    @Test
    void aJogIsFeltPublishedShownAndKept(@TempDir Path folder) throws Exception {
        ConcurrentLinkedQueue<String> topics = new ConcurrentLinkedQueue<>();
        CountDownLatch cued = new CountDownLatch(1);
        ByteArrayOutputStream meter = new ByteArrayOutputStream();
        Body body = new Body(JOG, 2);
        try (VirtualBluez bluez =
                        VirtualBluez.builder(body.left(), body.right()).start();
                DemoBroker broker = DemoBroker.start(0);
                Subscriber subscriber = Subscriber.connect(
                        broker.url(),
                        "lightfoot/test/#",
                        (topic, payload) -> {
                            topics.add(topic);
                            if (topic.equals("lightfoot/test/cue")) {
                                cued.countDown();
                            }
                        },
                        () -> topics.add("lost"))) {
            assertThat(subscriber).isNotNull();
            Config config = config(folder, bluez.busAddress(), broker.url(), 0);
            Gateway gateway = Gateway.start(config, new PrintStream(meter, true, StandardCharsets.UTF_8));
            try (gateway) {
                String live = first("strike", gateway.livePage().orElseThrow().resolve("/api/live"));
                assertThat(cued.await(60, TimeUnit.SECONDS)).isTrue();
                assertThat(live).contains("\"foot\":").contains("\"pattern\":");
            }
            assertThat(gateway.dropped()).isZero();
        }

        try (HistoryReader history = HistoryReader.open(folder.resolve("history.db"))) {
            long run = history.runs(1).getFirst().id();
            int strikes = history.strikes(run).size();
            assertThat(strikes).isGreaterThan(5);
            assertThat(history.cues(run)).isNotEmpty();
            assertThat(topics.stream().filter("lightfoot/test/strike"::equals)).hasSize(strikes);
            assertThat(topics).contains("lightfoot/test/form", "lightfoot/test/status", "lightfoot/test/run/summary");
        }
        assertThat(meter.toString(StandardCharsets.UTF_8)).contains("bzz ").contains("CUE ");
    }

    @Test
    void cuesGoOnWithoutTheWristbandAndAreFeltOnItOnceItIsThere(@TempDir Path folder) throws Exception {
        Body body = new Body(JOG, 2);
        try (VirtualBluez bluez =
                VirtualBluez.builder(body.left(), body.right()).start()) {
            try (Gateway gateway = Gateway.start(withBand(folder, bluez.busAddress()), null)) {
                URI page = gateway.livePage().orElseThrow();
                assertThat(first("cue", page.resolve("/api/live"))).contains("\"cue\":");
                assertThat(status(page))
                        .contains("wristband C0:FF:EE:00:00:09 is not connected: BlueZ has not heard it");

                bluez.band().absent(false);
                await("a buzz and its end", () -> {
                    List<Integer> levels = levels(bluez);
                    return levels.size() >= 3 && levels.getLast() == 0;
                });
                assertThat(levels(bluez).getFirst()).isZero();
                assertThat(levels(bluez)).containsAnyOf(1, 2);
                assertThat(status(page)).contains("wristband C0:FF:EE:00:00:09").doesNotContain("is not connected");

                bluez.band().absent(true);
                await("the fault", () -> status(page).contains("wristband C0:FF:EE:00:00:09 is not connected: "));
                bluez.band().absent(false);
                await("the mend", () -> !status(page).contains("is not connected"));
            }
            assertThat(levels(bluez).getLast()).isZero();
        }
    }

    @Test
    void aPortInUseAndNoBluetoothAndNoBrokerLeaveTheRestGoing(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Config config =
                    config(folder, "unix:path=" + folder.resolve("no-bus"), "tcp://127.0.0.1:9", taken.getLocalPort());
            try (Gateway gateway = Gateway.start(config, null)) {
                assertThat(gateway.livePage()).isEmpty();
                assertThat(gateway.dropped()).isZero();
            }
        }
    }

    @Test
    void withoutItsHistoryItDoesNotStart(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("history.db"));
        Config config = config(folder, "unix:path=" + folder.resolve("no-bus"), "tcp://127.0.0.1:9", 0);

        assertThatThrownBy(() -> Gateway.start(config, null))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("history.db");
    }

    private static String first(String type, URI live) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(live.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:") && line.contains("\"type\":\"" + type + "\"")) {
                    return line;
                }
            }
        }
        throw new AssertionError("the live feed ended without a " + type);
    }

    private static String status(URI page) {
        try (InputStream answer = page.resolve("/api/status").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> levels(VirtualBluez bluez) {
        return bluez.band().levels().stream()
                .map(WristbandFirmware.Level::level)
                .toList();
    }

    private static void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(limitNs);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static Config withBand(Path folder, String bus) throws Exception {
        Path file = Files.writeString(folder.resolve("band.toml"), """
                [bluetooth]
                bus = "%s"
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                [[pod]]
                address = "C0:FF:EE:00:00:02"
                [haptic]
                band = "c0:ff:ee:00:00:09"
                [history]
                file = "%s"
                [web]
                port = 0
                """.formatted(bus, folder.resolve("history.db")));
        return Config.load(file);
    }

    private static Config config(Path folder, String bus, String broker, int port) throws Exception {
        Path file = Files.writeString(
                folder.resolve("lightfoot.toml"), """
                [gateway]
                name = "test"
                [bluetooth]
                bus = "%s"
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                [[pod]]
                address = "C0:FF:EE:00:00:02"
                [haptic]
                kind = "terminal"
                [mqtt]
                enabled = true
                url = "%s"
                [history]
                file = "%s"
                [web]
                port = %d
                """.formatted(bus, broker, folder.resolve("history.db"), port));
        return Config.load(file);
    }
}

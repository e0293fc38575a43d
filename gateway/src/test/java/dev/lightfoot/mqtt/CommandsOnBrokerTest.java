package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.mqtt.Subscriber.Heard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests and responses through a real mosquitto, from a client of another making. */
@Timeout(60)
final class CommandsOnBrokerTest {
    private static final String BASE = "lightfoot/test/";

    @TempDir
    Path folder;

    private final AtomicInteger done = new AtomicInteger();
    private Mosquitto broker;
    private History history;
    private PahoPublisher publisher;
    private Subscriber subscriber;

    @BeforeEach
    void start() throws Exception {
        Path rules = Files.writeString(
                folder.resolve("acl"),
                "topic deny lightfoot/+/command/request\ntopic readwrite #\nuser trusted\ntopic readwrite #\n");
        Path passwords = folder.resolve("passwords");
        run(null, "mosquitto_passwd", "-b", "-c", passwords.toString(), "trusted", "open");
        broker = Mosquitto.start(folder, "acl_file " + rules, "password_file " + passwords);
        history = History.open(HistorySettings.of(folder.resolve("h.db")), 0);
        subscriber = new Subscriber(broker.port(), BASE);
        Path password = Files.writeString(folder.resolve("password"), "open");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        publisher = PahoPublisher.start(
                new MqttSettings(
                        "tcp://127.0.0.1:" + broker.port(),
                        "lightfoot-test",
                        new Credentials(
                                Optional.of("trusted"),
                                Optional.of(password),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        "test",
                        false),
                history.outbox("mqtt"),
                "1.2.3",
                InstantSource.system(),
                (request, result) -> result.writeNumberField("done", done.incrementAndGet()));
        subscriber.await("status", body -> body.get("status").asText().equals("online"));
    }

    @AfterEach
    void stop() throws Exception {
        publisher.close();
        subscriber.close();
        history.close();
        broker.kill();
    }

    private void request(byte[] payload, String... more) throws IOException, InterruptedException {
        String[] command =
                new String[] {"mosquitto_pub", "-p", "" + broker.port(), "-t", BASE + "command/request", "-q", "1", "-s"
                };
        String[] whole = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, whole, command.length, more.length);
        run(payload, whole);
    }

    private static void run(byte @Nullable [] input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            if (input != null) {
                new ByteArrayInputStream(input).transferTo(stdin);
            }
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static byte[] ping(String transaction) {
        return ("{\"transaction\":\"" + transaction + "\",\"command\":\"ping\"}").getBytes(StandardCharsets.UTF_8);
    }

    private Heard response(String part) throws InterruptedException {
        return subscriber.await("command/response", body -> body.toString().contains(part));
    }

    @Test
    void aTrustedClientIsAnsweredAndAStrangerIsNotHeard() throws Exception {
        request(ping("stranger"));
        request(ping("friend"), "-u", "trusted", "-P", "open");
        assertThat(response("friend").body().at("/result/done").asInt()).isEqualTo(1);
        request(new byte[10_000_000], "-u", "trusted", "-P", "open");
        assertThat(response("10000000 bytes").body().get("status").asText()).isEqualTo("error");
        request("{broken".getBytes(StandardCharsets.UTF_8), "-u", "trusted", "-P", "open");
        response("no JSON");
        request(ping("friend"), "-u", "trusted", "-P", "open");
        response("answered before");
        assertThat(done).hasValue(1);
        assertThat(subscriber.on("command/response"))
                .noneMatch(message -> message.body().toString().contains("stranger"));
    }
}

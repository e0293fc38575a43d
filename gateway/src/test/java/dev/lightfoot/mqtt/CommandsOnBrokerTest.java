package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Stride;
import dev.lightfoot.mqtt.Subscriber.Heard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
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
        publisher = publisher(password, (request, result) -> result.writeNumberField("done", done.incrementAndGet()));
        subscriber.await("status", body -> body.get("status").asText().equals("online"));
    }

    private PahoPublisher publisher(Path password, @Nullable CommandDesk desk) throws HistoryException {
        PahoPublisher started = PahoPublisher.start(
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
                desk);
        history.onCommit(started::wake);
        return started;
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

    @Test
    void aThousandRequestsASecondDoNoMoreThanAFewAndTheGatewayGoesOn() throws Exception {
        int requests = 3_000;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < requests; i++) {
            lines.append(new String(ping("flood-" + i), StandardCharsets.UTF_8)).append('\n');
        }
        long startNs = System.nanoTime();
        byte[] flood = lines.toString().getBytes(StandardCharsets.UTF_8);
        run(
                flood,
                "mosquitto_pub",
                "-p",
                "" + broker.port(),
                "-t",
                BASE + "command/request",
                "-q",
                "1",
                "-l",
                "-u",
                "trusted",
                "-P",
                "open");
        response("too many requests");
        history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
        history.tick(Stride.START_US);
        subscriber.await("strike", body -> true);
        awaitFriend();
        double tookS = (System.nanoTime() - startNs) * 1e-9;
        assertThat(done.get()).isBetween(2, (int) (CommandGate.BURST + 1 + tookS * CommandGate.PER_SECOND));
        List<Heard> responses = subscriber.on("command/response");
        assertThat(responses.stream()
                        .filter(message -> message.body().get("status").asText().equals("ok")))
                .hasSize(done.get());
        assertThat(responses).hasSizeLessThanOrEqualTo(requests + 200);
        assertThat(subscriber.on("status"))
                .extracting(message -> message.body().get("status").asText())
                .doesNotContain("offline");
    }

    /** Asks until there is room for one more. */
    private void awaitFriend() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            String transaction = "friend-" + attempt;
            request(ping(transaction), "-u", "trusted", "-P", "open");
            if (subscriber.hears(
                    "command/response",
                    body -> body.get("status").asText().equals("ok")
                            && body.toString().contains(transaction),
                    300)) {
                return;
            }
        }
        throw new AssertionError("no request is heard any more after the flood");
    }

    @Test
    void whenCommandsAreOffNothingIsHeard() throws Exception {
        publisher.close();
        publisher = publisher(folder.resolve("password"), null);
        subscriber.await(
                "status",
                body -> body.get("status").asText().equals("online")
                        && subscriber.on("status").size() > 2);
        request(ping("friend"), "-u", "trusted", "-P", "open");
        history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
        history.tick(Stride.START_US);
        subscriber.await("strike", body -> true);
        assertThat(subscriber.on("command/response")).isEmpty();
        assertThat(done).hasValue(0);
    }
}

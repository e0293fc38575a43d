package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in and who is trusted, against a real mosquitto with TLS. */
@Timeout(60)
final class SecureBrokerTest {
    @TempDir
    Path folder;

    private Certificates made;
    private @Nullable Mosquitto broker;

    @BeforeEach
    void makeCertificates() throws Exception {
        made = Certificates.make(folder.resolve("certificates"));
    }

    @AfterEach
    void stop() throws Exception {
        if (broker != null) {
            broker.kill();
        }
    }

    private void startBroker(Path certificate, Path key, String... more) throws Exception {
        broker = Mosquitto.start(
                folder,
                "cafile " + made.authority(),
                "certfile " + certificate,
                "keyfile " + key,
                String.join("\n", more));
    }

    /** mosquitto 2.0.11 ends when it has no listener but of web sockets. */
    private static String webSockets() throws IOException {
        return "socket_domain ipv4\nprotocol websockets\nlistener " + Mosquitto.freePort() + " 127.0.0.1";
    }

    private static Credentials trusting(Path authority) {
        return new Credentials(
                Optional.empty(), Optional.empty(), Optional.of(authority), Optional.empty(), Optional.empty());
    }

    private void publishOnce(String scheme, Credentials credentials) throws IOException, InterruptedException {
        MqttSettings settings = new MqttSettings(
                scheme + "://127.0.0.1:" + Objects.requireNonNull(broker).port(),
                "gateway",
                credentials,
                "test",
                false);
        CountDownLatch acknowledged = new CountDownLatch(1);
        BrokerLink.Listener listener = new BrokerLink.Listener() {
            @Override
            public void acknowledged(Object tag) {
                acknowledged.countDown();
            }

            @Override
            public void lost(String reason) {
                // The time limit tells.
            }

            @Override
            public void arrived(byte[] payload, boolean retained) {
                // Nothing is subscribed to.
            }
        };
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        try (BrokerLink link = BrokerLink.connect(settings, 10, "lightfoot/test/status", body, listener)) {
            link.publish("lightfoot/test/strike", body, false, "tag");
            assertThat(acknowledged.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBrokerOfTheNamedAuthorityIsTrusted() throws Exception {
        startBroker(made.broker(), made.brokerKey());
        assertThatCode(() -> publishOnce("ssl", trusting(made.authority()))).doesNotThrowAnyException();
    }

    @Test
    void webSocketsWorkEncryptedToo() throws Exception {
        startBroker(made.broker(), made.brokerKey(), webSockets());
        assertThatCode(() -> publishOnce("wss", trusting(made.authority()))).doesNotThrowAnyException();
    }

    @Test
    void aBrokerOfAnotherAuthorityIsRefused() throws Exception {
        startBroker(made.broker(), made.brokerKey());
        assertThatThrownBy(() -> publishOnce("ssl", trusting(made.stranger())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca-file");
        assertThatThrownBy(() -> publishOnce("ssl", Credentials.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca-file");
    }

    @Test
    void aBrokerOfAnotherNameIsRefused() throws Exception {
        startBroker(made.elsewhere(), made.elsewhereKey());
        assertThatThrownBy(() -> publishOnce("ssl", trusting(made.authority())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1");
        stop();
        startBroker(made.elsewhere(), made.elsewhereKey(), webSockets());
        assertThatThrownBy(() -> publishOnce("wss", trusting(made.authority())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void aClientShowsItsCertificateWhereItIsAskedFor() throws Exception {
        startBroker(made.broker(), made.brokerKey(), "require_certificate true");
        Credentials known = new Credentials(
                Optional.empty(),
                Optional.empty(),
                Optional.of(made.authority()),
                Optional.of(made.client()),
                Optional.of(made.clientKey()));
        assertThatCode(() -> publishOnce("ssl", known)).doesNotThrowAnyException();
        assertThatThrownBy(() -> publishOnce("ssl", trusting(made.authority()))).isInstanceOf(IOException.class);
    }

    @Test
    void aPasswordThatOthersMayReadIsNotSent() throws Exception {
        startBroker(made.broker(), made.brokerKey());
        Path open = Files.writeString(folder.resolve("password"), "secret");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Credentials shared = new Credentials(
                Optional.of("gateway"),
                Optional.of(open),
                Optional.of(made.authority()),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> publishOnce("ssl", shared))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        assertThatCode(() -> publishOnce("ssl", shared)).doesNotThrowAnyException();
    }
}

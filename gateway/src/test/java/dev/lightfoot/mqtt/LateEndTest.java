package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of Paho's stays behind when a connection is taken and closed at once. */
@Timeout(60)
class LateEndTest {
    private static final String CLIENT = "late-end";

    private static final BrokerLink.Listener NOBODY = new BrokerLink.Listener() {
        @Override
        public void acknowledged(Object tag) {}

        @Override
        public void lost(String reason) {}

        @Override
        public void arrived(byte[] payload, boolean retained) {}
    };

    @Test
    void aForwarderWithoutABrokerLeavesNoThread() throws Exception {
        try (ServerSocket forwarder = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> takeAndClose(forwarder));
            MqttSettings settings = new MqttSettings(
                    "tcp://127.0.0.1:" + forwarder.getLocalPort(), CLIENT, Credentials.none(), "test", false);
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> BrokerLink.connect(settings, 5, "status", new byte[0], NOBODY)
                                .close())
                        .isInstanceOf(IOException.class);
            }
        }
        for (Thread left : threads()) {
            left.join(TimeUnit.SECONDS.toMillis(5));
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void bytesAreHandedOnAtOnceAndTheEndAfterASecond() throws Exception {
        long beganNs = System.nanoTime();
        try (InputStream in = new LateEnd(new ByteArrayInputStream(new byte[] {7, 8, 9}))) {
            assertThat(in.read()).isEqualTo(7);
            assertThat(in.read(new byte[4], 1, 3)).isEqualTo(2);
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(System.nanoTime() - beganNs).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    private static void takeAndClose(ServerSocket forwarder) {
        try {
            while (!forwarder.isClosed()) {
                forwarder.accept().close();
            }
        } catch (IOException e) {
            assertThat(forwarder.isClosed()).isTrue();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("MQTT") && thread.getName().endsWith(CLIENT))
                .toList();
    }
}

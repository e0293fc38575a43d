package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of Paho's stays behind when a connection is taken and closed at once. */
@Timeout(60)
class SpeaksFirstSocketTest {
    private static final String CLIENT = "speaks-first";

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

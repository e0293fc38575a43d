package dev.lightfoot.sim.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;

class DemoBrokerTest {
    private static final long TIME_LIMIT_S = 10;

    @Test
    void deliversWhatIsPublishedToASubscriber() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        try (var broker = DemoBroker.start(0);
                var subscriber = Subscriber.connect(
                        broker.url(), "lightfoot/#", (topic, text) -> received.add(topic + " " + text), () -> {});
                var publisher = new MqttClient(broker.url(), "publisher", new MemoryPersistence())) {
            assertThat(subscriber.url()).startsWith("tcp://127.0.0.1:");
            publisher.connect();
            publisher.publish("lightfoot/demo/strike", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), 1, false);
            publisher.publish("other", new byte[] {1}, 1, false);
            publisher.publish("lightfoot/demo/cue", "{}".getBytes(StandardCharsets.UTF_8), 1, false);
            assertThat(received.poll(TIME_LIMIT_S, TimeUnit.SECONDS)).isEqualTo("lightfoot/demo/strike {\"a\":1}");
            assertThat(received.poll(TIME_LIMIT_S, TimeUnit.SECONDS)).isEqualTo("lightfoot/demo/cue {}");
            publisher.disconnect();
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DemoBroker.start(taken.getLocalPort()).close())
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void noBrokerAtTheAddressIsNamed() throws Exception {
        String url;
        try (var broker = DemoBroker.start(0)) {
            url = broker.url();
        }
        assertThatThrownBy(() -> Subscriber.connect(url, "#", (topic, text) -> {}, () -> {})
                        .close())
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(url);
    }
}

package dev.lightfoot.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Everything a real subscriber hears under a base topic, to be waited for. */
final class Subscriber implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MqttClient client;
    private final List<Heard> heard = new ArrayList<>();

    /** One message, its topic without the base. */
    record Heard(String topic, boolean retained, JsonNode body) {
        long id() {
            return body.get("id").asLong();
        }
    }

    Subscriber(int port, String base) throws MqttException {
        client = new MqttClient("tcp://127.0.0.1:" + port, MqttClient.generateClientId(), new MemoryPersistence());
        client.setCallback(new MqttCallback() {
            @Override
            public void connectionLost(Throwable cause) {
                // The tests that kill the broker make a new subscriber.
            }

            @Override
            public void messageArrived(String topic, MqttMessage message) throws Exception {
                add(new Heard(
                        topic.substring(base.length()), message.isRetained(), JSON.readTree(message.getPayload())));
            }

            @Override
            public void deliveryComplete(IMqttDeliveryToken token) {
                // It sends nothing.
            }
        });
        client.connect();
        // QoS 0: the broker hands a message on before it acknowledges it, so what a killed broker had acknowledged is
        // here.
        client.subscribe(base + "#", 0);
    }

    private synchronized void add(Heard message) {
        heard.add(message);
        notifyAll();
    }

    synchronized List<Heard> on(String topic) {
        return heard.stream().filter(message -> message.topic().equals(topic)).toList();
    }

    synchronized Heard await(String topic, Predicate<JsonNode> wanted) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            for (Heard message : heard) {
                if (message.topic().equals(topic) && wanted.test(message.body())) {
                    return message;
                }
            }
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                throw new AssertionError("not heard on " + topic + ", but " + heard);
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 500, false);
        }
        client.close(true);
    }
}

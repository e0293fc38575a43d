package dev.lightfoot.sim.broker;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A Paho client that hands on every message of one topic filter, at least once. */
public final class Subscriber implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final int TIME_LIMIT_S = 5;
    private static final long QUIESCE_MS = 200;

    private final MqttClient client;

    /** Takes a topic and a payload as UTF-8 text, on a thread of the client. */
    public interface Sink {
        void message(String topic, String payload);
    }

    private Subscriber(MqttClient client) {
        this.client = client;
    }

    /** Subscribes; a broker that has only just begun may cut the first connection, so it is tried three times. */
    public static Subscriber connect(String url, String topicFilter, Sink sink, Runnable onLoss)
            throws BrokerException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return connectOnce(url, topicFilter, sink, onLoss);
            } catch (BrokerException e) {
                System.getLogger(Subscriber.class.getName()).log(System.Logger.Level.DEBUG, "attempt " + attempt, e);
            }
        }
        return connectOnce(url, topicFilter, sink, onLoss);
    }

    private static Subscriber connectOnce(String url, String topicFilter, Sink sink, Runnable onLoss)
            throws BrokerException {
        try {
            var client = new MqttClient(url, "sensor-sim-" + UUID.randomUUID(), new MemoryPersistence());
            client.setCallback(new Callback(sink, onLoss));
            var options = new MqttConnectOptions();
            options.setCleanSession(true);
            options.setConnectionTimeout(TIME_LIMIT_S);
            client.connect(options);
            client.subscribe(topicFilter, 1);
            return new Subscriber(client);
        } catch (MqttException e) {
            throw new BrokerException("no subscription to " + topicFilter + " at " + url + ": " + e.getMessage(), e);
        }
    }

    public String url() {
        return client.getServerURI();
    }

    /** Leaves the broker; one that is gone already is no failure. */
    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnect(QUIESCE_MS);
            }
            client.close();
        } catch (MqttException e) {
            System.getLogger(Subscriber.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }

    private record Callback(Sink sink, Runnable onLoss) implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            sink.message(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
        }

        @Override
        public void connectionLost(Throwable cause) {
            onLoss.run();
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            throw new IllegalStateException("a subscriber publishes nothing");
        }
    }
}

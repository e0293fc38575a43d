package dev.lightfoot.mqtt;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker over one Paho client, never used again after it is lost. Paho's own reconnecting, buffering
 * and persistence stay off (its issues #576, #654, #1025, #635), its blocking calls have time limits (#719, #763), and its
 * callbacks only hand over (#999, #519). Used by one thread; tells from Paho's.
 */
final class BrokerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

    /** Paho refuses with error 32202 beyond it, even QoS 0; our own window is well below. */
    static final int MAX_IN_FLIGHT = 400;

    private static final int KEEP_ALIVE_S = 15;
    /** In SUBACK, MQTT 3.1.1 section 3.9.3. */
    private static final int SUBSCRIPTION_REFUSED = 0x80;

    private static final long TEAR_DOWN_MS = 3_000;

    private final MqttAsyncClient client;
    private final NewestSocket socket;
    private final Listener listener;
    private final int timeoutS;
    private boolean closed;
    /** Paho has told of the loss and holds no connection any more. */
    private volatile boolean gone;

    /** Hears of the link in Paho's threads: must only hand over. */
    interface Listener {
        /** The broker has the message of this tag. */
        void acknowledged(Object tag);

        void lost(String reason);

        /** A message came on a topic that was subscribed to. */
        void arrived(byte[] payload, boolean retained);
    }

    private BrokerLink(MqttAsyncClient client, NewestSocket socket, Listener listener, int timeoutS) {
        this.client = client;
        this.socket = socket;
        this.listener = listener;
        this.timeoutS = timeoutS;
    }

    /** Connects or throws IOException with the reason, within the time limit. */
    static BrokerLink connect(MqttSettings settings, int timeoutS, String willTopic, byte[] will, Listener listener)
            throws IOException {
        Optional<char[]> password = settings.credentials().password();
        NewestSocket socket = new NewestSocket();
        MqttConnectOptions options = new MqttConnectOptions();
        options.setAutomaticReconnect(false);
        options.setCleanSession(true);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setConnectionTimeout(timeoutS);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setMaxInflight(MAX_IN_FLIGHT);
        options.setWill(willTopic, will, 1, true);
        settings.credentials().user().ifPresent(options::setUserName);
        password.ifPresent(options::setPassword);
        if (settings.encrypted()) {
            options.setSocketFactory(new PromptTlsSockets(settings.credentials().sockets(), socket));
            options.setHttpsHostnameVerificationEnabled(true);
        } else {
            options.setSocketFactory(new PromptSockets(socket));
        }
        BrokerLink link = null;
        boolean connected = false;
        try {
            link = new BrokerLink(
                    new MqttAsyncClient(settings.url(), settings.clientId(), new MemoryPersistence()),
                    socket,
                    listener,
                    timeoutS);
            link.client.setCallback(link.callback());
            link.client.connect(options).waitForCompletion(TimeUnit.SECONDS.toMillis(timeoutS));
            connected = true;
            return link;
        } catch (MqttException | IllegalArgumentException e) {
            throw new IOException(reason(e), e);
        } finally {
            if (!connected && link != null) {
                link.abandonSocket();
                link.close();
            }
        }
    }

    private MqttCallback callback() {
        return new MqttCallback() {
            @Override
            public void connectionLost(@Nullable Throwable cause) {
                gone = true;
                listener.lost(cause == null ? "connection closed" : reason(cause));
            }

            @Override
            public void messageArrived(String topic, MqttMessage message) {
                listener.arrived(message.getPayload(), message.isRetained());
            }

            @Override
            public void deliveryComplete(IMqttDeliveryToken token) {
                // Told message by message.
            }
        };
    }

    /** Hands a message of QoS 1 to Paho without waiting; the tag comes back with the acknowledgement. */
    void publish(String topic, byte[] payload, boolean retained, Object tag) throws IOException {
        IMqttActionListener acknowledged = new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                listener.acknowledged(tag);
            }

            @Override
            public void onFailure(IMqttToken token, @Nullable Throwable cause) {
                listener.lost(cause == null ? "a message was not delivered" : reason(cause));
            }
        };
        try {
            client.publish(topic, payload, 1, retained, null, acknowledged);
        } catch (MqttException e) {
            throw new IOException(reason(e), e);
        }
    }

    /** Asks for the messages of a topic, within a time limit. */
    void subscribe(String topic) throws IOException {
        try {
            IMqttToken token = client.subscribe(topic, 1);
            token.waitForCompletion(TimeUnit.SECONDS.toMillis(timeoutS));
            if (token.getGrantedQos()[0] == SUBSCRIPTION_REFUSED) {
                LOG.warn(
                        "the broker refuses to let this gateway hear {}: allow it there, or set commands = false",
                        topic);
            }
        } catch (MqttException e) {
            throw new IOException(reason(e), e);
        }
    }

    /** Says goodbye to the broker, which then keeps the last will to itself; closes either way. */
    void disconnect() {
        try {
            socket.keepWhatIsHeld();
            client.disconnect(0).waitForCompletion(1_000);
        } catch (MqttException | IOException e) {
            LOG.debug("no goodbye", e);
        }
        close();
    }

    /** Tears the client down in a thread of its own, for Paho may hang in it; gives up waiting after a limit. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Thread undertaker = Thread.ofPlatform().daemon().name("mqtt-close").start(this::tearDown);
        try {
            undertaker.join(TEAR_DOWN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tearDown() {
        try {
            if (!gone) {
                client.disconnectForcibly(0, 500, false);
            }
        } catch (MqttException | RuntimeException e) {
            LOG.debug("disconnecting by force failed", e);
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("closing the client failed", e);
        }
        abandonSocket();
    }

    /** Paho's own closing misses a socket that it makes later, and waits for the locks of a handshake. */
    private void abandonSocket() {
        try {
            socket.abandon();
        } catch (IOException e) {
            LOG.debug("closing the socket failed", e);
        }
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        String said = message == null ? deepest.getClass().getSimpleName() : message;
        return deepest instanceof CertPathBuilderException || deepest instanceof CertPathValidatorException
                ? "the broker's certificate is not trusted (" + said + "): name its authority in ca-file"
                : said;
    }
}

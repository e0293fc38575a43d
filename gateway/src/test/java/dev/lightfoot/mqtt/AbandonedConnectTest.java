package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections given up in the handshake of TLS or of web sockets, or ended right after it, leave no thread and no socket. */
@Timeout(60)
class AbandonedConnectTest {
    private static final String CLIENT = "abandoned";
    private static final String WEB_SOCKET_KEY = "sec-websocket-key: ";
    /** RFC 6455, section 1.3. */
    private static final String WEB_SOCKET_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final BrokerLink.Listener NOBODY = new BrokerLink.Listener() {
        @Override
        public void acknowledged(Object tag) {}

        @Override
        public void lost(String reason) {}

        @Override
        public void arrived(byte[] payload, boolean retained) {}
    };

    /** What a broker does with a connection. */
    private interface Broker {
        void serve(Socket connection) throws Exception;
    }

    private final LinkedBlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder = Path.of("unset");

    private Certificates made;

    @BeforeEach
    void makeCertificates() throws Exception {
        made = Certificates.make(folder.resolve("certificates"));
    }

    /** Connects some times in vain and looks at what is left. */
    private void leavesNothing(String scheme, int timeoutS, Broker broker) throws Exception {
        Credentials trusting = scheme.equals("ws")
                ? Credentials.none()
                : new Credentials(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(made.authority()),
                        Optional.empty(),
                        Optional.empty());
        int attempts = 3;
        List<Thread> before = threads();
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(listening, broker));
            MqttSettings settings = new MqttSettings(
                    scheme + "://127.0.0.1:" + listening.getLocalPort(), CLIENT, trusting, "test", false);
            for (int attempt = 0; attempt < attempts; attempt++) {
                assertThatThrownBy(() -> BrokerLink.connect(settings, timeoutS, "status", new byte[0], NOBODY)
                                .close())
                        .isInstanceOf(IOException.class);
                assertThat(ends.poll(10, TimeUnit.SECONDS))
                        .as("the end of its socket")
                        .isNotNull();
            }
        }
        List<Thread> left = new ArrayList<>(threads());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
        left.removeIf(thread -> !thread.isAlive());
        assertThat(left).isEmpty();
    }

    private void serve(ServerSocket listening, Broker broker) {
        while (!listening.isClosed()) {
            try (Socket connection = listening.accept()) {
                connection.setSoTimeout(20_000);
                broker.serve(connection);
            } catch (Exception e) {
                assertThat(e).as("what a client that goes leaves behind").isInstanceOf(IOException.class);
            }
            ends.add(true);
        }
    }

    /** Reads until the client has gone. */
    private static void hearOut(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {}
    }

    private static void webSocketHandshake(Socket connection) throws Exception {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String key = "";
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            key = line.toLowerCase(Locale.ROOT).startsWith(WEB_SOCKET_KEY)
                    ? line.substring(WEB_SOCKET_KEY.length())
                    : key;
        }
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((key + WEB_SOCKET_GUID).getBytes(StandardCharsets.ISO_8859_1));
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash)
                + "\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n";
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private SSLSocket encrypted(Socket connection) throws IOException {
        SSLSocketFactory factory =
                PemSockets.of(Optional.empty(), Optional.of(made.broker()), Optional.of(made.brokerKey()));
        SSLSocket encrypted = (SSLSocket) factory.createSocket(connection, "127.0.0.1", connection.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    @Test
    void aPeerThatDoesNotAnswerTheTlsHandshake() throws Exception {
        leavesNothing("ssl", 1, AbandonedConnectTest::hearOut);
    }

    @Test
    void aPeerThatDoesNotAnswerTheWebSocketHandshake() throws Exception {
        leavesNothing("ws", 1, AbandonedConnectTest::hearOut);
    }

    @Test
    void aPeerThatDoesNotAnswerTheWebSocketHandshakeOverTls() throws Exception {
        leavesNothing("wss", 1, connection -> hearOut(encrypted(connection)));
    }

    @Test
    void aBrokerThatHangsUpAfterTheTlsHandshake() throws Exception {
        leavesNothing("ssl", 5, connection -> encrypted(connection).close());
    }

    @Test
    void aBrokerThatHangsUpAfterTheWebSocketHandshake() throws Exception {
        leavesNothing("ws", 5, AbandonedConnectTest::webSocketHandshake);
    }

    @Test
    void aBrokerThatHangsUpAfterTheWebSocketHandshakeOverTls() throws Exception {
        leavesNothing("wss", 5, connection -> {
            try (SSLSocket encrypted = encrypted(connection)) {
                webSocketHandshake(encrypted);
            }
        });
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith(CLIENT)
                        || thread.getName().toLowerCase(Locale.ROOT).startsWith("websocket"))
                .toList();
    }
}

package dev.lightfoot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered over a real socket comes with its status; one who is away is told from one who refuses. */
@Timeout(20)
class HostWorldTest {
    private final HostWorld world = new HostWorld();

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404, 503})
    void anAnswerIsGivenWhateverItsStatus(int status) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answerOnce(server, "HTTP/1.1 " + status + " x\r\nContent-Length: 4\r\nConnection: close\r\n\r\ntold");

            assertThat(world.fetch(addressOf(server))).contains(new World.Reply(status, "told"));
        }
    }

    @Test
    void whatIsNotHttpIsNoAnswer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answerOnce(server, "SSH-2.0-x\r\n");

            assertThat(world.fetch(addressOf(server))).isEmpty();
        }
    }

    @Test
    void whereNobodyListensNothingIsAnswered() throws IOException {
        URI free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = addressOf(socket);
        }
        assertThat(world.fetch(free)).isEmpty();
    }

    private static URI addressOf(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/metrics");
    }

    /** Reads one request to its empty line and answers it with these bytes. */
    private static void answerOnce(ServerSocket server, String answer) {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept();
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
                String line = lines.readLine();
                while (line != null && !line.isEmpty()) {
                    line = lines.readLine();
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}

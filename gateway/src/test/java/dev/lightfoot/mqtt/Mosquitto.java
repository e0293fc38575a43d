package dev.lightfoot.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real mosquitto on a free loopback port, to be killed and started again. */
final class Mosquitto {
    private final Path program;
    private final Path config;
    private final Path log;
    private final int port;
    private Process process;

    private Mosquitto(Path program, Path folder, String[] more) throws IOException {
        this.program = program;
        port = freePort();
        config = folder.resolve("mosquitto.conf");
        log = folder.resolve("mosquitto.log");
        Files.writeString(
                config,
                "user root\nset_tcp_nodelay true\npersistence false\nmax_queued_messages 0\nlistener " + port
                        + " 127.0.0.1\n"
                        + (String.join("\n", more).contains("allow_anonymous") ? "" : "allow_anonymous true\n")
                        + String.join("\n", more) + "\n");
        process = launch();
    }

    /**
     * Skips the test when there is no mosquitto on this machine.
     *
     * @param more lines of its configuration, about the one listener
     */
    static Mosquitto start(Path folder, String... more) throws IOException, InterruptedException {
        Optional<Path> program = find("mosquitto");
        assumeTrue(
                program.isPresent(), "skipped: mosquitto is neither on PATH nor in /usr/sbin (apt install mosquitto)");
        Mosquitto broker = new Mosquitto(program.get(), folder, more);
        broker.awaitListening();
        return broker;
    }

    static boolean installed(String program) {
        return find(program).isPresent();
    }

    private static Optional<Path> find(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitListening();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(program.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitListening() throws IOException, InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadlineNs) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException e) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IOException("mosquitto does not listen: " + Files.readString(log));
    }
}

package dev.lightfoot.ble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real dbus-daemon on a socket of its own, which can be stopped and started at the same address. */
final class PrivateBus implements AutoCloseable {
    private final Path directory;
    private final Path socket;
    private Process process;

    PrivateBus() throws IOException {
        directory = Files.createTempDirectory("lightfoot-bus");
        socket = directory.resolve("bus");
        process = launch();
    }

    String address() {
        return "unix:path=" + socket;
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(socket);
        Process started = new ProcessBuilder(
                        "dbus-daemon",
                        "--session",
                        "--nofork",
                        "--nopidfile",
                        "--print-address",
                        "--address=" + address())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        if (lines.readLine() == null) {
            throw new IOException("dbus-daemon ended at once");
        }
        return started;
    }

    void start() throws IOException {
        process = launch();
    }

    void stop() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        stop();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(directory);
    }
}

package dev.lightfoot.sim.bluez;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The real dbus-daemon as a child process on a private unix socket, with a configuration of its own that allows everything
 * to every user who can reach the socket. It dies with this process, however that ends, where setpriv is installed.
 */
final class BusDaemon implements AutoCloseable {
    private static final String PREFIX = "unix:path=";
    private static final long TIME_LIMIT_S = 10;

    private final String address;
    private final Path folder;
    private final Path socket;
    private final Process process;

    private BusDaemon(String address, Path folder, Path socket, Process process) {
        this.address = address;
        this.folder = folder;
        this.socket = socket;
        this.process = process;
    }

    /** Starts a bus at {@code unix:path=...}, or in a temporary folder if there is no wish. */
    static BusDaemon start(@Nullable String wantedAddress) throws BusDaemonException {
        Path program = onPath("dbus-daemon")
                .orElseThrow(() ->
                        new BusDaemonException("dbus-daemon is not on the PATH: install the package dbus-daemon"));
        Path folder = null;
        try {
            BusFolders.removeAbandoned();
            folder = BusFolders.make();
            Path socket = wantedAddress == null ? folder.resolve("bus") : socketOf(wantedAddress);
            refuseIfServed(socket);
            String address = PREFIX + socket;
            Path configuration = folder.resolve("bus.conf");
            Files.writeString(configuration, configuration(address));
            return new BusDaemon(address, folder, socket, launch(program, configuration));
        } catch (IOException e) {
            delete(folder);
            throw new BusDaemonException("dbus-daemon could not be started: " + e.getMessage(), e);
        } catch (BusDaemonException e) {
            delete(folder);
            throw e;
        }
    }

    private static String configuration(String address) {
        return """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <listen>%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*" eavesdrop="true"/>
                <allow receive_sender="*" eavesdrop="true"/>
              </policy>
            </busconfig>
            """.formatted(address);
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Completes when the daemon is gone, for whatever reason. */
    CompletableFuture<Process> gone() {
        return process.onExit();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(socket);
        delete(folder);
    }

    private static Path socketOf(String address) throws BusDaemonException {
        String path = address.startsWith(PREFIX) ? address.substring(PREFIX.length()) : "";
        // D-Bus escapes all other bytes in an address; a plain path is all that is wanted here.
        if (!path.matches("/[-A-Za-z0-9_/.]+")) {
            throw new BusDaemonException("bus address '" + address
                    + "' must be unix:path= and an absolute path of letters, digits and - _ / .");
        }
        if (path.length() > 107) {
            throw new BusDaemonException("bus address '" + address + "' is too long: 107 characters at most");
        }
        Path socket = Path.of(path);
        Path parent = socket.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new BusDaemonException("bus address '" + address + "': there is no such folder");
        }
        return socket;
    }

    private static void refuseIfServed(Path socket) throws BusDaemonException {
        if (!Files.exists(socket)) {
            return;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException nobodyListens) {
            delete(socket);
            return;
        }
        throw new BusDaemonException(
                "a bus is being served at unix:path=" + socket + " already: choose another --address");
    }

    /** A parent-death signal is bound to the thread that forks: so that thread waits until the daemon has ended. */
    private static Process launch(Path program, Path configuration) throws BusDaemonException, IOException {
        Path log = configuration.resolveSibling("log");
        List<String> command = new ArrayList<>();
        onPath("setpriv")
                .ifPresent(setpriv -> command.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--")));
        // A session of its own, so that Ctrl-C in a terminal reaches this process alone, which then ends the bus.
        onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of(
                program.toString(), "--config-file=" + configuration, "--nofork", "--nopidfile", "--print-address"));
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("dbus-daemon").start(() -> startAndWait(command, log, started));
        try {
            Process process = started.get(TIME_LIMIT_S, TimeUnit.SECONDS);
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            if (out.readLine() == null) {
                process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS);
                throw new BusDaemonException(
                        "dbus-daemon ended at once: " + Files.readString(log).strip());
            }
            return process;
        } catch (ExecutionException | TimeoutException e) {
            throw new BusDaemonException("dbus-daemon could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusDaemonException("dbus-daemon could not be started: interrupted", e);
        }
    }

    private static void startAndWait(List<String> command, Path log, CompletableFuture<Process> started) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return java.util.Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void delete(@Nullable Path path) {
        if (path == null) {
            return;
        }
        try {
            if (Files.isDirectory(path)) {
                try (var children = Files.list(path)) {
                    children.forEach(BusDaemon::delete);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + path, e);
        }
    }
}

package dev.lightfoot.sim.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An MQTT broker inside this process: on the loopback only, without passwords, telemetry or persistence. */
public final class DemoBroker implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    /** Held, since java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger MOQUETTE = Logger.getLogger("io.moquette");

    private final Server server;
    private final Path folder;
    private final int port;

    private DemoBroker(Server server, Path folder, int port) {
        this.server = server;
        this.folder = folder;
        this.port = port;
    }

    /** Starts on a port; 0 takes a free one. */
    public static DemoBroker start(int port) throws BrokerException {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " must be 0 to 65535");
        }
        quietNetty();
        var server = new Server();
        try {
            Path folder = Files.createTempDirectory("lightfoot-broker-");
            try {
                int chosen = port == 0 ? freePort() : port;
                MOQUETTE.setLevel(Level.OFF); // a failure to start is told by the exception
                server.startServer(configuration(chosen, folder));
                return new DemoBroker(server, folder, chosen);
            } catch (IOException | RuntimeException e) {
                delete(folder);
                throw new BrokerException("no broker at " + LOOPBACK + ":" + port + ": " + e.getMessage(), e);
            } finally {
                MOQUETTE.setLevel(Level.WARNING);
            }
        } catch (IOException e) {
            throw new BrokerException("no temporary folder for the broker: " + e.getMessage(), e);
        }
    }

    public String url() {
        return "tcp://" + LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.stopServer();
        delete(folder);
    }

    /** Moquette does not tell which port it got when asked for 0, so a free one is found first. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /** Netty's use of sun.misc.Unsafe makes Java 25 print warnings; a broker on the loopback does without. */
    private static void quietNetty() {
        if (System.getProperty("io.netty.noUnsafe") == null) {
            System.setProperty("io.netty.noUnsafe", "true");
        }
    }

    private static IConfig configuration(int port, Path folder) {
        var properties = new Properties();
        properties.setProperty(IConfig.HOST_PROPERTY_NAME, LOOPBACK);
        properties.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(port));
        properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        properties.setProperty(IConfig.DATA_PATH_PROPERTY_NAME, folder.toString());
        return new MemoryConfig(properties);
    }

    private static void delete(Path folder) {
        try (var below = Files.walk(folder)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder, e);
        }
    }
}

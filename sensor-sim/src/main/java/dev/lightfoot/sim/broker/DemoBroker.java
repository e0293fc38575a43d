package dev.lightfoot.sim.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;

/** An MQTT broker inside this process: on the loopback only, without passwords, telemetry or persistence. */
public final class DemoBroker implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server;
    private final Path folder;

    private DemoBroker(Server server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts on a port; 0 takes a free one. */
    public static DemoBroker start(int port) throws BrokerException {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " must be 0 to 65535");
        }
        var server = new Server();
        try {
            Path folder = Files.createTempDirectory("lightfoot-broker-");
            try {
                server.startServer(configuration(port, folder));
            } catch (IOException | RuntimeException e) {
                delete(folder);
                throw new BrokerException("no broker at " + LOOPBACK + ":" + port + ": " + e.getMessage(), e);
            }
            return new DemoBroker(server, folder);
        } catch (IOException e) {
            throw new BrokerException("no temporary folder for the broker: " + e.getMessage(), e);
        }
    }

    public String url() {
        return "tcp://" + LOOPBACK + ":" + server.getPort();
    }

    @Override
    public void close() {
        server.stopServer();
        delete(folder);
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

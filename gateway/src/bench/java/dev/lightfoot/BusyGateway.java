package dev.lightfoot;

import dev.lightfoot.config.Config;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.broker.DemoBroker;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole gateway as load: two pods that run, history, MQTT, and a page that is asked without pause. */
public final class BusyGateway implements AutoCloseable {
    private final VirtualBluez bluez;
    private final DemoBroker broker;
    private final Gateway gateway;
    private final Thread asking;

    private BusyGateway(VirtualBluez bluez, DemoBroker broker, Gateway gateway) {
        this.bluez = bluez;
        this.broker = broker;
        this.gateway = gateway;
        URI status = gateway.livePage().orElseThrow().resolve("/api/status");
        asking = Thread.ofPlatform().daemon().name("asking").start(() -> ask(status));
    }

    public static BusyGateway start() throws Exception {
        Path folder = Files.createTempDirectory("lightfoot-bench");
        Body body = new Body(Scenarios.named("slide"), 2);
        VirtualBluez bluez = VirtualBluez.builder(body.left(), body.right()).start();
        DemoBroker broker = DemoBroker.start(0);
        Path file = Files.writeString(folder.resolve("lightfoot.toml"), """
                [bluetooth]
                bus = "%s"
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                [[pod]]
                address = "C0:FF:EE:00:00:02"
                [mqtt]
                enabled = true
                url = "%s"
                [history]
                file = "%s"
                [web]
                port = 0
                """.formatted(bluez.busAddress(), broker.url(), folder.resolve("history.db")));
        return new BusyGateway(bluez, broker, Gateway.start(Config.load(file), null));
    }

    private static void ask(URI status) {
        while (!Thread.currentThread().isInterrupted()) {
            try (InputStream answer = status.toURL().openStream()) {
                answer.readAllBytes();
            } catch (IOException e) {
                return; // the gateway has ended
            }
        }
    }

    @Override
    public void close() {
        asking.interrupt();
        gateway.close();
        broker.close();
        bluez.close();
    }
}

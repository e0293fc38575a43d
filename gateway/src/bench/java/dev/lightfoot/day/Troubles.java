package dev.lightfoot.day;

import dev.lightfoot.ble.Fault;
import dev.lightfoot.sim.bluez.BusDaemonException;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What goes wrong in a day: seeded faults of the radio, losses of the broker, and the configuration read again. */
final class Troubles implements AutoCloseable {
    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final SplittableRandom random;
    private final VirtualBluez bluez;
    private final Path folder;
    private final int brokerPort;
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private Process broker;
    private boolean muted;

    Troubles(long seed, VirtualBluez bluez, Path folder, int brokerPort) throws IOException {
        random = new SplittableRandom(seed);
        this.bluez = bluez;
        this.folder = folder;
        this.brokerPort = brokerPort;
        broker = startBroker();
    }

    private Process startBroker() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mosquitto.conf"), "listener " + brokerPort + " 127.0.0.1\nallow_anonymous true\n");
        ProcessBuilder builder = new ProcessBuilder("mosquitto", "-c", file.toString());
        builder.environment().remove("LD_PRELOAD");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** How long until the next trouble. */
    double nextInS() {
        return random.nextDouble(60, 600);
    }

    /** One trouble from its beginning to its end. */
    void strike(GatewayProcess gateway) throws Exception {
        int draw = random.nextInt(10);
        String name;
        if (draw == 0) {
            name = "broker lost";
            broker.destroyForcibly().waitFor();
            pause(random.nextDouble(1, 120));
            broker = startBroker();
        } else if (draw == 1) {
            name = "configuration read again";
            muted = !muted;
            writeConfig();
            gateway.hangUp();
        } else {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
            name = fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            try {
                fault.strike(bluez, side, random);
            } catch (IllegalStateException e) {
                name = "(no pod to trouble)";
            }
            pause(random.nextDouble(0.5, 20));
            patiently(() -> {
                fault.heal(bluez, side);
                return true;
            });
        }
        counts.merge(name, 1, Integer::sum);
    }

    Path writeConfig() throws IOException {
        Path written = Files.writeString(folder.resolve("lightfoot.toml.new"), """
                [bluetooth]
                bus = "%s"
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                [[pod]]
                address = "C0:FF:EE:00:00:02"
                [mqtt]
                enabled = true
                url = "tcp://127.0.0.1:%d"
                [coach]
                muted = %b
                [history]
                file = "%s"
                [web]
                port = %d
                """.formatted(bluez.busAddress(), brokerPort, muted, folder.resolve("history.db"), brokerPort + 1));
        return Files.move(written, folder.resolve("lightfoot.toml"), StandardCopyOption.REPLACE_EXISTING);
    }

    int reloads() {
        return counts.getOrDefault("configuration read again", 0);
    }

    String words() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() + " troubles " + counts;
    }

    /** Tries again what has a limit of its own on the hastened clock, which a busy machine may not keep. */
    static <T> T patiently(Callable<T> act) throws Exception {
        for (int attempt = 1; attempt < 10; attempt++) {
            try {
                return act.call();
            } catch (IllegalStateException | BusDaemonException e) {
                pause(30);
            }
        }
        return act.call();
    }

    static void pause(double seconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
    }

    @Override
    public void close() {
        broker.destroyForcibly();
    }
}

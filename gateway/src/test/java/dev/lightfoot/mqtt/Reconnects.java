package dev.lightfoot.mqtt;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Stride;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Cuts a publisher's connection again and again, and weighs the process before and after. */
final class Reconnects {
    private static final Patience HASTY = new Patience(1, 4, 1, 5_000, 5, 200_000);
    private static final long WITHIN_MS = 20_000;
    /** Receiver, sender, callbacks and keep-alive of Paho. */
    private static final int THREADS_OF_A_CLIENT = 4;

    private static final int LOOKS_AT_MOST = 100;

    private Reconnects() {}

    /** What a process holds; the heap after collection. */
    record Weight(int threads, long fds, long heapBytes) {
        @Override
        public String toString() {
            return "%d threads, %d fds, %.2f MB of heap".formatted(threads, fds, heapBytes / 1e6);
        }

        static Weight now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Weight(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    system.getOpenFileDescriptorCount(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }

    record Outcome(Weight before, Weight after, double seconds) {
        /** Pools of threads and what was just loaded may differ a little. */
        boolean leftNothing() {
            return after.threads() <= before.threads() + 1
                    && after.fds() <= before.fds() + 3
                    && after.heapBytes() <= before.heapBytes() + 1_000_000;
        }
    }

    static Outcome run(Path folder, int warmUp, int reconnects) throws Exception {
        Mosquitto broker = Mosquitto.start(folder);
        try (History history = History.open(HistorySettings.of(folder.resolve("reconnects.db")), Stride.START_US);
                TcpGate gate = new TcpGate(broker.port());
                PlainListener listener = new PlainListener(broker.port(), "lightfoot/reconnects/")) {
            MqttSettings settings = new MqttSettings(
                    "tcp://127.0.0.1:" + gate.port(), "reconnects", Credentials.none(), "reconnects", false);
            try (PahoPublisher publisher = PahoPublisher.start(
                    settings, HASTY, history.outbox("mqtt"), "1.2.3", InstantSource.system(), null)) {
                history.onCommit(publisher::wake);
                awaitBridges(listener, 1);
                cut(gate, listener, warmUp);
                settle();
                Weight before = Weight.now();
                long startNs = System.nanoTime();
                cut(gate, listener, reconnects);
                double seconds = (System.nanoTime() - startNs) * 1e-9;
                settle();
                return new Outcome(before, Weight.now(), seconds);
            }
        } finally {
            broker.kill();
        }
    }

    private static void cut(TcpGate gate, PlainListener listener, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            int before = listener.count("bridge");
            gate.shut();
            gate.open();
            awaitBridges(listener, before + 1);
        }
    }

    /** Waits for what is left of clients that were given up; not for ever. */
    private static void settle() throws InterruptedException {
        for (int looks = 0; looks < LOOKS_AT_MOST; looks++) {
            List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("MQTT ")
                            || thread.getName().equals("mqtt-close"))
                    .toList();
            if (threads.size() <= THREADS_OF_A_CLIENT) {
                return;
            }
            for (Thread thread : threads) {
                thread.join(20);
            }
        }
    }

    /** Each connection publishes what it is, once. */
    private static void awaitBridges(PlainListener listener, int count) throws InterruptedException {
        if (!listener.await(() -> listener.count("bridge") >= count, WITHIN_MS)) {
            throw new AssertionError("after " + (count - 1) + " connections none came within " + WITHIN_MS + " ms");
        }
    }
}

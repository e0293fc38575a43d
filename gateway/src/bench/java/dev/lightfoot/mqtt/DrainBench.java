package dev.lightfoot.mqtt;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Stride;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * How fast a backlog reaches a real mosquitto on the loopback, beside bare Paho with as many messages of the same length at
 * QoS 1 in the same run, and how long live cues take that overtake it, once the history has them. Usage: DrainBench [MESSAGES [ROUNDS]]. Exit code 1
 * when the backlog takes twice as long, or of a hundred cues one takes 100 ms.
 */
final class DrainBench {
    private static final String BASE = "lightfoot/drain/";
    private static final long WITHIN_MS = 120_000;
    private static final long CUE_EVERY_MS = 20;
    private static final int BARE_IN_FLIGHT = 1_000;
    private static final double LEAST_SHARE = 0.5;
    private static final double CUE_P99_MS = 100;

    private final Path folder;
    private final int messages;
    private final int port;
    private final List<Double> cueMs = new ArrayList<>();
    private final List<Double> durableMs = new ArrayList<>();

    private DrainBench(Path folder, int messages, int port) {
        this.folder = folder;
        this.messages = messages;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        Path folder = Files.createTempDirectory("lightfoot-drain");
        Mosquitto broker = Mosquitto.start(folder);
        try {
            DrainBench bench = new DrainBench(folder, messages, broker.port());
            List<Double> bare = new ArrayList<>();
            List<Double> drained = new ArrayList<>();
            bench.bare();
            bench.drain(0);
            bench.cueMs.clear();
            bench.durableMs.clear();
            for (int round = 1; round <= rounds; round++) {
                bare.add(bench.bare());
                drained.add(bench.drain(round));
            }
            double share = median(drained) / median(bare);
            double p99 = quantile(bench.cueMs, 0.99);
            System.out.printf(
                    Locale.ROOT,
                    "%d rounds of %d messages, medians: bare Paho QoS 1 %.0f a second, the backlog %.0f a second, %.0f %% of"
                            + " it; %d live cues meanwhile, from durable to heard: p50 %.1f ms, p99 %.1f ms, worst %.1f ms;"
                            + " made durable before: p50 %.1f ms, p99 %.1f ms%n",
                    rounds,
                    messages,
                    median(bare),
                    median(drained),
                    100 * share,
                    bench.cueMs.size(),
                    quantile(bench.cueMs, 0.5),
                    p99,
                    quantile(bench.cueMs, 1),
                    quantile(bench.durableMs, 0.5),
                    quantile(bench.durableMs, 0.99));
            broker.kill();
            System.exit(share >= LEAST_SHARE && p99 < CUE_P99_MS ? 0 : 1);
        } finally {
            broker.kill();
        }
    }

    private static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** Messages a second from the first to the last one heard. */
    private double bare() throws Exception {
        byte[] payload = ("{\"id\":1," + " ".repeat(230) + "}").getBytes(StandardCharsets.UTF_8);
        Semaphore inFlight = new Semaphore(BARE_IN_FLIGHT);
        IMqttActionListener freed = new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                inFlight.release();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                throw new IllegalStateException("bare Paho lost its broker", cause);
            }
        };
        MqttAsyncClient client = new MqttAsyncClient("tcp://127.0.0.1:" + port, "bare", new MemoryPersistence());
        try (PlainListener listener = new PlainListener(port, BASE)) {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMaxInflight(BARE_IN_FLIGHT + 10);
            options.setSocketFactory(new PromptSockets(new NewestSocket()));
            client.connect(options).waitForCompletion(WITHIN_MS);
            long startNs = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                inFlight.acquire();
                client.publish(BASE + "strike", payload, 1, false, null, freed);
            }
            inFlight.acquire(BARE_IN_FLIGHT);
            heard(listener, messages);
            return messages / ((System.nanoTime() - startNs) * 1e-9);
        } finally {
            close(client);
        }
    }

    private static void close(MqttAsyncClient client) throws MqttException {
        client.disconnect().waitForCompletion(WITHIN_MS);
        client.close();
    }

    private static void heard(PlainListener listener, int count) throws InterruptedException {
        if (!listener.await(() -> listener.count("strike") >= count, WITHIN_MS)) {
            throw new AssertionError("only " + listener.count("strike") + " of " + count + " messages came");
        }
    }

    /** The same of a gateway that finds its broker again, from the moment it is connected. */
    private double drain(int round) throws Exception {
        String gateway = "drain" + round;
        HistorySettings settings =
                new HistorySettings(folder.resolve(gateway + ".db"), Duration.ofMinutes(10), 2 * messages);
        try (History history = History.open(settings, Stride.START_US);
                PlainListener listener = new PlainListener(port, "lightfoot/" + gateway + "/")) {
            for (int i = 0; i < messages; i++) {
                history.accept(Stride.strike(i * 350_000L, i % 2 == 0 ? Foot.LEFT : Foot.RIGHT, StrikePattern.MIDFOOT));
            }
            history.tick(Stride.START_US);
            try (PahoPublisher publisher = PahoPublisher.start(
                    new MqttSettings("tcp://127.0.0.1:" + port, gateway, Credentials.none(), gateway, false),
                    history.outbox("mqtt"),
                    "1.2.3",
                    InstantSource.system(),
                    null)) {
                history.onCommit(publisher::wake);
                listener.await(() -> listener.count("status") > 0, WITHIN_MS);
                long startNs = System.nanoTime();
                cue(history, listener);
                heard(listener, messages);
                return messages / ((System.nanoTime() - startNs) * 1e-9);
            }
        }
    }

    /** Live cues for as long as the backlog takes: how long the history takes to keep each, and then the way to the listener. */
    private void cue(History history, PlainListener listener) throws InterruptedException {
        for (int cues = 1; listener.count("strike") < messages; cues++) {
            int expected = cues;
            long startNs = System.nanoTime();
            history.accept(new Event.Cued(
                    TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()), CueKind.NUDGE, Foot.LEFT, 0.5f));
            long durableNs = System.nanoTime();
            durableMs.add((durableNs - startNs) * 1e-6);
            if (!listener.await(() -> listener.count("cue") >= expected, WITHIN_MS)) {
                throw new AssertionError("cue " + expected + " did not come");
            }
            cueMs.add((System.nanoTime() - durableNs) * 1e-6);
            listener.await(() -> listener.count("strike") >= messages, CUE_EVERY_MS);
        }
    }
}

package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that mosquitto_sub, a client of another making, hears under a base topic, to be waited for; what does not fit
 * its schema fails the test in {@link #close}. It comes back by
 * itself when the broker does.
 *
 * <p>With QoS 0: the broker hands such a message on before it acknowledges it to the publisher, so what a killed broker had
 * acknowledged has been heard.
 */
final class Subscriber implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBE = "probe";
    private static final Set<String> NO_PAYLOAD_OF_OURS = Set.of(PROBE, "command/request");

    private final int port;
    private final String base;
    private final Process process;
    private final List<Heard> heard = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private int probes;
    private volatile boolean closed;

    /** One message, its topic without the base. */
    record Heard(String topic, boolean retained, JsonNode body) {
        long id() {
            return body.get("id").asLong();
        }
    }

    /** Returns when the subscription stands. */
    Subscriber(int port, String base) throws IOException, InterruptedException {
        assumeTrue(Mosquitto.installed("mosquitto_sub"), "skipped: no mosquitto_sub (apt install mosquitto-clients)");
        this.port = port;
        this.base = base;
        process = new ProcessBuilder(
                        "mosquitto_sub", "-h", "127.0.0.1", "-p", "" + port, "-t", base + "#", "-F", "%r %t %p")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread.ofVirtual().start(this::read);
        awaitSubscribed();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 3);
                add(new Heard(parts[1].substring(base.length()), parts[0].equals("1"), JSON.readTree(parts[2])));
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void add(Heard message) {
        heard.add(message);
        if (base.startsWith("lightfoot/") && !NO_PAYLOAD_OF_OURS.contains(message.topic())) {
            mistakes.addAll(Schemas.mistakes(message.topic(), message.body()));
        }
        notifyAll();
    }

    /** Publishes probes until one is heard. */
    void awaitSubscribed() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            probes++;
            new ProcessBuilder(
                            "mosquitto_pub",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            "" + port,
                            "-t",
                            base + PROBE,
                            "-m",
                            "{\"probe\":" + probes + "}")
                    .inheritIO()
                    .start()
                    .waitFor();
            int probe = probes;
            if (find(PROBE, body -> body.get(PROBE).asInt() == probe, 100) != null) {
                return;
            }
        }
        throw new AssertionError("mosquitto_sub does not subscribe on port " + port);
    }

    synchronized List<Heard> on(String topic) {
        return heard.stream().filter(message -> message.topic().equals(topic)).toList();
    }

    Heard await(String topic, Predicate<JsonNode> wanted) throws InterruptedException {
        Heard message = find(topic, wanted, 20_000);
        if (message == null) {
            throw new AssertionError("not heard on " + topic + ", but " + on(topic));
        }
        return message;
    }

    boolean hears(String topic, Predicate<JsonNode> wanted, long withinMs) throws InterruptedException {
        return find(topic, wanted, withinMs) != null;
    }

    private synchronized @Nullable Heard find(String topic, Predicate<JsonNode> wanted, long timeoutMs)
            throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        int looked = 0;
        while (true) {
            for (; looked < heard.size(); looked++) {
                Heard message = heard.get(looked);
                if (message.topic().equals(topic) && wanted.test(message.body())) {
                    return message;
                }
            }
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
    }

    /** Fails when a message was not as its schema says. */
    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        synchronized (this) {
            assertThat(mistakes.stream().limit(5)).as("by the schemas").isEmpty();
        }
    }
}

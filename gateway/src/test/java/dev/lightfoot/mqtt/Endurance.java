package dev.lightfoot.mqtt;

import dev.lightfoot.history.OutboxStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Faults of every kind, at random, on the way from a gateway process to a real mosquitto while it publishes a hastened run;
 * then what was heard is held against what is durable.
 */
final class Endurance {
    /** What goes wrong. */
    enum Fault {
        BROKER_KILLED,
        GATEWAY_KILLED,
        HALF_OPEN,
        SLOW_CONNACK,
        TAKEN_OVER,
        DISK_FULL
    }

    private static final long HEARD_AGAIN_MS = 20_000;
    private static final String BASE = "lightfoot/" + PublishingRun.GATEWAY + "/";
    private static final int LATE_MS = 400;
    private static final int NEVER_MS = 1_500;

    private final Path folder;
    private final Path file;
    private final long seed;
    private final int haste;
    private final Random random;
    private volatile long progressUs;
    private volatile boolean resting;

    /**
     * What came of it.
     *
     * @param lastedUs of the run's time
     * @param durable messages in the history
     * @param heard messages, repeats among them
     * @param repeatsAfter what each kind of fault made come twice
     * @param wrong empty when nothing was lost, invented or out of order
     */
    record Outcome(
            long lastedUs,
            int durable,
            int heard,
            int repeats,
            Map<Fault, Integer> repeatsAfter,
            long worstSilenceMs,
            List<String> wrong) {
        double repeatPct() {
            return 100.0 * repeats / durable;
        }
    }

    Endurance(Path folder, long seed, int haste) {
        this.folder = folder;
        file = folder.resolve("h.db");
        this.seed = seed;
        this.haste = haste;
        random = new Random(seed);
    }

    /** Every fault so often as the list has it, in any order, each at random after the one before was over; on the mean, as
     * often as so much of the run's time has room for. */
    Outcome run(List<Fault> faults, long runUs) throws Exception {
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, random);
        Mosquitto broker = Mosquitto.start(folder);
        Process gateway = null;
        try (TcpGate gate = new TcpGate(broker.port());
                PlainListener listener = new PlainListener(broker.port(), BASE)) {
            gateway = gateway(gate.port());
            long worstMs = 0;
            int counted = 0;
            Map<Fault, Integer> repeatsAfter = new EnumMap<>(Fault.class);
            for (int i = 0; i < shuffled.size(); i++) {
                long dueUs = progressUs + (long) (2 * random.nextDouble() * runUs / shuffled.size());
                listener.await(() -> progressUs >= dueUs, HEARD_AGAIN_MS);
                int repeatsBefore = listener.repeats();
                if (i > 0) {
                    repeatsAfter.merge(shuffled.get(i - 1), repeatsBefore - counted, Integer::sum);
                }
                counted = repeatsBefore;
                gateway = happen(shuffled.get(i), gateway, broker, gate, listener);
                worstMs = Math.max(worstMs, untilHeardAgainMs(shuffled.get(i), i, listener));
            }
            listener.await(() -> progressUs >= runUs, runUs / 1_000);
            order(gateway, "rest");
            listener.await(() -> resting && missing(listener).isEmpty(), HEARD_AGAIN_MS);
            gateway.getOutputStream().close();
            gateway.waitFor();
            return outcome(listener, repeatsAfter, worstMs);
        } finally {
            broker.kill();
            if (gateway != null) {
                gateway.destroyForcibly().waitFor();
            }
        }
    }

    private Process happen(Fault fault, Process gateway, Mosquitto broker, TcpGate gate, PlainListener listener)
            throws Exception {
        switch (fault) {
            case BROKER_KILLED -> {
                broker.kill();
                gate.shut();
                broker.startAgain();
                listener.connect();
                gate.open();
            }
            case GATEWAY_KILLED -> {
                gateway.destroyForcibly().waitFor();
                return gateway(gate.port());
            }
            case HALF_OPEN -> {
                gate.stall();
                listener.await(() -> false, PublishingRun.HASTENED.stallMs() * 3 / 2);
                gate.resume();
            }
            case SLOW_CONNACK -> {
                gate.firstAnswerAfterMs(random.nextBoolean() ? LATE_MS : NEVER_MS);
                gate.shut();
                gate.open();
                listener.await(() -> false, NEVER_MS);
                gate.firstAnswerAfterMs(0);
            }
            case TAKEN_OVER -> PlainListener.takeOver(broker.port(), PublishingRun.CLIENT_ID);
            case DISK_FULL -> {
                order(gateway, "full");
                listener.await(() -> false, 1_000);
                order(gateway, "room");
            }
        }
        return gateway;
    }

    private long untilHeardAgainMs(Fault fault, int number, PlainListener listener) throws Exception {
        long startNs = System.nanoTime();
        int before = listener.count("strike");
        if (!listener.await(() -> listener.count("strike") > before, HEARD_AGAIN_MS)) {
            throw new AssertionError("seed " + seed + ": nothing heard after fault " + number + ", " + fault);
        }
        return (System.nanoTime() - startNs) / 1_000_000;
    }

    private Process gateway(int port) throws IOException {
        // what was not committed yet is not durable: the run goes on behind it
        long firstUs = progressUs + 5_000_000;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishingRun.class.getName(),
                        file.toString(),
                        Integer.toString(port),
                        Long.toString(firstUs),
                        Long.toString(seed),
                        Integer.toString(haste))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("gateway.log").toFile()))
                .start();
        Thread.ofVirtual().start(() -> follow(process.inputReader(StandardCharsets.UTF_8)));
        return process;
    }

    private void follow(BufferedReader said) {
        try (said) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("rest")) {
                    resting = true;
                } else if (line.matches("\\d+")) {
                    progressUs = Math.max(progressUs, Long.parseLong(line));
                }
            }
        } catch (IOException e) {
            // It was killed.
        }
    }

    private static void order(Process gateway, String word) throws IOException {
        gateway.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        gateway.getOutputStream().flush();
    }

    private static String topic(OutboxStream stream) {
        return switch (stream) {
            case CUE -> "cue";
            case FORM_CHANGE -> "form/change";
            case RUN_SUMMARY -> "run/summary";
            case STRIKE -> "strike";
        };
    }

    private Set<Long> durable(OutboxStream stream) {
        String table = switch (stream) {
            case CUE -> "cues";
            case FORM_CHANGE -> "form_changes";
            case RUN_SUMMARY -> "summaries";
            case STRIKE -> "strikes";
        };
        Set<Long> ids = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM " + table)) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("cannot read " + table, e));
        }
        return ids;
    }

    private List<String> missing(PlainListener listener) {
        List<String> missing = new ArrayList<>();
        for (OutboxStream stream : OutboxStream.values()) {
            Set<Long> lost = durable(stream);
            lost.removeAll(new HashSet<>(listener.ids(topic(stream))));
            lost.forEach(id -> missing.add(topic(stream) + " " + id + " never came"));
        }
        return missing;
    }

    private Outcome outcome(PlainListener listener, Map<Fault, Integer> repeatsAfter, long worstMs) {
        List<String> wrong = missing(listener);
        int durable = 0;
        int heard = 0;
        int repeats = 0;
        for (OutboxStream stream : OutboxStream.values()) {
            Set<Long> stored = durable(stream);
            durable += stored.size();
            Set<Long> seen = new HashSet<>();
            long newest = 0;
            for (long id : listener.ids(topic(stream))) {
                heard++;
                if (!seen.add(id)) {
                    repeats++;
                } else if (id < newest) {
                    wrong.add(topic(stream) + " " + id + " came after " + newest);
                }
                newest = Math.max(newest, id);
                if (!stored.contains(id) && stream != OutboxStream.RUN_SUMMARY) {
                    wrong.add(topic(stream) + " " + id + " is not in the history");
                }
            }
        }
        return new Outcome(progressUs, durable, heard, repeats, repeatsAfter, worstMs, wrong);
    }
}

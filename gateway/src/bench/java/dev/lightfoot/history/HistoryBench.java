package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the history with a seeded season: bytes a strike, how long the run list, a run's page data and the trends take,
 * what an hour of running writes to the disk, and whether memory grows. Exit code 1 when a target is missed.
 */
public final class HistoryBench {
    private static final int RUNS = 300;
    private static final long STRIKES = 2_500_000;
    private static final int TIMES = 60;

    private boolean missed;

    private HistoryBench() {}

    public static void main(String[] args) throws Exception {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-history-");
        HistoryBench bench = new HistoryBench();
        try {
            bench.run(folder.toAbsolutePath(), seed);
        } finally {
            for (Path file : Files.list(folder).toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
        System.exit(bench.missed ? 1 : 0);
    }

    private void run(Path folder, long seed) throws Exception {
        Path file = folder.resolve("season.db");
        long startedNs = System.nanoTime();
        long strikes = Season.seed(file, RUNS, STRIKES, seed);
        say("season          %,d strikes in %d runs, seed %d, seeded in %.0f s%n", strikes, RUNS, seed, secondsSince(startedNs));
        tell("bytes a strike", (double) Files.size(file) / strikes, 100, "");
        long openedNs = System.nanoTime();
        History.open(HistorySettings.of(file), Stride.START_US).close();
        say("start           opened for writing and checked whole in %.2f s%n", secondsSince(openedNs));
        questions(file);
        hour(folder.resolve("hour.db"), seed, false);
        hour(folder.resolve("hour-mqtt.db"), seed, true);
    }

    private void questions(Path file) throws Exception {
        long openedNs = System.nanoTime();
        try (Review review = Review.open(file)) {
            say("opened          in %.1f ms%n", secondsSince(openedNs) * 1e3);
            long rssBefore = 0;
            for (int lap = 0; lap < 3; lap++) {
                double[][] ms = new double[4][TIMES];
                for (int i = 0; i < TIMES; i++) {
                    long run = 1 + (i * 7L) % RUNS;
                    ms[0][i] = timed(() -> review.runs(50, 0));
                    ms[1][i] = timed(() -> review.runs(RUNS, 0));
                    ms[2][i] = timed(() -> {
                        review.run(run);
                        review.series(run, 1_000);
                    });
                    ms[3][i] = timed(() -> review.trends(ZoneOffset.UTC));
                }
                if (lap == 0) {
                    rssBefore = rssKb();
                    say("first           run list %.1f ms, whole list %.1f ms, run page %.1f ms, trends %.1f ms%n",
                            ms[0][0], ms[1][0], ms[2][0], ms[3][0]);
                }
                if (lap == 2) {
                    tell("run list of 50, 95 of 100 (ms)", p95(ms[0]), 50, "");
                    tell("run list of all, 95 of 100 (ms)", p95(ms[1]), 50, "");
                    tell("a run's page data, 95 of 100 (ms)", p95(ms[2]), 100, "");
                    tell("trends, 95 of 100 (ms)", p95(ms[3]), 200, "");
                }
            }
            say("RSS             %,d kB after %d questions, %,d kB after %d%n", rssBefore, 4 * TIMES, rssKb(), 12 * TIMES);
        }
    }

    /** One hour, told and committed as the keeper does, in less time: the same commits, the same pages. */
    private void hour(Path file, long seed, boolean publishing) throws Exception {
        List<Event> hour = SimulatedEvents.of(SimulatedEvents.hour(), seed);
        long startUs = Stride.START_US;
        long lap0 = 0;
        try (History history = History.open(HistorySettings.of(file), startUs)) {
            Outbox outbox = publishing ? history.outbox("mqtt") : null;
            for (int lap = 0; lap < 2; lap++) {
                long writtenBefore = writtenBytes();
                long atUs = startUs + lap * 3_600_000_000L;
                long nextTickUs = atUs;
                for (Event event : hour) {
                    Event moved = SimulatedEvents.moved(event, startUs + lap * 3_600_000_000L, 0);
                    while (nextTickUs <= moved.timeUs()) {
                        history.tick(nextTickUs);
                        if (outbox != null) {
                            acknowledgeAll(outbox);
                        }
                        nextTickUs += 200_000;
                    }
                    history.accept(moved);
                }
                double mb = (writtenBytes() - writtenBefore) / 1e6;
                tell("block writes of hour " + (lap + 1) + (publishing ? " with MQTT" : "") + " (MB)", mb, 60, "");
                if (lap == 0) {
                    lap0 = rssKb();
                }
            }
        }
        say("RSS             %,d kB after the first hour, %,d kB after the second%n", lap0, rssKb());
    }

    private static void acknowledgeAll(Outbox outbox) throws HistoryException {
        for (OutboxStream stream : OutboxStream.values()) {
            for (OutboxMessage message : outbox.after(stream, outbox.cursor(stream), 100)) {
                outbox.acknowledged(stream, message.id());
            }
        }
    }

    /** Something that takes time. */
    private interface Act {
        void act() throws HistoryException;
    }

    private static double timed(Act act) throws HistoryException {
        long startedNs = System.nanoTime();
        act.act();
        return (System.nanoTime() - startedNs) / 1e6;
    }

    private static double p95(double[] ms) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private void tell(String what, double measured, double most, String note) {
        boolean met = measured <= most;
        missed |= !met;
        say("%-40s %8.1f  (at most %.0f)%s%s%n", what, measured, most, met ? "" : "  MISSED", note);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static double secondsSince(long startedNs) {
        return (System.nanoTime() - startedNs) / 1e9;
    }

    private static long writtenBytes() throws IOException {
        return number(Path.of("/proc/self/io"), "write_bytes:");
    }

    private static long rssKb() throws IOException {
        System.gc();
        return number(Path.of("/proc/self/status"), "VmRSS:");
    }

    private static long number(Path file, String name) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> !line.startsWith(name));
        return Long.parseLong(lines.getFirst().replaceAll("\\D+", ""));
    }
}

package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Seeds a history with a season: so many runs with so many strikes in all, each a seeded variant of a simulated hour. */
public final class Season {
    /** 2025-01-06T06:00:00Z, a Monday. */
    private static final long START_US = 1_736_143_200_000_000L;

    private static final long BETWEEN_RUNS_US = 56 * 3_600_000_000L;
    private static final String[] SHOES = {"blue", "red", "barefoot"};

    private Season() {}

    /** Returns the strikes that were kept. */
    public static long seed(Path file, int runs, long strikes, long seed) throws HistoryException {
        Random random = new Random(seed);
        List<List<Event>> hours = List.of(
                SimulatedEvents.of(SimulatedEvents.hour(), seed),
                SimulatedEvents.of(SimulatedEvents.hour(), seed + 1),
                SimulatedEvents.of(SimulatedEvents.hour(), seed + 2));
        long kept = 0;
        for (int run = 0; run < runs; run++) {
            long startUs = START_US + run * BETWEEN_RUNS_US + random.nextLong(3_600_000_000L);
            long left = (strikes - kept) / (runs - run);
            long wanted = run == runs - 1 ? left : (long) (left * (0.8 + 0.4 * random.nextDouble()));
            HistorySettings settings =
                    new HistorySettings(file, Duration.ofMinutes(10), SHOES[random.nextInt(3)], 1_000_000);
            kept += keepRun(settings, hours.get(run % 3), startUs, wanted, (float) random.nextGaussian());
        }
        for (long run = 1; run <= runs; run += 2) {
            Surface surface = Surface.values()[random.nextInt(Surface.values().length)];
            new RunDesk(file).describe(run, new RunNote("red", surface, 1 + random.nextInt(10), "run " + run));
        }
        return kept;
    }

    private static long keepRun(
            HistorySettings settings, List<Event> hour, long startUs, long wanted, float higherDeg)
            throws HistoryException {
        long kept = 0;
        try (History history = History.open(settings, startUs)) {
            long lapUs = 0;
            while (kept < wanted) {
                for (Event event : hour) {
                    if (kept == wanted) {
                        break;
                    }
                    Event moved = SimulatedEvents.moved(event, startUs + lapUs, higherDeg);
                    history.accept(moved);
                    if (event instanceof Event.Struck && ++kept % 2_000 == 0) {
                        history.tick(moved.timeUs());
                    }
                }
                lapUs += 3_601_000_000L;
            }
        }
        return kept;
    }
}

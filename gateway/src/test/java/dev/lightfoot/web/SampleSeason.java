package dev.lightfoot.web;

import static dev.lightfoot.sim.runner.Segment.slide;
import static dev.lightfoot.sim.runner.Segment.stand;
import static dev.lightfoot.sim.runner.Segment.walk;

import dev.lightfoot.event.Event;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.RunDesk;
import dev.lightfoot.history.RunNote;
import dev.lightfoot.history.SimulatedEvents;
import dev.lightfoot.history.Surface;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A few weeks of a simulated runner who comes to hold form for longer, three runs a week, so that there is something to look
 * at: slides into jogging, walk breaks, two shoes, several surfaces, notes.
 */
final class SampleSeason {
    private static final Technique LIGHT = Technique.GOOD.towards(Technique.JOG, 0.12);
    private static final Technique TIRED = Technique.GOOD.towards(Technique.JOG, 0.45);
    private static final List<Duration> DAYS = List.of(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(5));
    private static final List<Surface> SURFACES = List.of(Surface.GRASS, Surface.TRAIL, Surface.TARMAC, Surface.DIRT);
    private static final List<String> NOTES = List.of(
            "Legs heavy from Sunday; walked before it got ugly.",
            "Soft ground. Kept the steps short on the way back up.",
            "Evening, warm. Felt the nudges and they helped.",
            "New laces, pod sat well.");

    private final Path file;

    private SampleSeason(Path file) {
        this.file = file;
    }

    /**
     * Keeps so many runs, the last of them on the Saturday before this time.
     *
     * @param longest length of a run in seconds when the runner is fresh; 600 or more
     */
    static void seed(Path file, int runs, double longest, Instant until) throws HistoryException {
        SampleSeason season = new SampleSeason(file);
        for (int run = 0; run < runs; run++) {
            int back = runs - 1 - run;
            Instant start = until.minus(Duration.ofDays(7L * (back / 3 + 1)))
                    .plus(DAYS.get(2 - back % 3))
                    .plusSeconds(60L * (run * 37 % 70));
            season.keep(run, start, hour(longest, (run + 1.0) / runs, run));
        }
    }

    private void keep(int run, Instant start, Scenario scenario) throws HistoryException {
        long startUs = start.toEpochMilli() * 1000;
        String shoe = run % 4 == 1 ? "Blue" : "Canvas";
        HistorySettings settings = new HistorySettings(file, Duration.ofMinutes(10), shoe, 1_000_000);
        try (History history = History.open(settings, startUs)) {
            long tickUs = startUs;
            for (Event event : SimulatedEvents.of(scenario, 40 + run)) {
                Event moved = SimulatedEvents.moved(event, startUs, 0);
                history.accept(moved);
                if (moved.timeUs() - tickUs > 600_000_000L) {
                    tickUs = moved.timeUs();
                    history.tick(tickUs);
                }
            }
        }
        String text = run % 3 == 2 ? NOTES.get(run / 3 % NOTES.size()) : null;
        RunNote note = new RunNote(shoe, SURFACES.get(run * 5 % 7 % 4), 2 + run * 3 % 4, text);
        new RunDesk(file).describe(run + 1, note);
    }

    /** Form slides away a little later and less often the further the season is, and comes back after a walk. */
    private static Scenario hour(double longest, double progress, int run) {
        Random random = new Random(7_919L * (run + 1) * (run + 13));
        double length = longest * (0.55 + 0.45 * random.nextDouble());
        Technique own = LIGHT.towards(TIRED, 0.35 * (1 - progress));
        List<Segment> segments = new ArrayList<>();
        segments.add(stand(4));
        segments.add(walk(40));
        double left = length;
        while (left > 0) {
            double fresh = Math.min(left, length * (0.1 + 0.35 * random.nextDouble() + 0.2 * progress));
            segments.add(slide(fresh, own, own.towards(TIRED, 0.3)));
            left -= fresh + 0.12 * length;
            if (left > 0) {
                addFailing(segments, length, own, random.nextDouble() > 0.75 * progress);
                segments.add(walk(30 + 60 * random.nextDouble()));
            }
        }
        segments.add(walk(30));
        return new Scenario("sample", "A run of a season", segments);
    }

    private static void addFailing(List<Segment> segments, double length, Technique own, boolean wholly) {
        segments.add(slide(length * 0.07, own, TIRED));
        if (wholly) {
            segments.add(slide(length * 0.03, TIRED, Technique.JOG));
            segments.add(Segment.jog(length * 0.02));
        }
    }
}

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

    /** Form slides away a little later each time, and comes back after a walk. */
    private static Scenario hour(double longest, double progress, int run) {
        double length = longest * (0.75 + 0.25 * Math.sin(run * 1.7));
        double fresh = length * (0.25 + 0.35 * progress);
        Technique own = LIGHT.towards(TIRED, 0.35 * (1 - progress));
        List<Segment> segments = new ArrayList<>();
        segments.add(stand(4));
        segments.add(walk(60));
        segments.add(slide(fresh, own, own.towards(TIRED, 0.2)));
        segments.add(slide(length * 0.15, own, TIRED));
        if (run % 5 != 4 || progress < 0.5) {
            segments.add(slide(length * 0.08, TIRED, Technique.JOG));
            segments.add(Segment.jog(length * 0.03));
        }
        segments.add(walk(75));
        segments.add(slide(length * 0.2, own, TIRED));
        if (run % 3 == 0) {
            segments.add(Segment.jog(25));
            segments.add(walk(50));
        }
        segments.add(slide(length * 0.12, own, own));
        segments.add(walk(45));
        return new Scenario("sample", "A run of a season", segments);
    }
}

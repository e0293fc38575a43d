package dev.lightfoot.day;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Runs with rests between them that are longer than the gap that ends a run, drawn by a seed; and the truth of each run. */
final class DaySchedule {
    private static final double FIRST_REST_S = 60;
    /** The gateway ends a run after 10 minutes. */
    private static final double SHORTEST_REST_S = 840;

    private static final double LONGEST_REST_S = 1500;
    private static final double SHORTEST_RUN_S = 1200;
    private static final double LONGEST_RUN_S = 3600;

    /** A run as it was: seconds it took and how often a foot landed. */
    record TrueRun(double startS, double seconds, int landings) {}

    private final Body body;
    private final List<TrueRun> runs = new ArrayList<>();

    DaySchedule(double hours, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Segment> segments = new ArrayList<>();
        List<double[]> spans = new ArrayList<>();
        segments.add(Segment.stand(FIRST_REST_S));
        double nowS = FIRST_REST_S;
        while (nowS < hours * 3600 - LONGEST_RUN_S - LONGEST_REST_S) {
            double runS = random.nextDouble(SHORTEST_RUN_S, LONGEST_RUN_S);
            spans.add(new double[] {nowS, nowS + runS});
            segments.addAll(run(runS, random));
            double restS = random.nextDouble(SHORTEST_REST_S, LONGEST_REST_S);
            segments.add(Segment.stand(restS));
            nowS += runS + restS;
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(hours + " hours are too few for a run: 2 or more");
        }
        body = new Body(new Scenario("day", "A day of runs", segments), seed);
        var landings = body.landings();
        for (double[] span : spans) {
            int count = (int) landings.stream()
                    .filter(landing -> landing.contactNs() >= span[0] * 1e9 && landing.contactNs() < span[1] * 1e9)
                    .count();
            runs.add(new TrueRun(span[0], span[1] - span[0], count));
        }
    }

    private static List<Segment> run(double seconds, SplittableRandom random) {
        double goodS = seconds * random.nextDouble(0.5, 0.8);
        double slideS = (seconds - goodS) * 0.3;
        double jogS = (seconds - goodS) * random.nextDouble(0.1, 0.3);
        return List.of(
                Segment.run(goodS, Technique.GOOD),
                Segment.slide(slideS, Technique.GOOD, Technique.JOG),
                Segment.jog(jogS),
                Segment.run(seconds - goodS - slideS - jogS, Technique.GOOD));
    }

    Body body() {
        return body;
    }

    List<TrueRun> runs() {
        return List.copyOf(runs);
    }

    double seconds() {
        return body.scenario().seconds();
    }
}

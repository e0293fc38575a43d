package dev.lightfoot.loop;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link StrikePathBenchmark} with JMH, whose options it takes, and says in plain words what a sample costs. */
public final class StrikePathCost {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** B a sample: the smallest object at every strike would be 0.1, what JMH itself makes between runs is 0.003. */
    private static final double NOTHING_B = 0.01;

    private StrikePathCost() {}

    public static void main(String[] arguments) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(StrikePathBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        Result<?> path = null;
        Result<?> floor = null;
        double pathB = Double.NaN;
        double floorB = Double.NaN;
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            if (primary.getLabel().equals("strikePath")) {
                path = primary;
                pathB = allocatedB(result);
            } else if (primary.getLabel().equals("floor")) {
                floor = primary;
                floorB = allocatedB(result);
            }
        }
        if (path == null || floor == null) {
            throw new IllegalStateException("strikePath and floor must both be run to be compared");
        }
        say("");
        say("Notification bytes to strike decision: %s a sample.", inWords(path));
        say("Floor (the same bytes decoded, one Madgwick step): %s a sample.", inWords(floor));
        say(
                "Ratio: %.2f (%.2f of the medians, which a busy machine disturbs less).",
                path.getScore() / floor.getScore(),
                path.getStatistics().getPercentile(50) / floor.getStatistics().getPercentile(50));
        // both make the same objects before each run of a minute, which JMH counts; what is left is the path's own
        double ownB = pathB - floorB;
        say(
                "Allocated: %s a sample (%.3f B with the set-up of a run, %.3f B of the floor with the same set-up).",
                Math.abs(ownB) < NOTHING_B ? "0 B" : String.format(Locale.ROOT, "%.3f B", ownB), pathB, floorB);
    }

    private static double allocatedB(RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return allocated == null ? Double.NaN : allocated.getScore();
    }

    private static String inWords(Result<?> result) {
        return String.format(
                Locale.ROOT, "%.1f +- %.1f ns (median %.1f)", result.getScore(), result.getScoreError(), result
                        .getStatistics()
                        .getPercentile(50));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

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

    /** One garbage object in a run of a minute is far more than this, B a sample; what JMH itself leaves is less. */
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
        double allocatedB = Double.NaN;
        for (RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            if (primary.getLabel().equals("strikePath")) {
                path = primary;
                Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
                allocatedB = allocated == null ? Double.NaN : allocated.getScore();
            } else if (primary.getLabel().equals("floor")) {
                floor = primary;
            }
        }
        if (path == null || floor == null) {
            throw new IllegalStateException("strikePath and floor must both be run to be compared");
        }
        say("");
        say("Notification bytes to strike decision: %s a sample.", inWords(path));
        say("Floor (the same bytes decoded, one Madgwick step): %s a sample.", inWords(floor));
        say("Ratio: %.2f.", path.getScore() / floor.getScore());
        say("Allocated: %s a sample.", allocatedB < NOTHING_B ? "0 B" : "%.2f B".formatted(allocatedB));
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

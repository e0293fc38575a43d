package dev.lightfoot.sweep;

import dev.lightfoot.sim.runner.Course.Unrest;
import dev.lightfoot.sim.runner.Gait;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sweep.Landing.Struck;
import dev.lightfoot.sweep.SweepRun.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges many seeded simulated runners and says how well, how wrongly, and where worst. Usage: Sweep [RUNNERS [FIRST_SEED
 * [SCENARIO]]]; of one runner in one scenario it tells each error.
 */
public final class Sweep {
    private static final List<String> SCENARIOS = List.of("any-run", "any-walk", "any-slide", "any-errands");
    private static final int WORST_SHOWN = 10;

    /** After the first step, s: until then a pod that lies anyhow may still be learning. */
    private static final double LEARNT_S = 2;

    private final Map<String, Score> groups = new TreeMap<>();
    private final Map<String, JoggingScore> jogging = new TreeMap<>();

    private Sweep() {}

    public static void main(String[] args) {
        try {
            int runners = args.length > 0 ? Integer.parseInt(args[0]) : 300;
            long firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 1;
            List<String> scenarios = args.length > 2 ? List.of(args[2]) : SCENARIOS;
            if (runners < 1 || args.length > 3) {
                throw new IllegalArgumentException("there must be 1 runner or more, and at most three arguments");
            }
            new Sweep().sweep(runners, firstSeed, scenarios);
        } catch (IllegalArgumentException e) {
            System.err.println("sweep: " + e.getMessage());
            System.err.println("usage: deploy/sweep [RUNNERS [FIRST_SEED [SCENARIO]]]");
            System.exit(2);
        }
    }

    private void sweep(int runners, long firstSeed, List<String> scenarios) {
        List<Conditions> all = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + runners; seed++) {
            for (String scenario : scenarios) {
                all.add(Conditions.drawn(scenario, seed));
            }
        }
        List<Outcome> outcomes = all.parallelStream().map(SweepRun::play).toList();
        outcomes.forEach(this::add);
        System.out.println(runners + " simulated runners from seed " + firstSeed + ", " + String.join(", ", scenarios));
        System.out.println(Score.HEAD);
        groups.forEach((name, score) -> System.out.println(
                score.row(name) + (jogging.containsKey(name) ? jogging(name).columns() : "")));
        System.out.println();
        System.out.println(group("all").confusionTable());
        System.out.println(group("all").reliability().table());
        System.out.println(jogging("all").line());
        if (all.size() == 1) {
            new Errors(System.out).tell(outcomes.getFirst());
            return;
        }
        System.out.println();
        System.out.println("worst (misses, false contacts and rearfoot mistaken, % of contacts):");
        outcomes.stream()
                .sorted(Comparator.comparingDouble(Sweep::badness).reversed())
                .limit(WORST_SHOWN)
                .forEach(Sweep::tellWorst);
        System.out.println();
        new Targets(System.out).tell(group("all"), group("pod recommended"), group("pod worse"), jogging("all"));
    }

    private Score group(String name) {
        return groups.computeIfAbsent(name, _ -> new Score());
    }

    private JoggingScore jogging(String name) {
        return jogging.computeIfAbsent(name, _ -> new JoggingScore());
    }

    private static double badness(Outcome outcome) {
        return outcome.score().wrongPct() + 20 * outcome.jogging().wrong();
    }

    private static void tellWorst(Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                "  %-34s %5.1f %%, jogging wrong %d  (%s)%n",
                outcome.conditions().command(),
                outcome.score().wrongPct(),
                outcome.jogging().wrong(),
                outcome.conditions());
    }

    private void add(Outcome outcome) {
        Scenario scenario = outcome.conditions().scenario();
        double firstS = outcome.landings().isEmpty()
                ? Double.POSITIVE_INFINITY
                : outcome.landings().getFirst().truth().contactNs() / 1e9;
        for (String factor : outcome.conditions().factors()) {
            outcome.landings().forEach(group(factor)::add);
            group(factor).addFalse(outcome.falseStrikes().size());
            jogging(factor).add(outcome.jogging());
        }
        for (Landing landing : outcome.landings()) {
            double timeS = landing.truth().contactNs() / 1e9;
            group("gait " + lower(landing.truth().gait())).add(landing);
            group("truth " + lower(landing.truePattern())).add(landing);
            group(when(timeS - firstS)).add(landing);
            group(way(scenario, timeS)).add(landing);
        }
        for (Struck strike : outcome.falseStrikes()) {
            double timeS = strike.contactNs() / 1e9;
            Gait gait = scenario.gaitAt(timeS);
            Unrest unrest = scenario.courseAt(timeS).unrest();
            group(unrest == Unrest.STILL ? "gait " + lower(gait) : "false " + lower(unrest)).addFalse(1);
            group(when(timeS - firstS)).addFalse(1);
            group(way(scenario, timeS)).addFalse(1);
        }
    }

    private static String when(double sinceFirstS) {
        if (sinceFirstS < 0) {
            return "when before a step";
        }
        return sinceFirstS < LEARNT_S ? "when first 2 s" : "when later";
    }

    private static String way(Scenario scenario, double timeS) {
        var course = scenario.courseAt(timeS);
        if (course.riserM() != 0) {
            return course.riserM() > 0 ? "way upstairs" : "way downstairs";
        }
        if (course.turnDegPerS() != 0) {
            return "way turning";
        }
        return course.slopeDeg() == 0 ? "way level" : course.slopeDeg() > 0 ? "way uphill" : "way downhill";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package dev.lightfoot.sweep;

import dev.lightfoot.sim.runner.Gait;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import dev.lightfoot.sweep.SweepRun.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges many seeded simulated runners at many paces, mounts, rates and losses, and says how well, how wrongly, and where
 * worst. Usage: Sweep [RUNNERS [FIRST_SEED]].
 */
public final class Sweep {
    private static final int[] RATES_HZ = {208, 104, 416, 208};
    private static final int WORST_SHOWN = 10;

    private record Scored(Conditions conditions, Score score) {}

    private Sweep() {}

    public static void main(String[] args) {
        int runners = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 100;
        List<Conditions> all = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            for (Scenario scenario : scenarios(i)) {
                all.add(new Conditions(
                        scenario, firstSeed + i, RATES_HZ[i % RATES_HZ.length], i % 3 == 1, i % 4 == 3 ? 2 : 0));
            }
        }
        List<Scored> scored = all.parallelStream()
                .map(conditions -> new Scored(conditions, SweepRun.score(conditions)))
                .toList();
        Score whole = new Score();
        Map<String, Score> groups = new TreeMap<>();
        for (Scored each : scored) {
            whole.add(each.score());
            for (String group : groupsOf(each.conditions())) {
                groups.computeIfAbsent(group, _ -> new Score()).add(each.score());
            }
        }
        System.out.println(runners + " simulated runners from seed " + firstSeed);
        System.out.println("all             " + whole.line());
        groups.forEach((name, score) -> System.out.printf("%-15s %s%n", name, score.line()));
        System.out.println(whole.joggingLine());
        System.out.println(whole.confusionTable());
        System.out.println("worst found:");
        worst(scored, Comparator.comparingDouble(each -> each.score().foundPct()));
        System.out.println("worst rearfoot against the rest:");
        worst(scored, Comparator.comparingDouble(each -> each.score().rearfootPct()));
    }

    private static void worst(List<Scored> scored, Comparator<Scored> order) {
        scored.stream()
                .sorted(order)
                .limit(WORST_SHOWN)
                .forEach(each -> System.out.printf(
                        "  %-44s %s%n", each.conditions(), each.score().line()));
    }

    private static List<String> groupsOf(Conditions conditions) {
        return List.of(
                "gait " + conditions.scenario().name(),
                "rate " + conditions.rateHz(),
                conditions.turned() ? "mount turned" : "mount marked",
                conditions.lossPct() > 0 ? "lossy" : "lossless");
    }

    /** Paces and techniques differ from runner to runner. */
    private static List<Scenario> scenarios(int i) {
        double speed = (i % 5 - 2) * 0.25;
        double cadence = i % 7 - 3;
        Technique good = new Technique(2.6 + speed, 172 + 2 * cadence, 0.36, 2 + i % 4);
        Technique fore = new Technique(2.8 + speed, 176 + 2 * cadence, 0.35, -4 - i % 5);
        Technique heel = new Technique(2.9 + speed, 173 + 2 * cadence, 0.35, 11 + i % 6);
        Technique jog = new Technique(2.1 + speed / 2, 147 + cadence, 0.46, 15 + i % 8);
        return List.of(
                new Scenario("midfoot", "", List.of(Segment.stand(3), Segment.run(40, good))),
                new Scenario("forefoot", "", List.of(Segment.stand(3), Segment.run(40, fore))),
                new Scenario("rearfoot", "", List.of(Segment.stand(3), Segment.run(40, heel))),
                new Scenario("walk", "", List.of(Segment.stand(3), Segment.walk(40))),
                new Scenario(
                        "slide",
                        "",
                        List.of(
                                Segment.stand(3),
                                Segment.run(60, good),
                                new Segment(Gait.JOGGING, 30, jog, jog),
                                Segment.run(30, good))));
    }
}

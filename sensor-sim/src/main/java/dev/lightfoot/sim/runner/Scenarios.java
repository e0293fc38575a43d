package dev.lightfoot.sim.runner;

import static dev.lightfoot.sim.runner.Segment.fidget;
import static dev.lightfoot.sim.runner.Segment.handled;
import static dev.lightfoot.sim.runner.Segment.jog;
import static dev.lightfoot.sim.runner.Segment.run;
import static dev.lightfoot.sim.runner.Segment.slide;
import static dev.lightfoot.sim.runner.Segment.stand;
import static dev.lightfoot.sim.runner.Segment.walk;
import static dev.lightfoot.sim.runner.Technique.GOOD;
import static dev.lightfoot.sim.runner.Technique.JOG;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scenarios that can be played by name. */
public final class Scenarios {
    private static final Technique HEEL_RUNNER = new Technique(3.0, 174, 0.34, 13);
    private static final Technique FOREFOOT = new Technique(2.8, 178, 0.34, -6);
    private static final Technique UPSTAIRS = new Technique(0.5, 100, 0.63, -2);
    private static final Technique DOWNSTAIRS = new Technique(0.5, 104, 0.61, -15);
    private static final Technique DOWNHILL = new Technique(3.6, 176, 0.33, 12);

    /** Longer than any step of good running, shorter than any of jogging: one contact falls into it. */
    private static final double ONE_STEP_S = 0.38;

    private static final List<Scenario> ALL = List.of(
            new Scenario("good-run", "Ten minutes of good form", List.of(stand(3), run(600, GOOD))),
            new Scenario(
                    "slide",
                    "A minute in which form slides into jogging and comes back",
                    List.of(
                            stand(3),
                            run(14, GOOD),
                            slide(12, GOOD, JOG),
                            jog(12),
                            slide(4, JOG, GOOD),
                            run(40, GOOD))),
            new Scenario(
                    "sudden-slide",
                    "Good form that breaks from one stride to the next",
                    List.of(stand(3), run(60, GOOD), jog(30), run(60, GOOD))),
            new Scenario(
                    "slow-slide",
                    "Form that slides over ten minutes",
                    List.of(stand(3), run(120, GOOD), slide(600, GOOD, JOG), jog(60))),
            new Scenario(
                    "walk-breaks",
                    "Good running with breaks for walking",
                    List.of(
                            stand(3),
                            run(90, GOOD),
                            walk(40),
                            run(90, GOOD),
                            stand(5),
                            walk(30),
                            run(60, GOOD),
                            walk(20))),
            new Scenario(
                    "one-bad-step",
                    "Good running with one heel-first step",
                    List.of(stand(3), run(60, GOOD), jog(ONE_STEP_S), run(60, GOOD))),
            new Scenario(
                    "downhill",
                    "A downhill stretch: heel first, but quick and light",
                    List.of(stand(3), run(60, GOOD), slide(5, GOOD, DOWNHILL), run(40, DOWNHILL), run(60, GOOD))),
            new Scenario(
                    "tired-end",
                    "Good form, then jogging to the end",
                    List.of(stand(3), run(180, GOOD), slide(60, GOOD, JOG), jog(120))),
            new Scenario(
                    "heel-runner",
                    "A runner who lands on the heel by nature, quick and light",
                    List.of(stand(3), run(300, HEEL_RUNNER))),
            new Scenario("forefoot", "A runner who lands on the forefoot", List.of(stand(3), run(300, FOREFOOT))),
            new Scenario(
                    "hour-run",
                    "An hour of running, good but for a slide into jogging in the middle",
                    List.of(
                            stand(3),
                            run(1500, GOOD),
                            slide(120, GOOD, JOG),
                            jog(60),
                            slide(30, JOG, GOOD),
                            run(1890, GOOD))),
            new Scenario("walk", "Five minutes of walking", List.of(stand(3), walk(300))),
            new Scenario("standing", "A minute of standing", List.of(stand(60))),
            new Scenario(
                    "hills",
                    "Good running uphill and downhill",
                    List.of(
                            stand(3),
                            run(40, GOOD),
                            run(40, GOOD).on(Course.slope(6)),
                            run(40, DOWNHILL).on(Course.slope(-6)),
                            run(40, GOOD))),
            new Scenario(
                    "corners",
                    "Good running round corners, with stops",
                    List.of(
                            stand(3),
                            run(20, GOOD),
                            run(2, GOOD).on(Course.turning(45)),
                            run(20, GOOD),
                            run(2, GOOD).on(Course.turning(-45)),
                            run(20, GOOD),
                            stand(6),
                            run(20, GOOD))),
            new Scenario(
                    "stairs",
                    "Walking, stairs up and down",
                    List.of(
                            stand(3),
                            walk(15),
                            walk(15, UPSTAIRS).on(Course.stairs(0.17)),
                            walk(5),
                            walk(15, DOWNSTAIRS).on(Course.stairs(-0.17)))),
            new Scenario("fidgets", "A minute of restless standing", List.of(fidget(60))),
            new Scenario(
                    "handled",
                    "Shoes in the hand and put on, then a walk",
                    List.of(handled(30), fidget(10), stand(2), walk(30))));

    private Scenarios() {}

    /** Every scenario; those drawn by a seed as the first seed has them. */
    public static List<Scenario> all() {
        return Stream.concat(ALL.stream(), DrawnScenarios.NAMES.stream().map(name -> DrawnScenarios.named(name, 1)))
                .toList();
    }

    /** As {@link #named(String, long)}, of the first seed. */
    public static Scenario named(String name) {
        return named(name, 1);
    }

    /**
     * The scenario of a name, drawn by the seed if it is one that is; an unknown name is an IllegalArgumentException that lists
     * the known ones.
     */
    public static Scenario named(String name, long seed) {
        if (DrawnScenarios.NAMES.contains(name)) {
            return DrawnScenarios.named(name, seed);
        }
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scenario '" + name + "' is not known, choose one of "
                        + all().stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }
}

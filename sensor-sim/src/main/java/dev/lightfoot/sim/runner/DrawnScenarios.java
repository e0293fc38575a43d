package dev.lightfoot.sim.runner;

import static dev.lightfoot.sim.runner.Segment.fidget;
import static dev.lightfoot.sim.runner.Segment.handled;
import static dev.lightfoot.sim.runner.Segment.stand;
import static dev.lightfoot.sim.runner.Segment.walk;

import java.util.ArrayList;
import java.util.List;

/** Scenarios whose paces and ways are drawn from the runner's seed, as the habit of {@link Outing#drawn} has it. */
final class DrawnScenarios {
    static final List<String> NAMES = List.of("any-run", "any-walk", "any-slide", "any-errands");

    /** Running speeds, m/s, from a recovery run's to a race's. */
    private static final double SLOWEST_RUN_MPS = 1.9;

    private static final double FASTEST_RUN_MPS = 4.5;
    private static final double SLOWEST_WALK_MPS = 0.8;
    private static final double FASTEST_WALK_MPS = 2.0;

    private final Habit habit;
    private final Draw draw;

    private DrawnScenarios(String name, long seed) {
        habit = Outing.drawn(seed).habit();
        draw = new Draw(seed, name);
    }

    static Scenario named(String name, long seed) {
        DrawnScenarios drawn = new DrawnScenarios(name, seed);
        return switch (name) {
            case "any-run" -> new Scenario(name, "Two minutes of any good running, by the seed", drawn.running());
            case "any-walk" -> new Scenario(name, "A minute and a half of any walking, by the seed", drawn.walking());
            case "any-slide" ->
                new Scenario(
                        name, "Good running that slides into jogging and comes back, by the seed", drawn.sliding());
            case "any-errands" ->
                new Scenario(
                        name, "Shoes in the hand, fidgets, stairs, corners and stops, by the seed", drawn.errands());
            default -> throw new IllegalArgumentException("no drawn scenario is called " + name);
        };
    }

    private List<Segment> running() {
        Technique first = running(draw.uniform(SLOWEST_RUN_MPS, FASTEST_RUN_MPS));
        Technique second = running(Math.clamp(first.speedMps() + draw.gaussian(0.5), SLOWEST_RUN_MPS, FASTEST_RUN_MPS));
        double slopeDeg = draw.uniform(2, 8);
        return List.of(
                stand(3),
                Segment.run(40, first),
                Segment.slide(5, first, second),
                Segment.run(15, second).on(Course.turning(draw.uniform(-25, 25))),
                Segment.run(20, uphill(second, slopeDeg)).on(Course.slope(slopeDeg)),
                Segment.run(20, downhill(second, slopeDeg)).on(Course.slope(-slopeDeg)),
                Segment.run(20, second));
    }

    private List<Segment> walking() {
        double slopeDeg = draw.uniform(2, 10);
        return List.of(
                stand(3),
                walk(35, walking(draw.uniform(SLOWEST_WALK_MPS, FASTEST_WALK_MPS))),
                walk(20, walking(draw.uniform(1, 1.6))).on(Course.slope(slopeDeg)),
                walk(20, walking(draw.uniform(1, 1.6))).on(Course.slope(-slopeDeg)),
                walk(15, walking(draw.uniform(SLOWEST_WALK_MPS, FASTEST_WALK_MPS)))
                        .on(Course.turning(draw.uniform(-40, 40))));
    }

    /** A slow run whose runner is fresh on anything but the heel, jogs for half a minute, and recovers. */
    private List<Segment> sliding() {
        Technique fresh = new Technique(
                draw.uniform(2.1, 2.9),
                draw.uniform(164, 180),
                draw.uniform(0.33, 0.37),
                habit == Habit.HEEL_NEVER_DOWN ? draw.uniform(-10, -4) : draw.uniform(-6, 6));
        Technique jog = new Technique(
                draw.uniform(1.9, 2.3), draw.uniform(143, 150), draw.uniform(0.44, 0.5), draw.uniform(15, 24));
        double slidingS = draw.chance(0.5) ? draw.uniform(0.5, 2) : draw.uniform(5, 20);
        return List.of(
                stand(3),
                Segment.run(60, fresh),
                Segment.slide(slidingS, fresh, jog),
                new Segment(Gait.JOGGING, 30, jog, jog),
                Segment.slide(4, jog, fresh),
                Segment.run(30, fresh));
    }

    private List<Segment> errands() {
        List<Segment> segments = new ArrayList<>();
        segments.add(handled(24));
        segments.add(fidget(16));
        segments.add(stand(2));
        segments.add(walk(10, walking(1.2)).on(Course.turning(draw.uniform(-60, 60))));
        segments.add(stairs(draw.uniform(0.15, 0.18), draw.uniform(-8, 6)));
        segments.add(stairs(-draw.uniform(0.15, 0.18), draw.uniform(-22, -8)));
        segments.add(fidget(12));
        Technique technique = running(draw.uniform(2, 3.2));
        for (int i = 0; i < 3; i++) {
            segments.add(Segment.run(draw.uniform(4, 10), technique));
            segments.add(Segment.run(2, technique).on(Course.turning(draw.chance(0.5) ? 45 : -45)));
            segments.add(Segment.run(draw.uniform(3, 8), technique));
            segments.add(stand(draw.uniform(2.5, 6)));
        }
        return segments;
    }

    private Segment stairs(double riserM, double strikeAngleDeg) {
        Technique technique = new Technique(0.5, draw.uniform(85, 110), draw.uniform(0.6, 0.66), strikeAngleDeg);
        return walk(12, technique).on(Course.stairs(riserM));
    }

    /**
     * Good running at a speed: 0.41 to 0.44 of the stride in contact at 2 m/s, 0.31 to 0.33 at 3.5 (recorded), but for jogging's
     * border; cadence grows by 6 spm for each m/s (van Oeveren 2017: novices 154 to 160 spm from 2.4 to 2.9 m/s).
     */
    private Technique running(double speedMps) {
        double duty = 0.425 - 0.075 * (speedMps - 2) + 0.008 * (speedMps - 2) * (speedMps - 2);
        return new Technique(
                speedMps,
                166 + 6 * (speedMps - 2.5) + Math.clamp(draw.gaussian(7), -10, 18),
                duty + draw.uniform(-0.03, 0.01),
                strikeAngleDeg());
    }

    /** Usual runners land from -8 to 20 deg; the others as their habit has it. */
    private double strikeAngleDeg() {
        return switch (habit) {
            case USUAL, PRONATOR, LOPSIDED -> draw.chance(0.6) ? draw.uniform(9, 20) : draw.uniform(-8, 8);
            case WEAK_HEEL -> draw.uniform(8, 12);
            case FLAT -> draw.uniform(-3, 3);
            case HEEL_NEVER_DOWN -> draw.uniform(-14, -5);
            case EARLY_LOWERING -> draw.uniform(-5, 12);
            case SHUFFLER -> draw.uniform(0, 12);
        };
    }

    /** Walking cadence and duty factor by speed: 112 spm and 0.62 at 1.4 m/s, 138 and 0.59 at 2 (Hirasaki et al. 1999). */
    private Technique walking(double speedMps) {
        return new Technique(
                speedMps,
                Math.clamp(112 + 42 * (speedMps - 1.4) + draw.gaussian(4), 70, 150),
                Math.clamp(0.625 - 0.05 * (speedMps - 1.4) + draw.gaussian(0.01), 0.57, 0.7),
                draw.uniform(14, 30));
    }

    /** Uphill runners land flatter, downhill runners more on the heel, against the ground (Gottschall and Kram 2005). */
    private static Technique uphill(Technique level, double slopeDeg) {
        return turned(level, Math.max(-20, level.strikeAngleDeg() - 0.8 * slopeDeg));
    }

    private static Technique downhill(Technique level, double slopeDeg) {
        return turned(level, level.strikeAngleDeg() + 0.5 * slopeDeg);
    }

    private static Technique turned(Technique level, double strikeAngleDeg) {
        return new Technique(level.speedMps(), level.cadenceSpm(), level.dutyFactor(), strikeAngleDeg);
    }
}

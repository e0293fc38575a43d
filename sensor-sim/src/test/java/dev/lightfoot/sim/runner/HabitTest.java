package dev.lightfoot.sim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What is peculiar about runners is to be seen in their feet. */
class HabitTest {
    private static final int RUNNERS = 30;
    private static final Technique FOREFOOT = new Technique(2.8, 178, 0.34, -10);

    @Test
    void theHeelThatIsNeverDownStaysUpAllThroughTheStance() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = body(seed, Habit.HEEL_NEVER_DOWN, Segment.run(15, FOREFOOT));
            for (TrueStance stance : strides(body)) {
                double flattest = -90;
                for (double timeS = stance.contactNs() / 1e9; timeS < stance.liftNs() / 1e9; timeS += 0.002) {
                    flattest = Math.max(flattest, pitchDeg(body, timeS));
                }
                assertThat(flattest)
                        .as("seed %d at %d ns", seed, stance.contactNs())
                        .isLessThan(-0.5);
            }
        }
    }

    @Test
    void pronatorsRollInwardsInMidStance() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = body(seed, Habit.PRONATOR, Segment.run(15, Technique.GOOD));
            double rollDeg = mean(body, stance -> {
                double timeS = (stance.contactNs() + 0.4 * (stance.liftNs() - stance.contactNs())) / 1e9;
                return Math.toDegrees(body.shoe(Side.LEFT).strideAt(timeS).roll(timeS));
            });
            assertThat(rollDeg).as("seed %d", seed).isBetween(-15.5, -4.5);
        }
    }

    @Test
    void lopsidedRunnersLandDifferentlyOnTheirFeet() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = body(seed, Habit.LOPSIDED, Segment.run(30, Technique.GOOD));
            double left = meanAngleDeg(body, Side.LEFT);
            double right = meanAngleDeg(body, Side.RIGHT);
            assertThat(Math.abs(left - right)).as("seed %d", seed).isBetween(3.0, 13.0);
        }
    }

    @Test
    void shufflersTurnTheirFeetLessThanOthers() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            double shuffler = lowestDeg(body(seed, Habit.SHUFFLER, Segment.run(15, Technique.GOOD)));
            double usual = lowestDeg(body(seed, Habit.USUAL, Segment.run(15, Technique.GOOD)));
            assertThat(shuffler).as("seed %d", seed).isGreaterThan(usual).isBetween(-75.0, -28.0);
        }
    }

    @Test
    void earlyLowerersTurnTheToesDownWellBeforeTheyTouch() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = body(seed, Habit.EARLY_LOWERING, Segment.run(15, Technique.GOOD));
            double fallDeg = mean(body, stance -> {
                double timeS = stance.contactNs() / 1e9;
                return pitchDeg(body, timeS - 0.05) - pitchDeg(body, timeS);
            });
            assertThat(fallDeg).as("seed %d", seed).isGreaterThan(2.5);
        }
    }

    @Test
    void walkersPushOffAsRecordedOnesDo() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = body(seed, Habit.USUAL, Segment.walk(20));
            double leavesDeg = mean(body, stance -> -pitchDeg(body, stance.liftNs() / 1e9));
            double riseMs = mean(body, stance -> {
                double timeS = stance.liftNs() / 1e9;
                while (pitchDeg(body, timeS) < -40) {
                    timeS -= 0.001;
                }
                return stance.liftNs() / 1e6 - timeS * 1e3;
            });
            assertThat(leavesDeg).as("seed %d", seed).isBetween(54.0, 90.0);
            assertThat(riseMs)
                    .as("seed %d, from 40 deg to terminal contact", seed)
                    .isBetween(20.0, 125.0);
        }
    }

    private static Body body(long seed, Habit habit, Segment segment) {
        Scenario scenario = new Scenario("test", "a habit", List.of(Segment.stand(1), segment));
        return new Body(scenario, seed, new Outing(habit, Surface.TRACK, true, Worn.straight(), Worn.straight()));
    }

    /** Left stances between the first and the last. */
    private static List<TrueStance> strides(Body body) {
        List<TrueStance> left = body.stances().stream()
                .filter(stance -> stance.side() == Side.LEFT)
                .toList();
        return left.subList(2, left.size() - 1);
    }

    private static double mean(Body body, ToDoubleFunction<TrueStance> of) {
        return strides(body).stream().mapToDouble(of).average().orElseThrow();
    }

    private static double meanAngleDeg(Body body, Side side) {
        return body.stances().stream()
                .filter(stance -> stance.side() == side)
                .mapToDouble(TrueStance::strikeAngleDeg)
                .average()
                .orElseThrow();
    }

    private static double lowestDeg(Body body) {
        return mean(body, stance -> {
            double lowest = 0;
            for (double timeS = stance.liftNs() / 1e9; timeS < stance.liftNs() / 1e9 + 0.25; timeS += 0.005) {
                lowest = Math.min(lowest, pitchDeg(body, timeS));
            }
            return lowest;
        });
    }

    private static double pitchDeg(Body body, double timeS) {
        return Math.toDegrees(body.shoe(Side.LEFT).strideAt(timeS).pitch(timeS));
    }
}

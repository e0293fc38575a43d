package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Scenarios;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tracker on simulated bodies, whose kinematic model and truth know nothing of it. */
class GaitTrackerTest {
    @ParameterizedTest
    @ValueSource(doubles = {104, 208, 416})
    void itFindsTheContactsOfGoodRunning(double sampleRateHz) {
        for (long seed = 1; seed <= 8; seed++) {
            SimulatedRun run = new SimulatedRun("good-run", seed, false, 40).play(sampleRateHz, 0, 0);
            assertThat(run.foundPct(6)).as("found, seed %d", seed).isGreaterThanOrEqualTo(97);
            assertThat(run.withinPct(6, 15)).as("within 15 ms, seed %d", seed).isGreaterThanOrEqualTo(95);
            assertThat(run.rearfootAgainstRestPct(6))
                    .as("rearfoot, seed %d", seed)
                    .isGreaterThanOrEqualTo(95);
        }
    }

    @Test
    void heelRunnersAreToldByTheirHeelsHoweverEarlyTheirToesSink() {
        double sumPct = 0;
        for (long seed = 1; seed <= 8; seed++) {
            SimulatedRun run = new SimulatedRun("heel-runner", seed, false, 40).play(208, 0, 0);
            double rearPct = run.rearfootAgainstRestPct(6);
            sumPct += rearPct;
            assertThat(run.foundPct(6)).as("found, seed %d", seed).isGreaterThanOrEqualTo(98);
            assertThat(rearPct).as("rearfoot, seed %d", seed).isGreaterThanOrEqualTo(85);
        }
        assertThat(sumPct / 8).as("rearfoot, all seeds").isGreaterThanOrEqualTo(96);
    }

    /** Contact falls between two samples, and is not told so late that the heel has turned down meanwhile. */
    @Test
    void atFiftyHertzHeelsAreStillHeels() {
        double sumPct = 0;
        for (long seed = 1; seed <= 8; seed++) {
            SimulatedRun run = new SimulatedRun("heel-runner", seed, false, 40).play(50, 0, 0);
            sumPct += run.rearfootAgainstRestPct(6);
        }
        assertThat(sumPct / 8).as("rearfoot, all seeds").isGreaterThanOrEqualTo(90);
    }

    @Test
    void walkingIsWalkingAndRunningIsNot() {
        SimulatedRun walk = new SimulatedRun("walk", 1, false, 40).play(208, 0, 0);
        SimulatedRun run = new SimulatedRun("good-run", 1, false, 40).play(208, 0, 0);
        assertThat(walk.stances).hasSizeGreaterThan(40).allMatch(SimulatedRun.Told::walking);
        assertThat(run.stances).hasSizeGreaterThan(80).noneMatch(SimulatedRun.Told::walking);
    }

    @Test
    void standingIsSilence() {
        SimulatedRun run = new SimulatedRun("standing", 1, true, 30).play(208, 0, 0);
        assertThat(run.strikes).isEmpty();
        assertThat(run.stances).isEmpty();
        assertThat(run.tracker.learning(Foot.LEFT)).isTrue();
    }

    @Test
    void aTurnedPodIsLearnedAndThenJudgedLikeAnother() {
        for (long seed = 1; seed <= 8; seed++) {
            SimulatedRun run = new SimulatedRun("good-run", seed, true, 40).play(208, 0, 0);
            assertThat(run.tracker.learning(Foot.LEFT)).as("seed %d", seed).isFalse();
            assertThat(run.tracker.learning(Foot.RIGHT)).as("seed %d", seed).isFalse();
            assertThat(run.foundPct(8)).as("found, seed %d", seed).isGreaterThanOrEqualTo(95);
            assertThat(run.rearfootAgainstRestPct(8))
                    .as("rearfoot, seed %d", seed)
                    .isGreaterThanOrEqualTo(90);
        }
    }

    @Test
    void everyStrikeIsDecidedAfterItsContactAndEveryStanceKnowsItsStrike() {
        SimulatedRun run = new SimulatedRun("slide", 2, false, 60).play(208, 0, 0);
        assertThat(run.strikes).isNotEmpty().allMatch(strike -> strike.laterNs() >= strike.contactNs());
        assertThat(run.stances)
                .isNotEmpty()
                .allMatch(stance -> run.strikes.stream()
                        .anyMatch(
                                strike -> strike.foot() == stance.foot() && strike.contactNs() == stance.contactNs()));
    }

    @Test
    void noStrikeIsInventedWhereSamplesAreMissing() {
        SimulatedRun run = new SimulatedRun("good-run", 1, false, 40).play(208, 416, 200);
        assertThat(run.strikes).allSatisfy(strike -> {
            long intoCycleNs = strike.laterNs() % 2_000_000_000L;
            assertThat(intoCycleNs).isGreaterThan(950_000_000L);
        });
    }

    @Test
    void whatIsNoReadingIsCountedAndChangesNothing() {
        SimulatedRun run = new SimulatedRun("good-run", 1, false, 20).play(208, 0, 0);
        int told = run.strikes.size();
        run.tracker.sample(Foot.LEFT, 20_100_000_000L, Float.NaN, 0, 9.8f, 0, 0, 0);
        run.tracker.sample(Foot.LEFT, 20_100_000_000L, 0, Float.POSITIVE_INFINITY, 9.8f, 0, 0, 0);
        run.tracker.sample(Foot.LEFT, 1, 0, 0, 9.8f, 0, 0, 0);
        assertThat(run.tracker.rejected(Foot.LEFT)).isEqualTo(3);
        assertThat(run.tracker.rejected(Foot.RIGHT)).isZero();
        assertThat(run.strikes).hasSize(told);
    }

    @Test
    void aResetFootLearnsAgain() {
        SimulatedRun run = new SimulatedRun("good-run", 1, false, 20).play(208, 0, 0);
        run.tracker.reset(Foot.LEFT);
        assertThat(run.tracker.learning(Foot.LEFT)).isTrue();
        assertThat(run.tracker.learning(Foot.RIGHT)).isFalse();
    }

    @Test
    void samplesThatBrokeOffGoOnWithTheMountKnown() {
        for (long seed = 1; seed <= 4; seed++) {
            SimulatedRun run = new SimulatedRun("good-run", seed, true, 60);
            run.playBetween(0, 20);
            run.tracker.breakOff(Foot.LEFT);
            run.tracker.breakOff(Foot.RIGHT);
            run.strikes.clear();
            run.playBetween(25, 28);
            assertThat(run.tracker.learning(Foot.LEFT)).isFalse();
            for (Foot foot : Foot.values()) {
                assertThat(run.strikes)
                        .as("%s, seed %d", foot, seed)
                        .anyMatch(strike -> strike.foot() == foot && strike.contactNs() < 26_500_000_000L);
            }
            assertThat(run.strikes).allMatch(strike -> strike.contactNs() >= 25_000_000_000L);
        }
    }

    @Test
    void aSampleAllocatesNothing() {
        int perRound = 208 * 20;
        float[] values = new float[perRound * 6];
        ImuReading reading = new ImuReading();
        Body body = new Body(Scenarios.named("good-run"), 1);
        for (int i = 0; i < perRound; i++) {
            body.left().read((long) (i * 1e9 / 208), reading);
            values[6 * i] = (float) reading.accXMps2;
            values[6 * i + 1] = (float) reading.accYMps2;
            values[6 * i + 2] = (float) reading.accZMps2;
            values[6 * i + 3] = (float) reading.gyroXRadPerS;
            values[6 * i + 4] = (float) reading.gyroYRadPerS;
            values[6 * i + 5] = (float) reading.gyroZRadPerS;
        }
        int[] heard = {0};
        GaitTracker tracker = new GaitTracker(new GaitListener() {
            @Override
            public void strike(Strike strike) {
                heard[0]++;
            }

            @Override
            public void stance(Stance stance) {
                heard[0]++;
            }
        });
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        for (int round = 0; round < 10; round++) {
            feed(tracker, values, round);
        }
        int before = heard[0];
        threads.getThreadAllocatedBytes(self);
        long start = threads.getThreadAllocatedBytes(self);
        for (int round = 10; round < 40; round++) {
            feed(tracker, values, round);
        }
        long allocated = threads.getThreadAllocatedBytes(self) - start;
        assertThat(heard[0]).isGreaterThan(before + 300);
        assertThat(allocated).isZero();
    }

    private static void feed(GaitTracker tracker, float[] values, int round) {
        int samples = values.length / 6;
        for (int i = 0; i < samples; i++) {
            long timeNs = (long) ((round * (long) samples + i) * 1e9 / 208);
            int at = 6 * i;
            tracker.sample(
                    Foot.LEFT,
                    timeNs,
                    values[at],
                    values[at + 1],
                    values[at + 2],
                    values[at + 3],
                    values[at + 4],
                    values[at + 5]);
        }
    }
}

package dev.lightfoot.sim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final double GRAVITY_MPS2 = 9.80665;
    private static final int RUNNERS = 40;

    private final ImuReading reading = new ImuReading();

    @Test
    void aStandingPodReadsGravityUpwardsAndNothingElse() {
        ImuSource left = new Body(Scenarios.named("standing"), 1).left();

        left.read(5_000_000_000L, reading);

        assertThat(reading.accXMps2).isCloseTo(0, within(1e-6));
        assertThat(reading.accYMps2).isCloseTo(0, within(1e-6));
        assertThat(reading.accZMps2).isCloseTo(GRAVITY_MPS2, within(1e-6));
        assertThat(reading.gyroYRadPerS).isCloseTo(0, within(1e-9));
    }

    @Test
    void aFootThatWillStepStandsStillBefore() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = new Body(Scenarios.named("good-run"), seed);
            for (ImuSource source : List.of(body.left(), body.right())) {
                for (int ms = 0; ms < 2400; ms += 100) {
                    source.read(ms * 1_000_000L, reading);
                    assertThat(reading.accZMps2)
                            .as("seed %d at %d ms", seed, ms)
                            .isCloseTo(GRAVITY_MPS2, within(1e-3));
                    assertThat(reading.gyroYRadPerS)
                            .as("seed %d at %d ms", seed, ms)
                            .isCloseTo(0, within(1e-3));
                }
            }
        }
    }

    @Test
    void gaitsAreAsTheyWereAskedFor() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            List<TrueStance> good = stancesOf(seed, 20, Segment.run(30, Technique.GOOD));
            List<TrueStance> jog = stancesOf(seed, 20, Segment.jog(30));
            List<TrueStance> walk = stancesOf(seed, 20, Segment.walk(30));
            assertThat(dutyFactor(good)).as("seed %d", seed).isCloseTo(Technique.GOOD.dutyFactor(), within(0.02));
            assertThat(dutyFactor(jog)).as("seed %d", seed).isCloseTo(Technique.JOG.dutyFactor(), within(0.02));
            assertThat(dutyFactor(walk)).as("seed %d", seed).isCloseTo(Technique.WALK.dutyFactor(), within(0.02));
            assertThat(cadenceSpm(good)).as("seed %d", seed).isCloseTo(172, within(4.0));
            assertThat(cadenceSpm(jog)).as("seed %d", seed).isCloseTo(147, within(4.0));
            assertThat(jog)
                    .as("seed %d", seed)
                    .allSatisfy(s -> assertThat(s.pattern()).isEqualTo(TrueStance.Pattern.REAR));
        }
    }

    @Test
    void feetNeitherSinkNorSlipNorJump() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = new Body(Scenarios.named("slide"), seed);
            for (Side side : Side.values()) {
                Shoe shoe = body.shoe(side);
                double earlierPlace = shoe.strideAt(0).place(0);
                for (double timeS = 0.001; timeS < 45; timeS += 0.001) {
                    Stride stride = shoe.strideAt(timeS);
                    double place = stride.place(timeS);
                    assertThat(stride.clearance(timeS))
                            .as("seed %d at %.3f s", seed, timeS)
                            .isGreaterThanOrEqualTo(-1e-9);
                    assertThat(place - earlierPlace)
                            .as("seed %d at %.3f s", seed, timeS)
                            .isBetween(-0.01, 0.02);
                    earlierPlace = place;
                }
            }
        }
    }

    @Test
    void theGyroIntegratesToThePitchAndTheAccelerationToThePath() {
        for (long seed = 1; seed <= 10; seed++) {
            Body body = new Body(Scenarios.named("good-run"), seed);
            Shoe shoe = body.shoe(Side.RIGHT);
            double fromS = 10;
            double stepS = 0.0002;
            double pitch = shoe.strideAt(fromS).podPitch(fromS);
            double place = shoe.strideAt(fromS).place(fromS);
            double speed = (shoe.strideAt(fromS).place(fromS + 1e-5)
                            - shoe.strideAt(fromS).place(fromS - 1e-5))
                    / 2e-5;
            Side side = shoe.side();
            assertThat(side).isEqualTo(Side.RIGHT);
            for (int i = 0; i < 5000; i++) {
                double timeS = fromS + (i + 0.5) * stepS;
                shoe.read((long) (timeS * 1e9), reading);
                double roll = shoe.strideAt(timeS).roll(timeS);
                double rate = -(reading.gyroYRadPerS * Math.cos(roll) - reading.gyroZRadPerS * Math.sin(roll));
                double ahead = aheadMps2(shoe, timeS);
                pitch += rate * stepS;
                place += speed * stepS + ahead * stepS * stepS / 2;
                speed += ahead * stepS;
            }
            double endS = fromS + 5000 * stepS;
            assertThat(pitch).as("seed %d", seed).isCloseTo(shoe.strideAt(endS).podPitch(endS), within(0.01));
            // forces jump where the shoe touches and leaves, which a sum of steps misses by up to a step each
            assertThat(place).as("seed %d", seed).isCloseTo(shoe.strideAt(endS).place(endS), within(0.02));
        }
    }

    @Test
    void aRunIsTheSameHoweverItIsSampled() {
        Body often = new Body(Scenarios.named("slide"), 3);
        Body seldom = new Body(Scenarios.named("slide"), 3);
        ImuReading other = new ImuReading();
        for (int ms = 0; ms < 20_000; ms++) {
            often.left().read(ms * 1_000_000L, reading);
        }

        seldom.left().read(19_999 * 1_000_000L, other);

        assertThat(other.accZMps2).isEqualTo(reading.accZMps2);
        assertThat(other.gyroYRadPerS).isEqualTo(reading.gyroYRadPerS);
    }

    @Test
    void aFootReachesWhatFeetReach() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            ImuSource left = new Body(Scenarios.named("good-run"), seed).left();
            double mostGyro = 0;
            double mostAcc = 0;
            for (int i = 0; i < 2000; i++) {
                left.read(10_000_000_000L + i * 5_000_000L, reading);
                mostGyro = Math.max(mostGyro, Math.abs(reading.gyroYRadPerS));
                mostAcc = Math.max(mostAcc, Math.hypot(reading.accXMps2, reading.accZMps2));
            }
            assertThat(Math.toDegrees(mostGyro)).as("seed %d", seed).isBetween(350.0, 1900.0);
            assertThat(mostAcc).as("seed %d", seed).isBetween(35.0, 400.0);
        }
    }

    @Test
    void anUnknownScenarioIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Scenarios.named("sprint"))
                .hasMessageContaining("'sprint'")
                .hasMessageContaining("good-run, slide");
    }

    /** Acceleration along the ground, from what the pod feels. */
    private double aheadMps2(Shoe shoe, double timeS) {
        Stride stride = shoe.strideAt(timeS);
        double pitch = stride.podPitch(timeS);
        double roll = stride.roll(timeS);
        double yaw = stride.yaw(timeS);
        double level = -Math.sin(pitch) * (reading.accYMps2 * Math.sin(roll) + reading.accZMps2 * Math.cos(roll))
                + reading.accXMps2 * Math.cos(pitch);
        double aside = reading.accYMps2 * Math.cos(roll) - reading.accZMps2 * Math.sin(roll);
        return level * Math.cos(yaw) - aside * Math.sin(yaw);
    }

    private static List<TrueStance> stancesOf(long seed, int least, Segment segment) {
        Scenario scenario = new Scenario("test", "one segment", List.of(Segment.stand(1), segment));
        List<TrueStance> stances = new Body(scenario, seed)
                .stances().stream().filter(s -> s.side() == Side.LEFT).toList();
        assertThat(stances).as("seed %d", seed).hasSizeGreaterThan(least);
        return stances.subList(1, stances.size() - 1);
    }

    private static double dutyFactor(List<TrueStance> stances) {
        double contact = stances.stream()
                .mapToLong(s -> s.liftNs() - s.contactNs())
                .average()
                .orElseThrow();
        return contact / strideNs(stances);
    }

    private static double cadenceSpm(List<TrueStance> stances) {
        return 120e9 / strideNs(stances);
    }

    private static double strideNs(List<TrueStance> stances) {
        return (stances.getLast().contactNs() - stances.getFirst().contactNs()) / (stances.size() - 1.0);
    }
}

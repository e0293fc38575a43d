package dev.lightfoot.sim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the way leads and what it is made of, as a pod feels it. */
class WayTest {
    private static final double GRAVITY_MPS2 = 9.80665;
    private static final int RUNNERS = 20;

    private final ImuReading reading = new ImuReading();

    @Test
    void aFootThatStandsOnASlopeIsTiltedByIt() {
        for (double slopeDeg : new double[] {-8, 6}) {
            Course slope = Course.slope(slopeDeg);
            Scenario scenario = new Scenario(
                    "test",
                    "up and stand",
                    List.of(
                            Segment.stand(1),
                            Segment.walk(10).on(slope),
                            Segment.stand(5).on(slope)));
            ImuSource left = new Body(scenario, 3).left();

            left.read(15_500_000_000L, reading);

            assertThat(reading.accXMps2)
                    .as("slope %.0f deg", slopeDeg)
                    .isCloseTo(GRAVITY_MPS2 * Math.sin(Math.toRadians(slopeDeg)), within(0.01));
        }
    }

    @Test
    void theHeadingTurnsAsFastAsTheWay() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Scenario scenario = new Scenario(
                    "test",
                    "round",
                    List.of(Segment.stand(2), Segment.run(8, Technique.GOOD).on(Course.turning(45)), Segment.stand(4)));
            ImuSource right = new Body(scenario, seed).right();
            Pose pose = new Pose();
            Pose step = new Pose();
            pose.turn(0, 0, 0);
            for (int ms = 0; ms < 13_500; ms++) {
                right.read(ms * 1_000_000L + 500_000L, reading);
                step.turn(reading.gyroZRadPerS * 0.001, -reading.gyroYRadPerS * 0.001, reading.gyroXRadPerS * 0.001);
                pose.turnBy(step.axes);
            }
            double turnedDeg = Math.toDegrees(Math.atan2(pose.axes[1][0], pose.axes[0][0]));
            assertThat(Math.IEEEremainder(turnedDeg - 360, 360))
                    .as("seed %d", seed)
                    .isBetween(-45.0, 45.0);
        }
    }

    @Test
    void stairsRaiseEachFootByTwoStepsAStride() {
        Body body = new Body(Scenarios.named("stairs"), 4);
        Shoe shoe = body.shoe(Side.LEFT);
        Pose pose = new Pose();
        List<TrueStance> up = body.stances().stream()
                .filter(stance -> stance.side() == Side.LEFT)
                .filter(stance -> stance.contactNs() > 21e9 && stance.liftNs() < 32e9)
                .toList();
        double earlierM = Double.NaN;
        for (TrueStance stance : up) {
            double timeS = (stance.contactNs() + stance.liftNs()) / 2e9;
            shoe.strideAt(timeS).pose(timeS, -1, new Fidget(body.scenario(), 4, Side.LEFT), pose);
            if (!Double.isNaN(earlierM)) {
                assertThat(pose.zM - earlierM).isCloseTo(2 * 0.17, within(0.02));
            }
            earlierM = pose.zM;
        }
        assertThat(up).hasSizeGreaterThan(6);
    }

    @Test
    void tarmacHitsHarderThanGrass() {
        double tarmac = 0;
        double grass = 0;
        for (long seed = 1; seed <= RUNNERS; seed++) {
            tarmac += meanImpactMps2(seed, Surface.TARMAC);
            grass += meanImpactMps2(seed, Surface.GRASS);
        }
        assertThat(tarmac).isGreaterThan(1.3 * grass);
    }

    @Test
    void trailsTiltEachStepAndMakeSomeStumble() {
        Scenario scenario = Scenarios.named("good-run");
        List<Contact> trail = contacts(scenario, Surface.TRAIL);
        List<Contact> track = contacts(scenario, Surface.TRACK);

        assertThat(trail.stream()
                        .mapToDouble(contact -> Math.abs(contact.footing().slopeRad()))
                        .average()
                        .orElseThrow())
                .isBetween(Math.toRadians(1.5), Math.toRadians(5));
        assertThat(trail).filteredOn(contact -> contact.footing().stumble() > 0).hasSizeBetween(1, 30);
        assertThat(track)
                .allMatch(contact ->
                        contact.footing().stumble() == 0 && contact.footing().slopeRad() == 0);
    }

    private static List<Contact> contacts(Scenario scenario, Surface surface) {
        return StepPlan.of(scenario, Traits.drawn(6, Habit.USUAL, surface), surface, 6)
                .get(0);
    }

    private double meanImpactMps2(long seed, Surface surface) {
        Scenario scenario = new Scenario(
                "test", "heels", List.of(Segment.stand(1), Segment.run(20, new Technique(3, 174, 0.34, 13))));
        Outing outing = new Outing(Habit.USUAL, surface, true, Worn.straight(), Worn.straight());
        Body body = new Body(scenario, seed, outing);
        double sum = 0;
        int count = 0;
        for (TrueStance stance : body.stances()) {
            if (stance.side() == Side.LEFT) {
                double most = 0;
                for (int us = 0; us < 25_000; us += 500) {
                    body.left().read(stance.contactNs() + us * 1000L, reading);
                    most = Math.max(most, Math.hypot(reading.accXMps2, reading.accZMps2));
                }
                sum += most;
                count++;
            }
        }
        return sum / count;
    }
}

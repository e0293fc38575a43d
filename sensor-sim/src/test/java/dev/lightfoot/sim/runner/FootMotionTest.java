package dev.lightfoot.sim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Phases of the feet's motion against what foot-worn sensors and markers show of real runners. */
class FootMotionTest {
    private static final int RUNNERS = 40;
    private static final long MS = 1_000_000;

    private final ImuReading reading = new ImuReading();

    @Test
    void theContactIsWhereTheSoleMeetsTheGroundAtTheStrikeAngle() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = new Body(Scenarios.named("slide"), seed);
            for (TrueStance stance : body.stances()) {
                Shoe shoe = body.shoe(stance.side());
                double contactS = stance.contactNs() / 1e9;
                double liftS = stance.liftNs() / 1e9;
                String as = "seed " + seed + " at " + contactS;
                assertThat(clearance(shoe, contactS - 0.004)).as(as).isGreaterThan(1e-4);
                assertThat(clearance(shoe, contactS + 0.001)).as(as).isZero();
                assertThat(clearance(shoe, liftS - 0.029)).as(as).isZero();
                // the sole springs back while its tip already rises
                assertThat(clearance(shoe, liftS)).as(as).isLessThan(0.012);
                assertThat(clearance(shoe, liftS + 0.03)).as(as).isGreaterThan(1e-4);
                assertThat(Math.toDegrees(shoe.strideAt(contactS + 1e-6).pitch(contactS)))
                        .as(as)
                        .isCloseTo(stance.strikeAngleDeg(), within(0.1));
            }
        }
    }

    @Test
    void aFlatFootIsStill() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = new Body(Scenarios.named("heel-runner"), seed);
            for (TrueStance stance : body.stances().subList(10, 60)) {
                Shoe shoe = body.shoe(stance.side());
                double fromS = stance.contactNs() / 1e9 + 0.31 * (stance.liftNs() - stance.contactNs()) / 1e9;
                Stride stride = shoe.strideAt(fromS);
                assertThat(Math.abs(stride.place(fromS + 0.02) - stride.place(fromS)))
                        .as("seed %d at %.3f", seed, fromS)
                        .isLessThan(0.002);
                shoe.read((long) (fromS * 1e9), reading);
                assertThat(Math.abs(Math.toDegrees(reading.gyroYRadPerS)))
                        .as("seed %d at %.3f", seed, fromS)
                        .isLessThan(120);
            }
        }
    }

    @Test
    void aSwingIsSmoothBesideTheImpact() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Body body = new Body(Scenarios.named("slide"), seed);
            for (TrueStance stance : body.stances().subList(0, 100)) {
                Shoe shoe = body.shoe(stance.side());
                for (long ns = stance.liftNs() + 10 * MS; ns < stance.liftNs() + 300 * MS; ns += 5 * MS) {
                    shoe.read(ns, reading);
                    assertThat(Math.hypot(reading.accXMps2, reading.accZMps2))
                            .as("seed %d at %d ns", seed, ns)
                            .isLessThan(160);
                }
            }
        }
    }

    /** Over 0.2 ms: a jump would keep its size at so short a step, the quickest wobble of a strap does not. */
    @Test
    void poseAndRatesAreContinuous() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            Shoe shoe = new Body(Scenarios.named("walk-breaks"), seed).shoe(Side.LEFT);
            double earlier = 0;
            for (long us = 88_000_000; us < 98_000_000; us += 200) {
                shoe.read(us * 1000, reading);
                double pitchDegPerS = Math.toDegrees(reading.gyroYRadPerS);
                if (us > 88_000_000) {
                    assertThat(Math.abs(pitchDegPerS - earlier))
                            .as("seed %d at %d us", seed, us)
                            .isLessThan(35);
                }
                earlier = pitchDegPerS;
            }
        }
    }

    @Test
    void rollAndYawAreMirroredBetweenTheFeet() {
        Traits traits = Traits.drawn(5, Habit.USUAL, Surface.TRACK);
        Footing ahead = new Footing(1.7, 0, 0, 0, 0, 0, 0);
        Contact first = new Contact(Gait.RUNNING, 0, 0.25, 0.25, 12, 0, 1, Footing.ORIGIN);
        Contact next = new Contact(Gait.RUNNING, 0.7, Double.POSITIVE_INFINITY, 0.25, 12, 1.7, 1, ahead);
        Scenario scenario = Scenarios.named("standing");
        Shoe left = new Shoe(Side.LEFT, traits, Worn.straight(), List.of(first, next), scenario, 5);
        Shoe right = new Shoe(Side.RIGHT, traits, Worn.straight(), List.of(first, next), scenario, 5);
        ImuReading other = new ImuReading();
        double mostRoll = 0;
        for (long ns = 5 * MS; ns < 700 * MS; ns += 5 * MS) {
            left.read(ns, reading);
            right.read(ns, other);
            assertThat(other.gyroYRadPerS).isEqualTo(reading.gyroYRadPerS);
            assertThat(other.gyroXRadPerS).isEqualTo(-reading.gyroXRadPerS);
            assertThat(other.gyroZRadPerS).isEqualTo(-reading.gyroZRadPerS);
            assertThat(other.accYMps2).isEqualTo(-reading.accYMps2);
            mostRoll = Math.max(mostRoll, Math.abs(reading.gyroXRadPerS));
        }
        assertThat(mostRoll).isGreaterThan(0.1);
    }

    @Test
    void oneBadStepIsOne() {
        for (long seed = 1; seed <= RUNNERS; seed++) {
            assertThat(new Body(Scenarios.named("one-bad-step"), seed).stances())
                    .as("seed %d", seed)
                    .filteredOn(stance -> stance.gait() == Gait.JOGGING)
                    .hasSize(1);
        }
    }

    private static double clearance(Shoe shoe, double timeS) {
        return shoe.strideAt(timeS).clearance(timeS);
    }
}

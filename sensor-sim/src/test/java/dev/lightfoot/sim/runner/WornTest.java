package dev.lightfoot.sim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How a pod is worn, and what is done with shoes that take no step. */
class WornTest {
    private static final long MS = 1_000_000;

    private final ImuReading reading = new ImuReading();
    private final ImuReading other = new ImuReading();

    @Test
    void aLoosePodRingsAtItsResonanceAfterAContact() {
        double frequencyHz = 20;
        Body loose = outing(new Worn(Placement.LACES, Mount.straight(), new Strap(frequencyHz, 0.05, 1, 10)));
        Body tight = outing(Worn.straight());
        TrueStance stance = loose.stances().get(20);
        ImuSource looseShoe = stance.side() == Side.LEFT ? loose.left() : loose.right();
        ImuSource tightShoe = stance.side() == Side.LEFT ? tight.left() : tight.right();
        int crossings = 0;
        double earlier = 0;
        for (long ms = 20; ms < 170; ms++) {
            looseShoe.read(stance.contactNs() + ms * MS, reading);
            tightShoe.read(stance.contactNs() + ms * MS, other);
            double beside = reading.gyroYRadPerS - other.gyroYRadPerS;
            crossings += beside * earlier < 0 ? 1 : 0;
            earlier = beside;
        }
        assertThat(crossings).isBetween(4, 8);
        assertThat(loose.stances()).isEqualTo(tight.stances());
    }

    @Test
    void aLoosePodRingsAlikeHoweverItIsSampled() {
        Worn worn = new Worn(Placement.LACES, Mount.straight(), new Strap(15, 0.1, 0.7, -8));
        ImuSource often = outing(worn).left();
        ImuSource seldom = outing(worn).left();
        for (int ms = 0; ms < 10_000; ms++) {
            often.read(ms * MS, reading);
            if (ms % 10 == 0) {
                seldom.read(ms * MS, other);
                assertThat(other.accZMps2).as("at %d ms", ms).isCloseTo(reading.accZMps2, within(1e-4));
            }
        }
    }

    @Test
    void aPodAtTheHeelFeelsTheSameTurningAndAnotherForce() {
        ImuSource laces = outing(Worn.straight()).right();
        ImuSource heel = outing(new Worn(Placement.HEEL_CUP, Mount.straight(), Strap.TIGHT))
                .right();
        double mostApart = 0;
        for (int ms = 5000; ms < 7000; ms += 5) {
            laces.read(ms * MS, reading);
            heel.read(ms * MS, other);
            assertThat(other.gyroYRadPerS).isEqualTo(reading.gyroYRadPerS);
            mostApart = Math.max(mostApart, Math.abs(other.accZMps2 - reading.accZMps2));
        }
        assertThat(mostApart).isGreaterThan(10);
    }

    @Test
    void aPodOnTheInstepLeansByItsFall() {
        ImuSource left = new Body(
                        Scenarios.named("standing"),
                        1,
                        Outing.worn(Worn.tight(Mount.tilted(20, 0, 0)), Worn.straight()))
                .left();

        left.read(5_000 * MS, reading);

        assertThat(Math.toDegrees(Math.atan2(reading.accXMps2, reading.accZMps2)))
                .isCloseTo(-20, within(0.01));
    }

    @Test
    void restlessFeetAndShoesInTheHandMoveButTakeNoStep() {
        for (long seed = 1; seed <= 20; seed++) {
            Body fidgets = new Body(Scenarios.named("fidgets"), seed);
            Body handled = new Body(Scenarios.named("handled"), seed);
            assertThat(fidgets.landings()).as("seed %d", seed).isEmpty();
            assertThat(handled.landings()).as("seed %d", seed).allMatch(stance -> stance.contactNs() > 42e9);
            assertThat(mostTurnDegPerS(fidgets.left(), 58)).as("seed %d", seed).isBetween(20.0, 900.0);
            assertThat(mostTurnDegPerS(handled.left(), 28)).as("seed %d", seed).isBetween(40.0, 1500.0);
        }
    }

    @Test
    void outingsDifferFromSeedToSeedAndAreTheSameForOne() {
        long habits = java.util.stream.LongStream.range(0, 100)
                .mapToObj(seed -> Outing.drawn(seed).habit())
                .distinct()
                .count();
        long surfaces = java.util.stream.LongStream.range(0, 100)
                .mapToObj(seed -> Outing.drawn(seed).surface())
                .distinct()
                .count();
        assertThat(habits).isEqualTo(Habit.values().length);
        assertThat(surfaces).isEqualTo(Surface.values().length);
        assertThat(Outing.drawn(7).habit()).isEqualTo(Outing.drawn(7).habit());
        assertThat(Scenarios.named("any-run", 7)).isEqualTo(Scenarios.named("any-run", 7));
        assertThat(Scenarios.named("any-run", 7)).isNotEqualTo(Scenarios.named("any-run", 8));
    }

    @Test
    void drawnScenariosCanBePlayedForAnySeed() {
        for (long seed = 1; seed <= 40; seed++) {
            for (String name : DrawnScenarios.NAMES) {
                Scenario scenario = Scenarios.named(name, seed);
                Body body = new Body(scenario, seed, Outing.drawn(seed));
                assertThat(body.stances()).as("%s %d", name, seed).hasSizeGreaterThan(60);
                for (long ms = 500; ms < scenario.seconds() * 1000; ms += 197) {
                    body.left().read(ms * MS, reading);
                    assertThat(Math.hypot(reading.accXMps2, reading.accZMps2))
                            .as("%s %d at %d ms", name, seed, ms)
                            .isLessThan(900);
                }
            }
        }
    }

    private static Body outing(Worn worn) {
        return new Body(Scenarios.named("good-run"), 5, Outing.worn(worn, worn));
    }

    private double mostTurnDegPerS(ImuSource shoe, int seconds) {
        double most = 0;
        for (long ms = 0; ms < seconds * 1000L; ms += 10) {
            shoe.read(ms * MS, reading);
            most = Math.max(
                    most,
                    Math.toDegrees(Math.abs(reading.gyroXRadPerS)
                            + Math.abs(reading.gyroYRadPerS)
                            + Math.abs(reading.gyroZRadPerS)));
        }
        return most;
    }
}

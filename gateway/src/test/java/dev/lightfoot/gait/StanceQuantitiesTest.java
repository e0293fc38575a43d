package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each stance says follows from the contacts and terminal contacts told, by the definitions. */
class StanceQuantitiesTest implements GaitListener {
    private static final double RATE_HZ = 208;

    private final GaitTracker tracker = new GaitTracker(this);
    private final Body body = new Body(Scenarios.named("good-run"), 2);
    private final List<Stance> stances = new ArrayList<>();
    private final List<Strike> strikes = new ArrayList<>();

    @BeforeEach
    void bothFeetRun() {
        play(0, 16, Foot.values());
    }

    private void play(double fromS, double toS, Foot... feet) {
        ImuReading reading = new ImuReading();
        for (long i = (long) (fromS * RATE_HZ); i < toS * RATE_HZ; i++) {
            long timeNs = (long) (i * 1e9 / RATE_HZ);
            for (Foot foot : feet) {
                (foot == Foot.LEFT ? body.left() : body.right()).read(timeNs, reading);
                tracker.sample(
                        foot,
                        timeNs,
                        (float) reading.accXMps2,
                        (float) reading.accYMps2,
                        (float) reading.accZMps2,
                        (float) reading.gyroXRadPerS,
                        (float) reading.gyroYRadPerS,
                        (float) reading.gyroZRadPerS);
            }
        }
    }

    private List<Stance> of(Foot foot) {
        return stances.stream().filter(stance -> stance.foot() == foot).toList();
    }

    @Test
    void dutyFactorAndCadenceAreThoseOfTheStrideBefore() {
        for (Foot foot : Foot.values()) {
            List<Stance> told = of(foot);
            assertThat(told).hasSizeGreaterThan(10);
            assertThat(told.getFirst().dutyFactor())
                    .as("no stride is known yet")
                    .isNaN();
            assertThat(told.getFirst().cadenceSpm()).isNaN();
            for (int i = 1; i < told.size(); i++) {
                Stance stance = told.get(i);
                double strideMs = (stance.contactNs() - told.get(i - 1).contactNs()) * 1e-6;
                double contactMs = (stance.terminalContactNs() - stance.contactNs()) * 1e-6;
                assertThat(stance.contactTimeMs()).isCloseTo((float) contactMs, within(0.01f));
                assertThat(stance.dutyFactor()).isCloseTo((float) (contactMs / strideMs), within(1e-4f));
                assertThat(stance.cadenceSpm()).isCloseTo((float) (120_000 / strideMs), within(0.01f));
            }
        }
    }

    @Test
    void withBothFeetFlightIsFromTheOthersTerminalContact() {
        int compared = 0;
        for (Stance stance : stances.subList(6, stances.size())) {
            Stance before = of(stance.foot().other()).stream()
                    .filter(other -> other.terminalContactNs() < stance.terminalContactNs())
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(stance.flightTimeEstimated()).isFalse();
            assertThat(stance.flightTimeMs())
                    .isCloseTo((stance.contactNs() - before.terminalContactNs()) * 1e-6f, within(0.01f));
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void withoutTheOtherFootFlightIsHalfOfWhatTwoContactsLeaveOfTheStrideAndSaysSo() {
        play(16, 20, Foot.RIGHT);
        List<Stance> told = of(Foot.RIGHT);
        for (Stance stance : told.subList(told.size() - 3, told.size())) {
            double strideMs = 120_000 / stance.cadenceSpm();
            assertThat(stance.flightTimeEstimated()).isTrue();
            assertThat(stance.flightTimeMs())
                    .isCloseTo((float) (strideMs - 2 * stance.contactTimeMs()) / 2, within(0.05f));
        }
    }

    @Test
    void afterABreakTheStrideIsNotKnownAndTheMountIs() {
        stances.clear();
        tracker.breakOff(Foot.LEFT);
        assertThat(tracker.learning(Foot.LEFT)).isFalse();
        play(16, 20, Foot.values());

        assertThat(of(Foot.LEFT).getFirst().dutyFactor()).isNaN();
        assertThat(of(Foot.LEFT).get(1).dutyFactor()).isNotNaN();
        assertThat(of(Foot.RIGHT).getFirst().dutyFactor()).isNotNaN();
        assertThat(of(Foot.RIGHT).getFirst().flightTimeEstimated())
                .as("the left foot's last terminal contact counts no more")
                .isTrue();
        assertThat(of(Foot.RIGHT).getLast().flightTimeEstimated()).isFalse();
    }

    @Test
    void aGapInTheSamplesIsABreakToo() {
        strikes.clear();
        stances.clear();
        play(16.6, 20, Foot.LEFT);

        assertThat(of(Foot.LEFT).getFirst().dutyFactor()).isNaN();
        assertThat(strikes.getFirst().strikeAngleDeg())
                .as("the level is not known any more")
                .isNotEqualTo(0);
        assertThat(strikes.getFirst().angleZero()).isEqualTo(AngleZero.NONE);
        assertThat(strikes.getLast().angleZero()).isNotEqualTo(AngleZero.NONE);
    }

    @Test
    void anotherPodOnAFootIsLearnedAnewTheOtherFootIsKnown() {
        stances.clear();
        tracker.reset(Foot.LEFT);
        assertThat(tracker.learning(Foot.LEFT)).isTrue();
        assertThat(tracker.learning(Foot.RIGHT)).isFalse();
        play(16, 16.9, Foot.RIGHT);
        assertThat(of(Foot.RIGHT).getFirst().flightTimeEstimated()).isTrue();

        tracker.reset();
        assertThat(tracker.learning(Foot.RIGHT)).isTrue();
    }

    @Test
    void howThePodSatEarlierHoldsFromTheFirstSample() {
        tracker.reset();
        tracker.calibrate(Foot.RIGHT, new MountCalibration(0, 0, 1, 1, 0, 0));

        assertThat(tracker.learning(Foot.RIGHT)).isFalse();
        assertThat(tracker.learning(Foot.LEFT)).isTrue();
    }

    @Test
    void afterABreakOrAnotherPodTheClockMayBeginAnew() {
        Runnable[] breaks = {
            () -> tracker.breakOff(Foot.LEFT),
            () -> tracker.reset(Foot.LEFT),
            () -> tracker.calibrate(Foot.LEFT, new MountCalibration(0, 0, 1, 1, 0, 0))
        };
        for (Runnable each : breaks) {
            long before = tracker.rejected(Foot.LEFT);
            tracker.sample(Foot.LEFT, 1_000_000_000L, 0, 0, 9.8f, 0, 0, 0);
            assertThat(tracker.rejected(Foot.LEFT)).isEqualTo(before + 1);
            each.run();
            before = tracker.rejected(Foot.LEFT);
            tracker.sample(Foot.LEFT, 1_000_000_000L, 0, 0, 9.8f, 0, 0, 0);
            assertThat(tracker.rejected(Foot.LEFT)).isEqualTo(before);
            play(16, 16.1, Foot.LEFT);
        }
    }

    @Test
    void afterAHoleInAStrideItsLevelAndItsTimesAreNotKnownAndSoonAre() {
        stances.clear();
        strikes.clear();
        play(16, 18, Foot.values());
        Foot foot = strikes.getLast().foot();
        int told = of(foot).size();
        strikes.clear();
        // an eighth of a second of both pods is lost
        play(18.125, 20, Foot.values());

        assertThat(strikes.getFirst().angleZero()).isEqualTo(AngleZero.NONE);
        assertThat(strikes.getLast().angleZero()).isNotEqualTo(AngleZero.NONE);
        assertThat(of(foot)).hasSizeGreaterThan(told);
        assertThat(of(foot).getLast().dutyFactor()).isBetween(0.2f, 0.6f);
    }

    @Test
    void samplesThatAreNoReadingAreCountedByFoot() {
        tracker.sample(Foot.LEFT, 1, 0, 0, 9.8f, 0, 0, 0);
        tracker.sample(Foot.LEFT, 17_000_000_000L, 0, Float.NaN, 9.8f, 0, 0, 0);

        assertThat(tracker.rejected(Foot.LEFT)).isEqualTo(2);
        assertThat(tracker.rejected(Foot.RIGHT)).isZero();
    }

    @Override
    public void strike(Strike strike) {
        strikes.add(new Strike(strike.foot()).set(strike));
    }

    @Override
    public void stance(Stance stance) {
        stances.add(new Stance(stance.foot()).set(stance));
    }
}

package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod mounted as recommended: toes along x, left along y; toes up is the negative turn about the left. */
class SolePitchTest {
    private static final double DT_S = 0.005;
    private static final long DT_NS = 5_000_000L;
    private static final Offset<Double> NEAR = within(1e-3);

    private final Standing standing = new Standing();
    private final PitchAxis axis = new PitchAxis();
    private final SolePitch pitch = new SolePitch();
    private long timeNs;

    @BeforeEach
    void mount() {
        standing.calibrate(0, 0, 1);
        axis.presume(new MountCalibration(0, 0, 1, 1, 0, 0));
        pitch.stand(0, standing);
    }

    /** Turns by so many degrees, toes up, at an even rate; the first sample's trapezoid is the only one that differs. */
    private void turn(double deg, int samples) {
        double rate = Math.toRadians(deg) / (samples * DT_S);
        for (int i = 0; i < samples; i++) {
            // twice the mean less the last rate would be the trapezoid's; a rest between makes the sum exact
            timeNs += DT_NS;
            pitch.sample(timeNs, DT_S, standing, axis, 0, -2 * rate, 0);
            timeNs += DT_NS;
            pitch.sample(timeNs, DT_S, standing, axis, 0, 0, 0);
        }
    }

    @Test
    void turnsAddUpToTheAngleOfTheSole() {
        turn(20, 10);
        assertThat(pitch.angleDeg()).isCloseTo(40, NEAR);
        assertThat(pitch.sin()).isCloseTo(Math.sin(Math.toRadians(40)), NEAR);
        assertThat(pitch.cos()).isCloseTo(Math.cos(Math.toRadians(40)), NEAR);
        turn(-30, 20);
        assertThat(pitch.angleDeg()).isCloseTo(-20, NEAR);
    }

    /** A clip that hid a turn of 0.105625 rad, toes up, as ClippingTest works out. */
    private static Clipping hidden() {
        Clipping clipping = new Clipping();
        for (double rate : new double[] {6, 14, 18, 18, 18, 17, 13}) {
            clipping.sample(0.01, 0, -rate, 0);
        }
        return clipping;
    }

    @Test
    void whatAClippedGyroHidIsMadeGood() {
        Clipping clipping = hidden();
        assertThat(pitch.makeGood(clipping)).isTrue();
        turn(0, 1);
        assertThat(pitch.angleDeg()).isCloseTo(Math.toDegrees(0.105625), NEAR);

        // where the foot was perhaps flat before, what is carried from there is turned as well
        pitch.perhapsFlat(timeNs, standing);
        assertThat(pitch.makeGood(clipping)).isTrue();
        pitch.lost();
        assertThat(pitch.settleFlat(standing, axis)).isCloseTo(Math.toDegrees(0.105625), NEAR);
        // and not twice
        assertThat(pitch.makeGood(clipping)).isTrue();
        turn(0, 1);
        assertThat(pitch.angleDeg()).isCloseTo(2 * Math.toDegrees(0.105625), NEAR);
    }

    @Test
    void aClipThatHidTooMuchChangesNothing() {
        Clipping clipping = new Clipping();
        for (double rate : new double[] {5, 12, 17, 17, 17, 17, 12, 5}) {
            clipping.sample(0.05, 0, -rate, 0);
        }
        assertThat(pitch.makeGood(clipping)).isFalse();
        turn(0, 1);
        assertThat(pitch.angleDeg()).isCloseTo(0, NEAR);
    }

    @Test
    void aRolledFootCountsAsOneUpright() {
        turn(7.5, 10);
        for (int i = 0; i < 40; i++) {
            timeNs += DT_NS;
            // about the direction of the toes, which leaves them where they point
            pitch.sample(timeNs, DT_S, standing, axis, Math.toRadians(i % 2 == 0 ? 400 : 0), 0, 0);
        }
        assertThat(pitch.angleDeg()).isCloseTo(15, within(0.01));
    }

    @Test
    void itsRateIsToldToesUp() {
        double rate = pitch.sample(DT_NS, DT_S, standing, axis, 0.5, -1, 0.7);

        assertThat(rate).isCloseTo(180 / Math.PI, NEAR);
    }

    @Test
    void betweenSamplesTheAngleGoesStraight() {
        turn(5, 1);
        long fromNs = timeNs;
        double from = pitch.angleDeg();
        timeNs += DT_NS;
        pitch.sample(timeNs, DT_S, standing, axis, 0, -2, 0);
        double to = pitch.angleDeg();

        assertThat(to).isGreaterThan(from + 0.2);
        assertThat(pitch.angleDegAt(fromNs + DT_NS / 4)).isCloseTo(from + (to - from) / 4, NEAR);
        assertThat(pitch.angleDegAt(fromNs)).isCloseTo(from, NEAR);
        assertThat(pitch.angleDegAt(timeNs)).isCloseTo(to, NEAR);
        assertThat(pitch.angleDegAt(timeNs + DT_NS))
                .as("later than the last sample")
                .isCloseTo(to, NEAR);
        assertThat(pitch.angleDegAt(-1)).as("before the first").isCloseTo(5, NEAR);
    }

    @Test
    void theLatestTimeOfAnAngleIsWhereTheFootPassedIt() {
        turn(10, 5);
        long topNs = timeNs;
        turn(-10, 5);
        // 20 deg at the top, then 4 deg less with each two samples, all of it in the trapezoids beside the turning one
        long passedNs = pitch.latestNs(11, timeNs);

        assertThat(pitch.angleDegAt(passedNs)).isCloseTo(11, NEAR);
        assertThat(passedNs).isBetween(topNs, timeNs);
        assertThat(pitch.latestNs(-3, timeNs)).as("it is still so great").isEqualTo(timeNs);
        assertThat(pitch.latestNs(25, timeNs)).as("it never was").isEqualTo(timeNs);
        assertThat(pitch.latestNs(11, topNs + 1)).as("not after the other").isEqualTo(topNs + 1);
        assertThat(pitch.latestNs(19, topNs + DT_NS)).isBetween(topNs, topNs + DT_NS);
    }

    @Test
    void whatAStrideLeavesOverAtFootFlatIsTakenOff() {
        turn(10, 10);
        pitch.perhapsFlat(timeNs, standing);
        turn(-4, 10);

        assertThat(pitch.angleDeg()).isCloseTo(12, NEAR);
        assertThat(pitch.settleFlat(standing, axis))
                .as("8 deg toes down since it lay flat")
                .isCloseTo(-8, NEAR);
        assertThat(pitch.angleDeg()).isCloseTo(-8, NEAR);
        assertThat(pitch.zeroed()).isTrue();
    }

    @Test
    void aFifthOfAStridesDriftIsLaidToTheGyro() {
        turn(0, 50);
        pitch.perhapsFlat(timeNs, standing);
        pitch.settleFlat(standing, axis);
        // 4 deg too high after half a second
        turn(2, 50);
        pitch.perhapsFlat(timeNs, standing);
        pitch.settleFlat(standing, axis);
        turn(0, 100);

        assertThat(pitch.angleDeg()).as("0.2 x 4 deg / 0.5 s over 1 s").isCloseTo(-1.6, within(0.02));
        turn(0, 100);
        pitch.stand(timeNs, standing);
        assertThat(pitch.angleDeg()).isZero();
        turn(0, 50);
        assertThat(pitch.angleDeg()).as("a foot that stands has no drift").isCloseTo(0, within(0.01));
    }

    @Test
    void moreThanDriftOrOverMoreThanAStrideIsNotLaidToTheGyro() {
        turn(6, 50);
        pitch.perhapsFlat(timeNs, standing);
        pitch.settleFlat(standing, axis);
        turn(0, 50);
        assertThat(pitch.angleDeg()).as("12 deg in a stride are no drift").isCloseTo(0, NEAR);
        turn(2, 250);
        pitch.perhapsFlat(timeNs, standing);
        pitch.settleFlat(standing, axis);
        turn(0, 50);
        assertThat(pitch.angleDeg()).as("nor are 4 in 2.5 s").isCloseTo(0, NEAR);
    }

    @Test
    void withoutAZeroThereIsNoDrift() {
        pitch.lost();
        assertThat(pitch.zeroed()).isFalse();
        turn(2, 50);
        pitch.perhapsFlat(timeNs, standing);
        pitch.settleFlat(standing, axis);
        turn(0, 50);

        assertThat(pitch.angleDeg()).isCloseTo(0, NEAR);
        assertThat(pitch.zeroed()).isTrue();
    }

    @Test
    void aCalmFootIsProbablyLevelButHasNoZeroByThat() {
        pitch.lost();
        turn(20, 10);
        pitch.level(standing);
        turn(0, 1);

        assertThat(pitch.angleDeg()).isCloseTo(0, NEAR);
        assertThat(pitch.zeroed()).isFalse();
    }
}

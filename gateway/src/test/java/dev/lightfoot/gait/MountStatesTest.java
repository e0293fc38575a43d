package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountStatesTest {
    private static final MountCalibration RECOMMENDED = new MountCalibration(0, 0, 1, 1, 0, 0);
    private static final double DT_S = 0.005;
    private static final double GRAVITY = 9.81;

    private final Mount mount = new Mount();
    private final CarriedUp up = new CarriedUp();
    private long timeNs;
    private int lost;
    private double noise;

    private void sample(double ax, double ay, double az, double gx, double gy, double gz) {
        timeNs += 5_000_000L;
        if (mount.sample(timeNs, DT_S, ax, ay, az, gx, gy, gz, up) == Mount.Change.LOST) {
            lost++;
        }
    }

    private void stand(double seconds, double... upwards) {
        for (int i = 0; i < seconds / DT_S; i++) {
            sample(GRAVITY * upwards[0], GRAVITY * upwards[1], GRAVITY * upwards[2], 0, 0, 0);
        }
    }

    /** Moves so that all axes change but perhaps one. */
    private void move(double seconds, boolean dead) {
        for (int i = 0; i < seconds / DT_S; i++) {
            noise += 1e-4;
            sample(dead ? 0 : noise, noise, GRAVITY + noise, 0.7 + noise, 0.7 + noise, 0.7 + noise);
        }
    }

    private void assertState(MountState state, MountReason reason) {
        assertThat(mount.state()).isEqualTo(state);
        assertThat(mount.reason()).isEqualTo(reason);
    }

    @Test
    void aNewPodIsLearningAndSaysSoOnce() {
        assertState(MountState.LEARNING, MountReason.NEW);
        assertThat(mount.known()).isFalse();
        assertThat(mount.news()).isTrue();
        assertThat(mount.news()).isFalse();
    }

    @Test
    void aCalibrationIsKnownAtOnceAndWhatItSaysIsWorthKeeping() {
        mount.news();
        mount.calibrate(RECOMMENDED);

        assertState(MountState.KNOWN, MountReason.CALIBRATED);
        assertThat(mount.known()).isTrue();
        assertThat(mount.news()).isTrue();
        assertThat(mount.news()).isFalse();
        assertThat(mount.standing().zero()).isEqualTo(AngleZero.CALIBRATION);
        assertThat(mount.calibration()).isEqualTo(RECOMMENDED);
    }

    @Test
    void whoStandsOtherwiseForAWhileHasTurnedThePod() {
        mount.calibrate(RECOMMENDED);
        stand(1, 0, 1, 0);
        assertThat(mount.known()).isTrue();
        stand(2, 0, 1, 0);

        assertThat(lost).isEqualTo(1);
        assertState(MountState.LEARNING, MountReason.STOOD_OTHERWISE);
        assertThat(mount.axis().known()).isFalse();
    }

    @Test
    void aHoleDoesNotMakeTwoHalvesOfStandingOne() {
        stand(0.45, 0, 0, 1);
        mount.breakOff();
        stand(0.45, 0, 0, 1);
        assertThat(mount.standing().still()).isFalse();
        stand(0.15, 0, 0, 1);
        assertThat(mount.standing().still()).isTrue();
    }

    @Test
    void aDeadAxisIsAFaultOnceAndMendedIsLearnedAnew() {
        mount.calibrate(RECOMMENDED);
        move(0.4, true);
        assertState(MountState.FAULTY, MountReason.SENSOR_STUCK);
        assertThat(mount.known()).isFalse();
        assertThat(lost).isEqualTo(1);
        move(1, true);
        assertThat(lost).as("told once").isEqualTo(1);

        move(0.4, false);
        assertState(MountState.FAULTY, MountReason.SENSOR_STUCK);
        move(0.2, false);
        assertState(MountState.LEARNING, MountReason.SENSOR_MOVES);
        assertThat(mount.standing().known()).isFalse();
    }

    @Test
    void aFaultySensorTellsNothingOfStanding() {
        move(0.4, true);
        stand(2, 0, 0, 1);

        assertState(MountState.FAULTY, MountReason.SENSOR_STUCK);
        assertThat(mount.standing().still()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theGyrosZeroIsTakenOffBeforeTheFootCountsAsTurning(int axis) {
        turn(120, axis, 0.1);
        turn(60, axis, 1.8);
        assertThat(mount.axis().turns().energy())
                .as("1.7 rad/s is less than 1.75")
                .isZero();
        turn(20, axis, 1.9);
        assertThat(mount.axis().turns().energy()).isPositive();
    }

    private void turn(int samples, int axis, double rate) {
        for (int i = 0; i < samples; i++) {
            noise += 1e-6;
            sample(
                    noise,
                    noise,
                    GRAVITY + noise,
                    noise + (axis == 0 ? rate : 0),
                    noise + (axis == 1 ? rate : 0),
                    noise + (axis == 2 ? rate : 0));
        }
    }

    /** Toes down and up again, about a line so many degrees from the pod's y, and calm for a moment. */
    private void stride(double asideDeg) {
        double sin = Math.sin(Math.toRadians(asideDeg));
        double cos = Math.cos(Math.toRadians(asideDeg));
        for (int i = 0; i < 120; i++) {
            noise += 1e-6;
            double rate = i % 2 == 0 ? 6 : -6;
            sample(noise, noise, 20 + noise, rate * sin + noise, rate * cos + noise, noise);
        }
        for (int i = 0; i < 20; i++) {
            noise += 1e-6;
            sample(noise, noise, GRAVITY + noise, 0.5 + noise, 0.5 + noise, 0.5 + noise);
        }
    }

    @Test
    void aFootThatTurnsAboutAnotherLineThanBeforeHasAPodThatSlipped() {
        mount.calibrate(RECOMMENDED);
        for (int i = 0; i < 8; i++) {
            stride(0);
        }
        assertThat(lost).isZero();
        assertThat(mount.known()).isTrue();
        for (int i = 0; i < 12 && lost == 0; i++) {
            stride(50);
        }

        assertThat(lost).isEqualTo(1);
        assertState(MountState.LEARNING, MountReason.SLIPPED);
        assertThat(mount.axis().known()).isFalse();
        for (int i = 0; i < 3; i++) {
            stride(50);
        }
        assertThat(lost).as("what was watched is forgotten").isEqualTo(1);
    }

    @Test
    void aMountThatHeldForFortySecondsIsSettledOnce() {
        stand(1, 0, 0, 1);
        for (int i = 0; i < 5; i++) {
            stride(0);
        }
        assertState(MountState.KNOWN, MountReason.LEARNED);
        // learned in one of the five strides of 0.7 s
        long learnedNs = timeNs;
        mount.news();
        while (timeNs - learnedNs < 36_000_000_000L) {
            stride(0);
        }
        assertState(MountState.KNOWN, MountReason.LEARNED);
        assertThat(mount.news()).isFalse();
        while (timeNs - learnedNs < 40_500_000_000L) {
            stride(0);
        }
        assertState(MountState.KNOWN, MountReason.SETTLED);
        assertThat(mount.news()).isTrue();
        stride(0);
        assertThat(mount.news()).isFalse();
    }
}

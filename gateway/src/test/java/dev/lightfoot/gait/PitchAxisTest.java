package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A foot that lies level, is swung forwards while its toes turn down, and whose pod sits anyhow. */
class PitchAxisTest {
    private static final double DT_S = 0.005;
    private static final double KEEP_LOOKS = 8;
    private static final double GRAVITY = 9.81;
    private static final Offset<Double> EXACT = within(1e-6);

    private final PitchAxis axis = new PitchAxis();
    private final Standing standing = new Standing();
    private final CarriedUp carried = new CarriedUp();

    private double[] toes = {1, 0, 0};
    private double[] left = {0, 1, 0};
    private double[] up = {0, 0, 1};

    /** The foot's axes in the pod's: up so far from z, tilted over so many degrees about the pod's z, and turned about itself. */
    private void mount(double tiltDeg, double overDeg, double turnDeg) {
        double tilt = Math.toRadians(tiltDeg);
        double over = Math.toRadians(overDeg);
        double turn = Math.toRadians(turnDeg);
        up = new double[] {Math.sin(tilt) * Math.cos(over), Math.sin(tilt) * Math.sin(over), Math.cos(tilt)};
        double[] down = {Math.cos(tilt) * Math.cos(over), Math.cos(tilt) * Math.sin(over), -Math.sin(tilt)};
        double[] aside = cross(up, down);
        toes = new double[3];
        for (int i = 0; i < 3; i++) {
            toes[i] = Math.cos(turn) * down[i] + Math.sin(turn) * aside[i];
        }
        left = cross(up, toes);
        standing.calibrate(up[0], up[1], up[2]);
        carried.set(up[0], up[1], up[2]);
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double x, double y, double z) {
        return a[0] * x + a[1] * y + a[2] * z;
    }

    /** A sample of force to the toes and of turning, toes down, about a line so far from the foot's left, to its toes. */
    private void sample(double forward, double rate, double asideDeg) {
        double[] force = new double[3];
        double[] turn = new double[3];
        for (int i = 0; i < 3; i++) {
            force[i] = forward * toes[i] + GRAVITY * up[i];
            turn[i] = rate
                    * (Math.cos(Math.toRadians(asideDeg)) * left[i] + Math.sin(Math.toRadians(asideDeg)) * toes[i]);
        }
        axis.sample(DT_S, force[0], force[1], force[2], carried);
        axis.look(DT_S, force[0], force[1], force[2], turn[0], turn[1], turn[2]);
    }

    private void strides(int count) {
        for (int stride = 0; stride < count; stride++) {
            for (int i = 0; i < 60; i++) {
                sample(0, 0, 0);
            }
            for (int i = 0; i < 40; i++) {
                sample(20, 8, 0);
            }
            for (int i = 0; i < 40; i++) {
                sample(-25, 8, 0);
            }
        }
    }

    private void turnToAndFro(double seconds, double rate, double asideDeg) {
        for (int i = 0; i < seconds / DT_S; i++) {
            sample(0, i % 2 == 0 ? rate : -rate, asideDeg);
        }
    }

    private void assertAxes(double[] left, double[] toes, Offset<Double> near) {
        for (int i = 0; i < 3; i++) {
            assertThat(axis.left(i)).as("left %d", i).isCloseTo(left[i], near);
            assertThat(axis.toes(i)).as("toes %d", i).isCloseTo(toes[i], near);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 70, 160, 200, 290})
    void aPodThatSitsAnyhowLearnsTheFootsAxesAndTheirSides(double turnDeg) {
        mount(55, 30, turnDeg);
        strides(4);

        assertThat(axis.known()).isFalse();
        assertThat(axis.settle(standing)).as("it begins").isTrue();
        assertThat(axis.known()).isTrue();
        assertThat(axis.marked()).isFalse();
        assertAxes(left, toes, EXACT);
        assertThat(axis.pitchRate(3 * left[0], 3 * left[1], 3 * left[2]))
                .as("toes down")
                .isCloseTo(-3, EXACT);
        assertThat(axis.alongFoot(
                        2 * toes[0] + 5 * up[0] - left[0],
                        2 * toes[1] + 5 * up[1] - left[1],
                        2 * toes[2] + 5 * up[2] - left[2]))
                .isCloseTo(2, EXACT);
        strides(1);
        assertThat(axis.settle(standing)).as("nothing new").isFalse();
    }

    @Test
    void withoutAVoteOnItsSideALineIsNotEnough() {
        mount(55, 30, 70);
        turnToAndFro(2, 8, 0);

        assertThat(axis.settle(standing)).isFalse();
        assertThat(axis.known()).isFalse();
    }

    @Test
    void nothingIsSettledBeforeUpIsKnown() {
        mount(55, 30, 70);
        strides(4);
        standing.reset();

        assertThat(axis.settle(standing)).isFalse();
        assertThat(axis.known()).isFalse();
    }

    @Test
    void aPodMountedAsItsMarkSaysIsKnownByLittleTurningAndTheMarkIsTruer() {
        mount(12, 40, -40);
        // 3 rad/s for 0.2 s are 1.8 rad2/s, less than the 2 that are asked
        turnToAndFro(0.2, 3, 15);
        assertThat(axis.settle(standing)).isFalse();
        turnToAndFro(0.06, 3, 15);
        assertThat(axis.settle(standing)).isTrue();

        assertThat(axis.marked()).isTrue();
        // level, and as near to the pod's y as can be
        double norm = Math.sqrt(1 - up[1] * up[1]);
        double[] y = {-up[0] * up[1] / norm, norm, -up[2] * up[1] / norm};
        assertAxes(y, cross(y, up), EXACT);
    }

    @Test
    void aLineFarFromTheMarkIsNotTheMarks() {
        mount(12, 40, -40);
        turnToAndFro(2, 6, 28);

        assertThat(axis.settle(standing)).isFalse();
        assertThat(axis.marked()).isFalse();
    }

    @Test
    void aPodTippedFarFromItsMarkNeedsTheVotes() {
        mount(21, 90, -90);
        turnToAndFro(2, 6, 0);

        assertThat(axis.settle(standing)).isFalse();
    }

    @Test
    void votesAgainstTheMarkedSideTurnItRound() {
        mount(0, 0, 180);
        for (int i = 0; i < 60; i++) {
            sample(0, i % 2 == 0 ? 8 : -8, 0);
        }
        assertThat(axis.settle(standing)).isTrue();
        assertAxes(new double[] {0, 1, 0}, new double[] {1, 0, 0}, EXACT);
        assertThat(axis.marked()).isTrue();
        strides(6);

        assertThat(axis.settle(standing)).as("the side changed").isTrue();
        assertThat(axis.marked()).isFalse();
        assertAxes(left, toes, within(0.02));
    }

    @Test
    void onceTheSideIsKnownToesDownTurnsAloneMakeTheLine() {
        mount(55, 30, 70);
        strides(4);
        axis.settle(standing);
        // as much turning toes up, about a line 30 deg off
        for (int i = 0; i < 1200; i++) {
            sample(0, i % 2 == 0 ? 8 : -8, i % 2 == 0 ? 0 : 30);
        }
        axis.settle(standing);

        assertThat(dot(left, axis.left(0), axis.left(1), axis.left(2))).isCloseTo(1, EXACT);
    }

    @Test
    void slowTurningTellsNothing() {
        mount(0, 0, 0);
        turnToAndFro(4, 1.7, 0);
        assertThat(axis.turns().energy()).isZero();
        turnToAndFro(DT_S, 2, 0);
        assertThat(axis.turns().energy()).isCloseTo(4 * DT_S, EXACT);
        turnToAndFro(DT_S, 2, 0);
        assertThat(axis.turns().energy())
                .as("what was fades with a time constant of 8 s")
                .isCloseTo(4 * DT_S * (2 - DT_S / KEEP_LOOKS), EXACT);
    }

    @Test
    void whatWasLearnedInAnEarlierRunHoldsAtOnce() {
        mount(55, 30, 70);
        strides(4);
        axis.presume(new MountCalibration(
                (float) up[0], (float) up[1], (float) up[2], (float) toes[0], (float) toes[1], (float) toes[2]));

        assertThat(axis.known()).isTrue();
        assertAxes(left, toes, EXACT);
        assertThat(axis.turns().energy()).as("the turning before is forgotten").isZero();
    }

    @Test
    void aResetForgetsAll() {
        mount(0, 0, 0);
        strides(6);
        axis.settle(standing);
        strides(6);
        axis.reset();

        assertThat(axis.known()).isFalse();
        assertThat(axis.marked()).isFalse();
        assertThat(axis.turns().energy()).isZero();
        mount(55, 30, 70);
        turnToAndFro(2, 8, 0);
        assertThat(axis.settle(standing)).as("no vote is left").isFalse();
        strides(4);
        assertThat(axis.settle(standing)).isTrue();
        assertAxes(left, toes, EXACT);
    }
}

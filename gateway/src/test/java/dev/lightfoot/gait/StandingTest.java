package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {
    private static final double DT_S = 0.005;
    private static final int BLOCK = 100;
    private static final Offset<Double> EXACT = within(1e-9);

    private final Standing standing = new Standing();

    /** A block's samples about a mean, each axis as far above it as below, by turns. */
    private void block(double[] force, double[] turn, double forceSpread, double turnSpread) {
        for (int i = 0; i < BLOCK; i++) {
            double sign = i % 2 == 0 ? 1 : -1;
            sample(
                    force[0] + sign * forceSpread,
                    force[1] + sign * forceSpread,
                    force[2] + sign * forceSpread,
                    turn[0] + sign * turnSpread,
                    turn[1] + sign * turnSpread,
                    turn[2] + sign * turnSpread);
        }
    }

    private void block(double... force) {
        block(force, new double[3], 0, 0);
    }

    private void sample(double ax, double ay, double az, double gx, double gy, double gz) {
        standing.sample(DT_S, ax, ay, az, gx, gy, gz);
    }

    private void assertUp(double... direction) {
        double norm = Math.sqrt(dot(direction, direction));
        for (int i = 0; i < 3; i++) {
            assertThat(standing.up(i)).as("axis %d", i).isCloseTo(direction[i] / norm, EXACT);
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double... v) {
        double norm = Math.sqrt(dot(v, v));
        return new double[] {v[0] / norm, v[1] / norm, v[2] / norm};
    }

    @Test
    void halfASecondOfQuietTellsUpAndTheGyrosZero() {
        double[] force = {2, -3, 9.1};
        double[] zero = {0.02, -0.03, 0.05};
        for (int i = 1; i < BLOCK; i++) {
            sample(2, -3, 9.1, 0.02, -0.03, 0.05);
        }
        assertThat(standing.still()).isFalse();
        sample(2, -3, 9.1, 0.02, -0.03, 0.05);

        assertThat(standing.still()).isTrue();
        assertThat(standing.known()).isTrue();
        assertThat(standing.zero()).isEqualTo(AngleZero.STANDING);
        assertThat(standing.turned()).as("nothing was known before").isFalse();
        assertUp(force);
        for (int i = 0; i < 3; i++) {
            assertThat(standing.bias(i)).isCloseTo(zero[i], EXACT);
        }
    }

    static Stream<Arguments> unquiet() {
        double[] rest = new double[3];
        double[] level = {0, 0, 9.81};
        return Stream.of(
                Arguments.of("force trembles", level, rest, 0.41, 0),
                Arguments.of("foot turns to and fro", level, rest, 0, 0.051),
                Arguments.of("x turns steadily", level, new double[] {0.18, 0, 0}, 0, 0),
                Arguments.of("y turns steadily", level, new double[] {0, -0.18, 0}, 0, 0),
                Arguments.of("z turns steadily", level, new double[] {0, 0, 0.18}, 0, 0),
                Arguments.of("too light", new double[] {5, 5, 5}, rest, 0, 0),
                Arguments.of("too heavy", new double[] {6.3, 6.3, 6.3}, rest, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unquiet")
    void whatMovesIsNotStanding(String why, double[] force, double[] turn, double forceSpread, double turnSpread) {
        block(force, turn, forceSpread, turnSpread);

        assertThat(standing.still()).as(why).isFalse();
        assertThat(standing.zero()).isNotEqualTo(AngleZero.STANDING);
        assertThat(standing.bias(0)).isZero();
    }

    @Test
    void smallTremblingIsStandingAllTheSame() {
        block(new double[] {0, 0, 9.81}, new double[] {0.17, -0.17, 0.17}, 0.39, 0.049);

        assertThat(standing.still()).isTrue();
        assertUp(0, 0, 1);
    }

    @Test
    void eachFurtherBlockThatAgreesMovesUpByAFifth() {
        block(0, 0, 9.81);
        block(0, 9.81 * Math.sin(Math.toRadians(10)), 9.81 * Math.cos(Math.toRadians(10)));

        double[] ten = {0, Math.sin(Math.toRadians(10)), Math.cos(Math.toRadians(10))};
        assertUp(0, 0.2 * ten[1], 1 + 0.2 * (ten[2] - 1));
        assertThat(standing.turned()).isFalse();
    }

    @Test
    void threeBlocksInARowThatDisagreeAreATurnedPodToldOnce() {
        block(0, 0, 9.81);
        block(9.81, 0, 0);
        block(9.81, 0, 0);
        assertUp(0, 0, 1);
        block(9.81, 0, 0);

        assertThat(standing.turned()).isTrue();
        assertUp(1, 0, 0);
        sample(9.81, 0, 0, 0, 0, 0);
        assertThat(standing.turned()).isFalse();
    }

    @Test
    void aBlockThatAgreesBetweenThemEndsTheDoubt() {
        block(0, 0, 9.81);
        block(9.81, 0, 0);
        block(9.81, 0, 0);
        block(0, 0, 9.81);
        block(9.81, 0, 0);
        block(9.81, 0, 0);

        assertThat(standing.turned()).isFalse();
        assertUp(0, 0, 1);
    }

    @Test
    void aCalibrationHoldsUntilStandingBearsItOutOrRefutesItThreeTimes() {
        standing.calibrate(0, 3, 4);
        assertThat(standing.known()).isTrue();
        assertThat(standing.zero()).isEqualTo(AngleZero.CALIBRATION);
        assertUp(0, 3, 4);

        block(9.81, 0, 0);
        block(9.81, 0, 0);
        assertThat(standing.zero()).isEqualTo(AngleZero.CALIBRATION);
        assertUp(0, 3, 4);
        block(9.81, 0, 0);
        assertThat(standing.turned()).isTrue();
        assertThat(standing.zero()).isEqualTo(AngleZero.STANDING);
        assertUp(1, 0, 0);

        standing.calibrate(0, 0, 1);
        block(0, 0.5, 9.8);
        assertThat(standing.zero()).isEqualTo(AngleZero.STANDING);
        assertThat(standing.turned()).isFalse();
        assertUp(0, 0.5, 9.8);
    }

    /** Turning too much to stand, too little for a step: calm. */
    private void calmSample(int i, double... force) {
        sample(force[0], force[1], force[2], i % 2 == 0 ? 0.6 : -0.6, 0.6, i % 2 == 0 ? 0.59 : -0.59);
    }

    @Test
    void beforeStandingUpIsTheMeanOfCalmMomentsOnceThereAreEnough() {
        double[][] forces = {{1, 2, 9}, {-2, 1, 9.5}, {0.5, -3, 8.5}};
        double[] mean = new double[3];
        for (int i = 0; i < 15; i++) {
            calmSample(i, forces[i % 3]);
            assertThat(standing.known()).as("after %d samples", i + 1).isFalse();
            assertThat(standing.calm()).isFalse();
        }
        for (int i = 15; i < 18; i++) {
            calmSample(i, forces[i % 3]);
        }
        for (double[] force : forces) {
            for (int k = 0; k < 3; k++) {
                mean[k] += force[k] / 3;
            }
        }

        assertThat(standing.known()).isTrue();
        assertThat(standing.calm()).isTrue();
        assertThat(standing.zero()).isEqualTo(AngleZero.FOOT_FLAT);
        assertUp(mean);
    }

    @Test
    void aFootThatTurnsOrPushesIsNotCalm() {
        for (int i = 0; i < 20; i++) {
            calmSample(i, 0, 0, 9.81);
        }
        double[][] wild = {
            {0, 0, 9.81, 0.7, 0.7, 0.5},
            {0, 0, 9.81, -0.7, 0.5, -0.7},
            {0, 0, 9.81, 0.5, 0.7, 0.7},
            {4.8, 4.8, 4.8, 0, 0, 0},
            {6.7, 6.7, 6.7, 0, 0, 0}
        };
        for (double[] w : wild) {
            sample(w[0], w[1], w[2], w[3], w[4], w[5]);
            assertThat(standing.calm()).as("%s", (Object) w).isFalse();
            assertUp(0, 0, 1);
        }
        sample(5.6, 5.6, 5.6, 0.6, -0.6, 0.6);
        assertThat(standing.calm()).isTrue();
    }

    @Test
    void calmMomentsCountForNothingOnceTheRunnerStood() {
        block(0, 0, 9.81);
        for (int i = 0; i < 40; i++) {
            calmSample(i, 9.81, 0, 0);
        }

        assertThat(standing.calm()).isFalse();
        assertUp(0, 0, 1);
    }

    @Test
    void aHoleInTheDataBreaksTheBlockInWork() {
        for (int i = 0; i < BLOCK - 1; i++) {
            sample(9.81, 0, 0, 0.1, 0.1, 0.1);
        }
        standing.breakBlock();
        sample(0, 0, 9.81, 0, 0, 0);
        assertThat(standing.still()).isFalse();
        for (int i = 1; i < BLOCK; i++) {
            sample(0, 0, 9.81, 0, 0, 0);
        }

        assertThat(standing.still()).isTrue();
        assertUp(0, 0, 1);
        assertThat(standing.bias(1)).isZero();
        standing.breakBlock();
        assertThat(standing.still()).isFalse();
    }

    @Test
    void afterAResetNothingIsKnown() {
        block(new double[] {9.81, 0, 0}, new double[] {0.1, 0.1, 0.1}, 0, 0);
        standing.reset();

        assertThat(standing.known()).isFalse();
        assertThat(standing.still()).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(standing.bias(i)).isZero();
        }
    }

    @Test
    void aPodThatTipsTakesUpAlongInTheSameTurn() {
        Random random = new Random(4);
        for (int trial = 0; trial < 20; trial++) {
            double[] from = unit(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            double[] to = unit(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            double[] up = unit(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            standing.calibrate(up[0], up[1], up[2]);
            standing.tip(from, to);

            // the turn takes from to to and leaves their common normal as it is, so a frame of the three tells where up
            // goes
            double[] axis = unit(cross(from, to));
            double[] aside = cross(axis, from);
            double[] asideAfter = cross(axis, to);
            double[] expected = new double[3];
            for (int i = 0; i < 3; i++) {
                expected[i] = dot(up, from) * to[i] + dot(up, aside) * asideAfter[i] + dot(up, axis) * axis[i];
            }
            assertUp(expected);
        }
    }
}

package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gyro at the end of its range hid. */
class ClippingTest {
    private static final double RANGE = Math.toRadians(1000);

    private double hidden;
    private double cut;

    /** A push-off that turns toes down at up to a peak, rad/s, over a time, s, seen by a gyro of limited range. */
    private void pushOff(ClippedAxis axis, double rateHz, double peak, double lastsS, double phase) {
        hidden = 0;
        cut = 0;
        double dtS = 1 / rateHz;
        for (int i = -5; i < lastsS * rateHz + 5; i++) {
            double at = (i + phase) * dtS / lastsS;
            double rate = at <= 0 || at >= 1 ? 0 : peak * Math.sin(Math.PI * at);
            double read = Math.max(-RANGE, Math.min(RANGE, rate));
            cut += (rate - read) * dtS;
            hidden += axis.sample(dtS, read, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"416, 20, 0.1", "416, -22, 0.15", "208, -20, 0.15", "208, 22, 0.15"})
    void aClippedPeakIsMadeGoodToAFifthOrTwoDegrees(double rateHz, double peak, double lastsS) {
        for (double phase = 0; phase < 1; phase += 0.1) {
            pushOff(new ClippedAxis(), rateHz, peak, lastsS, phase);
            double error = Math.max(Math.toRadians(2), 0.2 * Math.abs(cut));
            assertThat(Math.abs(cut)).isGreaterThan(Math.toRadians(3));
            assertThat(hidden).as("of %s at phase %s", cut, phase).isCloseTo(cut, within(error));
        }
    }

    /** T^2 (slope in + slope out) / 12, T from where the slopes cross the edge. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void slopesThatCrossTheEdgeBetweenSamplesTellForHowLong(int sign) {
        // crossed 5 ms after the 10 at 800 rad/s2, and back 2.5 ms before the 13 at 400
        assertThat(hidden(sign, 2, 10, 14, 14, 14, 13, 9))
                .isCloseTo(sign * 0.0325 * 0.0325 * (800 + 400) / 12, within(1e-9));
        // slower before than it must have been: counted from the first reading at the edge; back after 10 - 0.5 / 450
        double spanS = 0.02 + 0.01 - 0.5 / 450;
        assertThat(hidden(sign, 9, 10, 14, 14, 14, 13.5, 9))
                .isCloseTo(sign * spanS * spanS * (100 + 450) / 12, within(1e-9));
        // it turned back already before it came to the edge: no slope in
        assertThat(hidden(sign, 13, 10, 14, 14, 14, 13.5, 9)).isCloseTo(sign * spanS * spanS * 450 / 12, within(1e-9));
    }

    private static double hidden(int sign, double... rates) {
        ClippedAxis axis = new ClippedAxis();
        double hidden = 0;
        for (double rate : rates) {
            hidden += axis.sample(0.01, sign * rate, 0);
        }
        return hidden;
    }

    @Test
    void aClipOfALowRangeIsNeverMadeGood() {
        ClippedAxis axis = new ClippedAxis();
        axis.sample(0.005, 8, 0);
        axis.sample(0.005, 11.9, 0);
        assertThat(axis.sample(0.005, 11.9, 0)).isZero();
        assertThat(axis.sample(0.005, 11.9, 0)).isInfinite();
    }

    @Test
    void whatStaysInRangeHidesNothing() {
        ClippedAxis axis = new ClippedAxis();
        pushOff(axis, 208, 17, 0.2, 0.3);
        assertThat(hidden).isZero();
    }

    @Test
    void aSlowAxisMayReadTheSameForLong() {
        ClippedAxis axis = new ClippedAxis();
        for (int i = 0; i < 50; i++) {
            hidden += axis.sample(0.005, i < 20 ? 3.9 : 0, 0);
        }
        assertThat(hidden).isZero();
    }

    @Test
    void aClipAcrossMissingSamplesIsNotMadeGood() {
        ClippedAxis axis = new ClippedAxis();
        double[] rates = {5, 12, RANGE, RANGE, RANGE, RANGE, 12, 5};
        for (int i = 0; i < rates.length; i++) {
            if (i == 5) {
                axis.reset();
            }
            hidden += axis.sample(0.005, rates[i], 0);
        }
        assertThat(hidden).isZero();
    }

    @Test
    void inALongClipNothingIsKnown() {
        ClippedAxis axis = new ClippedAxis();
        for (int i = 0; i < 17; i++) {
            assertThat(axis.sample(0.005, RANGE, 0)).as("after %d ms", 5 * i).isZero();
        }
        assertThat(axis.sample(0.005, RANGE, 0)).isInfinite();
    }

    @Test
    void allAxesCountAndTooMuchIsNotBelieved() {
        Clipping little = new Clipping();
        Clipping much = new Clipping();
        boolean told = false;
        for (double rate : new double[] {5, 12, RANGE, RANGE, RANGE, RANGE, 12, 5}) {
            told = little.sample(0.005, rate, 0, -rate);
            much.sample(0.05, rate, 0, -rate);
        }
        assertThat(told).isTrue();
        assertThat(little.credible()).isTrue();
        assertThat(little.x()).isPositive().isEqualTo(-little.z());
        assertThat(little.y()).isZero();
        assertThat(much.credible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void eachAxisHasItsOwnAndForgetsItWhereSamplesAreMissing(int axis) {
        for (boolean missing : new boolean[] {false, true}) {
            Clipping clipping = new Clipping();
            boolean told = false;
            double[] rates = {5, 12, RANGE, RANGE, RANGE, 12, 5};
            for (int i = 0; i < rates.length; i++) {
                if (missing && i == 5) {
                    clipping.reset();
                }
                double rate = rates[i];
                told = clipping.sample(0.005, axis == 0 ? rate : 0, axis == 1 ? rate : 0, axis == 2 ? rate : 0);
            }
            assertThat(told).isEqualTo(!missing);
            assertThat(clipping.x()).isGreaterThanOrEqualTo(0);
            assertThat(new double[] {clipping.x(), clipping.y(), clipping.z()}[axis] > 0)
                    .isEqualTo(!missing);
            assertThat(clipping.x() + clipping.y() + clipping.z())
                    .isEqualTo(new double[] {clipping.x(), clipping.y(), clipping.z()}[axis]);
        }
    }

    @Test
    void theHiddenTurnOfAllAxesTogetherIsBelievedUpToTwentyDegrees() {
        Clipping clipping = new Clipping();
        for (double rate : new double[] {6, 14, 18, 18, 18, 17, 13}) {
            clipping.sample(0.025, rate, -rate, rate);
        }
        assertThat(clipping.x()).as("each axis alone is believed").isBetween(0.15, 0.34);
        assertThat(clipping.x() * Math.sqrt(3)).isGreaterThan(0.35);
        assertThat(clipping.credible()).isFalse();
    }

    @Test
    void readingsFarBelowTheLargestAreEqualByChance() {
        Clipping clipping = new Clipping();
        for (double rate : new double[] {3, 7, 11, 7, 3}) {
            assertThat(clipping.sample(0.01, 0, rate, 0)).isFalse();
        }
        for (double rate : new double[] {4.37, 4.41, 4.42, 4.42, 4.42, 4.46, 4.84}) {
            assertThat(clipping.sample(0.01, 0, rate, 0)).isFalse();
        }
    }

    @Test
    void theLargestIsForgottenInTimeAsItMayHaveBeenGarbage() {
        Clipping clipping = new Clipping();
        clipping.sample(0.005, 60, 0, 0);
        boolean told = false;
        // 1.13 times 10 s until nine tenths of it are below the range, at 0.04 s a push
        for (int push = 0; push < 300; push++) {
            for (double rate : new double[] {5, 12, RANGE, RANGE, RANGE, RANGE, 12, 5}) {
                told = clipping.sample(0.005, 0, rate, 0);
            }
            assertThat(push < 280 && told).as("push %d", push).isFalse();
        }
        assertThat(told).isTrue();
    }
}

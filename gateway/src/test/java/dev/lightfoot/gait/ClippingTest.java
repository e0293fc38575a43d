package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

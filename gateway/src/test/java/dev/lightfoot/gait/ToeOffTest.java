package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A foot that does not turn: the tip's speed is the pod's, which grows by the force less gravity. */
class ToeOffTest {
    private static final long STEP_NS = 5_000_000L;
    private static final double STEP_S = 0.005;
    private static final double GRAVITY = 9.81;
    private static final double LAG_MS = 6;

    private final ToeOff toeOff = new ToeOff();
    private long timeNs;

    private boolean sample(double rate, double deg, double force) {
        timeNs += STEP_NS;
        return toeOff.sample(
                timeNs, STEP_S, rate, deg, Math.cos(Math.toRadians(deg)), Math.sin(Math.toRadians(deg)), force);
    }

    @ParameterizedTest
    @CsvSource({"18, 27.78", "30, 16.67", "23, 21.74"})
    void theTipLeavesWhenItGoesAtHalfAMetreASecond(double accelerationMps2, double passedMs) {
        sample(0, 0, GRAVITY + accelerationMps2);
        toeOff.flat(timeNs, 0, 1, 0);
        toeOff.begin(0, 0, 1, 0);
        long fromNs = timeNs;
        for (int i = 0; i < 10; i++) {
            assertThat(sample(-0.01, -25, GRAVITY + accelerationMps2))
                    .as("the heel still rises")
                    .isFalse();
        }
        assertThat(sample(0.01, -25, GRAVITY))
                .as("it sinks again, and the tip has left")
                .isTrue();
        // what the foot turns at 0.01 rad/s moves the tip by 2 mm/s
        assertThat((toeOff.terminalNs(false) - fromNs) * 1e-6).isCloseTo(passedMs + LAG_MS, within(0.2));
        assertThat(toeOff.terminalNs(true)).isEqualTo(toeOff.terminalNs(false));
    }

    @Test
    void aTipThatHasNotLeftKeepsTheStanceOpen() {
        toeOff.flat(timeNs, 0, 1, 0);
        toeOff.begin(0, 0, 1, 0);
        for (int i = 0; i < 20; i++) {
            assertThat(sample(0.01, -25, i == 0 ? GRAVITY * 2 : GRAVITY)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.06, true"})
    void theTipIsFartherFromAPodThatSitsFartherBack(double metres, boolean leaves) {
        toeOff.fartherBack(metres);
        sample(0, 0, GRAVITY);
        toeOff.flat(timeNs, 0, 1, 0);
        // at rest about the tip, 0.14 m ahead and 0.06 below: 2 rad/s are 0.4 m/s of the pod
        toeOff.begin(Double.NaN, -2, 1, 0);
        sample(0, -25, GRAVITY);

        assertThat(sample(0.01, -25, GRAVITY)).isEqualTo(leaves);
    }

    @Test
    void anAbandonedStanceDoesNotEnd() {
        sample(0, 0, GRAVITY + 50);
        toeOff.flat(timeNs, 0, 1, 0);
        toeOff.begin(0, 0, 1, 0);
        toeOff.abandon();
        for (int i = 0; i < 20; i++) {
            assertThat(sample(0.01, -25, GRAVITY + 50)).isFalse();
        }
    }
}

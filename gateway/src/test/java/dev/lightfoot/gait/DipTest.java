package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DipTest {
    private static final long STEP_NS = 5_000_000L;

    private final Dip dip = new Dip();
    private long timeNs;

    @Test
    void isAtTheVertexOfTheParabolaThroughItsLowestReadings() {
        dip.begin(0, 0, 20);
        // -400 + 16 (t - 12 ms)^2, in ms
        for (int i = 0; i <= 4; i++) {
            double ms = i * 5 - 12;
            follow(-400 + 2 * ms * ms, 10);
        }
        assertThat(dip.sinceNs(12_000_000L) * 1e-6).isCloseTo(0, within(0.01));
        assertThat(dip.leftDeg(2)).as("turned on to the vertex").isCloseTo(8 - 0.8, within(0.05));
    }

    @Test
    void theHeelWasDownSoonerTheMoreIsLeftToFlat() {
        dip.begin(0, -300, 0);
        follow(-500, 0);
        follow(-500 + 1e-9, 0);
        long dipNs = timeNs - dip.sinceNs(timeNs);
        assertThat(dip.contactNs(0)).isEqualTo(dipNs);
        assertThat(dip.contactNs(10)).isEqualTo(dipNs - 16_000_000L);
        assertThat(dip.contactNs(-10)).isEqualTo(dipNs + 16_000_000L);
        assertThat(dip.contactNs(100)).as("60 ms at most").isEqualTo(dipNs - 60_000_000L);
    }

    @Test
    void aShallowOneIsNotReckonedWithAsFast() {
        dip.begin(0, -79, 0);
        assertThat(dip.contactNs(10)).isEqualTo(-32_000_000L);
        assertThat(dip.slaps()).isFalse();
        dip.begin(0, -81, 0);
        assertThat(dip.slaps()).isTrue();
    }

    @Test
    void theSlapHasPassedWhenAQuarterOfItIsGone() {
        dip.begin(0, -400, 0);
        assertThat(dip.passed(-301)).isFalse();
        assertThat(dip.passed(-299)).isTrue();
        assertThat(dip.deeperThan(-399)).isTrue();
        assertThat(dip.deeperThan(-400)).isFalse();
    }

    private void follow(double rate, double angleDeg) {
        boolean deepest = dip.follow(timeNs, rate, angleDeg);
        assertThat(deepest).isEqualTo(!dip.deeperThan(rate));
        dip.remember(timeNs, rate);
        timeNs += STEP_NS;
    }
}

package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArcTangentTest {
    private static final double PROMISED_RAD = 1.2e-5;

    @Test
    void keepsItsPromiseAllTheWayRound() {
        for (double rad = -Math.PI + 1e-6; rad < Math.PI; rad += 1e-3) {
            assertThat(ArcTangent.rad(0.7 * Math.sin(rad), 0.7 * Math.cos(rad))).isCloseTo(rad, within(PROMISED_RAD));
        }
    }

    @Test
    void knowsTheAxes() {
        assertThat(ArcTangent.rad(0, 1)).isZero();
        assertThat(ArcTangent.rad(1, 0)).isEqualTo(Math.PI / 2);
        assertThat(ArcTangent.rad(-1, 0)).isEqualTo(-Math.PI / 2);
        assertThat(ArcTangent.rad(0, -1)).isEqualTo(Math.PI);
        assertThat(ArcTangent.rad(0, 0)).isZero();
    }
}

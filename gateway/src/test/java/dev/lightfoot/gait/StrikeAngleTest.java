package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StrikeAngleTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void aSlapGoesOnForFifteenMillisecondsAtItsRateAndRisingToesDoNot() {
        assertThat(StrikeAngle.leftToFlatDeg(-400)).isCloseTo(6, EXACT);
        assertThat(StrikeAngle.leftToFlatDeg(200)).isZero();
    }

    @Test
    void theCarriedAngleCountsWhereItsZeroIsKnown() {
        assertThat(StrikeAngle.deg(true, 17, true, 9, -200)).isEqualTo(17);
        assertThat(StrikeAngle.deg(true, -35, true, 9, -200)).isEqualTo(-35);
        assertThat(StrikeAngle.deg(true, 50, false, 9, -200)).isEqualTo(50);
    }

    @Test
    void elseWhatTheSoleTurnedAndWhatItsSlapStillHasToGo() {
        assertThat(StrikeAngle.deg(false, 17, true, 9, -200)).isCloseTo(12, EXACT);
        assertThat(StrikeAngle.deg(true, 51, true, 9, -200)).isCloseTo(12, EXACT);
        assertThat(StrikeAngle.deg(true, -36, true, 9, -200)).isCloseTo(12, EXACT);
    }

    @Test
    void withoutASlapOrWithAnAngleThatNoLandingHasNothingIsKnown() {
        assertThat(StrikeAngle.deg(false, 17, false, 9, -200)).isNaN();
        assertThat(StrikeAngle.deg(false, 17, true, 48, -200)).isNaN();
        assertThat(StrikeAngle.deg(false, 17, true, -36, 0)).isNaN();
    }

    @Test
    void aFootDoesNotLandFarBelowTheHighestAngleOfItsSwing() {
        assertThat(StrikeAngle.leastDeg(30)).isCloseTo(16, EXACT);
        assertThat(StrikeAngle.leastDeg(0)).isCloseTo(-5, EXACT);
    }
}

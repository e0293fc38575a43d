package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Strikes and stances are carried in objects that are used again: what one takes over is all that the other says. */
class CarriersTest {
    @Test
    void aStrikeTakesOverAllThatAnotherSays() {
        Strike other = new Strike(Foot.RIGHT)
                .set(5, 7, StrikePattern.FOREFOOT, 0.75f, -4.5f)
                .rests(AngleZero.CALIBRATION, Resolution.COARSE);
        Strike strike = new Strike(Foot.RIGHT).set(other);

        assertThat(strike.foot()).isEqualTo(Foot.RIGHT);
        assertThat(strike.contactNs()).isEqualTo(5);
        assertThat(strike.decidedNs()).isEqualTo(7);
        assertThat(strike.pattern()).isEqualTo(StrikePattern.FOREFOOT);
        assertThat(strike.confidence()).isEqualTo(0.75f);
        assertThat(strike.strikeAngleDeg()).isEqualTo(-4.5f);
        assertThat(strike.angleZero()).isEqualTo(AngleZero.CALIBRATION);
        assertThat(strike.resolution()).isEqualTo(Resolution.COARSE);
    }

    @Test
    void aStrikeSetAnewRestsOnNothingYet() {
        Strike strike = new Strike(Foot.LEFT)
                .set(5, 7, StrikePattern.FOREFOOT, 0.75f, -4.5f)
                .rests(AngleZero.CALIBRATION, Resolution.COARSE)
                .set(6, 8, StrikePattern.MIDFOOT, 0.5f, 1);

        assertThat(strike.angleZero()).isEqualTo(AngleZero.NONE);
        assertThat(strike.resolution()).isEqualTo(Resolution.FULL);
    }

    @Test
    void aStanceTakesOverAllThatAnotherSays() {
        Stance other = new Stance(Foot.LEFT)
                .set(1_000_000_000L, 1_250_000_000L, 90.5f, true, 0.36f, 171.5f, true)
                .asymmetry(-3.5f);
        Stance stance = new Stance(Foot.LEFT).set(other);

        assertThat(stance.foot()).isEqualTo(Foot.LEFT);
        assertThat(stance.contactNs()).isEqualTo(1_000_000_000L);
        assertThat(stance.terminalContactNs()).isEqualTo(1_250_000_000L);
        assertThat(stance.contactTimeMs()).isEqualTo(250);
        assertThat(stance.flightTimeMs()).isEqualTo(90.5f);
        assertThat(stance.flightTimeEstimated()).isTrue();
        assertThat(stance.dutyFactor()).isEqualTo(0.36f);
        assertThat(stance.cadenceSpm()).isEqualTo(171.5f);
        assertThat(stance.walking()).isTrue();
        assertThat(stance.asymmetryPercent()).isEqualTo(-3.5f);
    }

    @Test
    void aStanceSetAnewForgetsTheAsymmetry() {
        Stance stance = new Stance(Foot.LEFT).asymmetry(4).set(1, 2, 3, false, 0.3f, 160, false);

        assertThat(stance.asymmetryPercent()).isNaN();
        assertThat(stance.flightTimeEstimated()).isFalse();
        assertThat(stance.walking()).isFalse();
    }

    @Test
    void eachFootHasAnother() {
        assertThat(Foot.LEFT.other()).isEqualTo(Foot.RIGHT);
        assertThat(Foot.RIGHT.other()).isEqualTo(Foot.LEFT);
    }

    @Test
    void samplesFartherApartThanTwelveMillisecondsAreCoarse() {
        assertThat(Resolution.of(0.012)).isEqualTo(Resolution.FULL);
        assertThat(Resolution.of(0.0121)).isEqualTo(Resolution.COARSE);
    }
}

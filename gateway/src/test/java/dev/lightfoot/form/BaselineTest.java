package dev.lightfoot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BaselineTest {
    private final Baseline baseline = new Baseline(FormSettings.defaults(), SessionStart.first());

    @Test
    void untilItIsLearnedTheLimitsStand() {
        assertThat(baseline.strikeAngleDeg()).isEqualTo(8);
        assertThat(baseline.dutyFactor()).isEqualTo(0.39f);
        assertThat(baseline.cadenceSpm()).isEqualTo(162);
    }

    @Test
    void theFirstEightStrikesAreNotLearnedAndTheNextFiftySixAreAveraged() {
        learn(8, 30, 0.6f, 120);
        learn(28, 2, 0.34f, 170);
        learn(28, 4, 0.36f, 180);

        assertThat(baseline.strikeAngleDeg()).isCloseTo(3, within(1e-5f));
        assertThat(baseline.dutyFactor()).isCloseTo(0.35f, within(1e-5f));
        assertThat(baseline.cadenceSpm()).isCloseTo(175, within(1e-3f));
    }

    @Test
    void onceLearnedItIsFrozen() {
        learn(320, 2, 0.34f, 170);
        learn(500, 7, 0.38f, 190);

        assertThat(baseline.strikeAngleDeg()).isCloseTo(2, within(1e-5f));
        assertThat(baseline.cadenceSpm()).isCloseTo(170, within(1e-3f));
    }

    @Test
    void aJoggersOwnFormIsNoBaseline() {
        learn(64, 20, 0.46f, 140);

        assertThat(baseline.usable()).isTrue();
        assertThat(baseline.strikeAngleDeg()).isEqualTo(8);
        assertThat(baseline.dutyFactor()).isEqualTo(0.39f);
        assertThat(baseline.cadenceSpm()).isEqualTo(162);
    }

    @Test
    void strikesOfWhichSomethingIsNotKnownAreNotLearned() {
        learn(100, Float.NaN, 0.34f, 170);
        learn(100, 2, Float.NaN, 170);
        learn(100, 2, 0.34f, Float.NaN);

        assertThat(baseline.usable()).isFalse();
    }

    private void learn(int strikes, float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        for (int i = 0; i < strikes; i++) {
            baseline.learn(strikeAngleDeg, dutyFactor, cadenceSpm);
        }
    }
}

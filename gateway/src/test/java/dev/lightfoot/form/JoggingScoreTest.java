package dev.lightfoot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JoggingScoreTest {
    private final FormSettings settings = FormSettings.defaults();
    private final Baseline baseline = new Baseline(settings, SessionStart.first());
    private final JoggingScore score = new JoggingScore(settings, baseline);

    @Test
    void freshIsZeroAndAStepFromFreshInAllOfThemIsOne() {
        assertThat(score.of(8, 0.39f, 162)).isZero();
        assertThat(score.of(16, 0.44f, 148)).isCloseTo(1, within(1e-5f));
    }

    @Test
    void itIsTheGeometricMeanOfTheAnglesSlideAndTheGaits() {
        // angle 4 of 8 deg; duty factor 0.02 of 0.05 and cadence 7 of 14 spm: (0.4 + 0.5) / 2
        assertThat(score.of(12, 0.41f, 155)).isCloseTo((float) Math.sqrt(0.5 * 0.45), within(1e-4f));
    }

    @Test
    void withoutDutyFactorTheCadenceSpeaksForTheGaitAndTheOtherWayRound() {
        assertThat(score.of(16, Float.NaN, 155)).isCloseTo((float) Math.sqrt(0.5), within(1e-4f));
        assertThat(score.of(16, 0.41f, Float.NaN)).isCloseTo((float) Math.sqrt(0.4), within(1e-4f));
        assertThat(score.of(16, Float.NaN, Float.NaN)).isNaN();
        assertThat(score.of(Float.NaN, 0.44f, 148)).isNaN();
    }

    @Test
    void eachSlideCountsAtMostOneAndAHalf() {
        assertThat(score.of(60, 0.7f, 90)).isCloseTo(1.5f, within(1e-5f));
        assertThat(score.of(-20, 0.7f, 90)).isZero();
    }

    @Test
    void theRunnersOwnBaselineMovesTheZeroButNeverBeyondTheLimits() {
        for (int i = 0; i < 64; i++) {
            assertThat(baseline.usable()).isFalse();
            baseline.learn(2, 0.36f, 172);
        }
        assertThat(baseline.usable()).isTrue();
        assertThat(score.of(10, 0.41f, 158)).isCloseTo(1, within(1e-4f));
    }

    @Test
    void freshFormCountsAsAStepBetterThanTheLimitsAtMost() {
        for (int i = 0; i < 64; i++) {
            baseline.learn(-10, 0.28f, 190);
        }
        assertThat(score.of(0, 0.34f, 176)).isZero();
        assertThat(score.of(8, 0.39f, 162)).isCloseTo(1, within(1e-4f));
    }
}

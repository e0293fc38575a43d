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

    /** Two minutes at 156 strikes a minute after the eight. */
    @Test
    void itIsWholeAfterTwoMinutesAndOnlyThen() {
        for (int i = 1; i <= 330; i++) {
            assertThat(baseline.learn(2, 0.34f, 170)).as("strike %d", i).isEqualTo(i == 320);
        }
        assertThat(baseline.calibrated()).isFalse();
        assertForm(baseline.learned(), 2, 0.34f, 170);
    }

    @Test
    void aSessionThatGoesOnHasLearnedItsForm() {
        FreshForm learned = new FreshForm(1, 0.33f, 180);
        Baseline goesOn = new Baseline(
                FormSettings.defaults(), new SessionStart(3, null, new SessionStart.UnderWay(0, 0, learned)));

        assertThat(goesOn.usable()).isTrue();
        assertForm(goesOn, 1, 0.33f, 180);
        assertThat(goesOn.learn(7, 0.38f, 190)).isFalse();
        assertForm(goesOn, 1, 0.33f, 180);
    }

    @Test
    void theFormKeptForTheShoeStandsInAndIsNeverPassedByMoreThanAQuarterOfAStep() {
        FreshForm kept = new FreshForm(4, 0.36f, 172);
        Baseline shoes = new Baseline(FormSettings.defaults(), new SessionStart(3, kept, null));
        assertForm(shoes, 4, 0.36f, 172);
        for (int i = 0; i < 64; i++) {
            shoes.learn(5, 0.365f, 170);
        }
        assertForm(shoes, 5, 0.365f, 170);

        shoes.beginSession();
        assertForm(shoes, 4, 0.36f, 172);
        for (int i = 0; i < 64; i++) {
            shoes.learn(7, 0.38f, 166);
        }
        assertForm(shoes, 6, 0.3725f, 168.5f);
    }

    @Test
    void whatASessionLearnedWholeIsKeptForTheNextAndFollowedByAFifth() {
        learn(100, 2, 0.34f, 176);
        baseline.beginSession();
        assertThat(baseline.usable()).as("not whole: forgotten").isFalse();
        assertForm(baseline, 8, 0.39f, 162);

        learn(320, 2, 0.34f, 176);
        baseline.beginSession();
        assertForm(baseline, 2, 0.34f, 176);
        learn(320, 3, 0.345f, 175);
        baseline.beginSession();
        assertForm(baseline, 2.2f, 0.341f, 175.8f);
    }

    @Test
    void aCalibrationForgetsWhatWasKeptAndLearnsForAMinute() {
        Baseline shoes = new Baseline(FormSettings.defaults(), new SessionStart(3, new FreshForm(4, 0.36f, 172), null));
        for (int i = 0; i < 64; i++) {
            shoes.learn(5, 0.365f, 170);
        }
        shoes.calibrate();
        assertThat(shoes.calibrating()).isTrue();
        assertForm(shoes, 8, 0.39f, 162);
        for (int i = 1; i <= 160; i++) {
            assertThat(shoes.learn(7, 0.38f, 166)).as("strike %d", i).isEqualTo(i == 160);
        }

        assertThat(shoes.calibrating()).isFalse();
        assertThat(shoes.calibrated()).isTrue();
        assertForm(shoes, 7, 0.38f, 166);
        shoes.beginSession();
        assertThat(shoes.calibrated()).isFalse();
        assertForm(shoes, 7, 0.38f, 166);
    }

    private static void assertForm(Baseline of, float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        assertForm(
                new FreshForm(of.strikeAngleDeg(), of.dutyFactor(), of.cadenceSpm()),
                strikeAngleDeg,
                dutyFactor,
                cadenceSpm);
    }

    private static void assertForm(FreshForm form, float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        assertThat(form.strikeAngleDeg()).isCloseTo(strikeAngleDeg, within(1e-4f));
        assertThat(form.dutyFactor()).isCloseTo(dutyFactor, within(1e-5f));
        assertThat(form.cadenceSpm()).isCloseTo(cadenceSpm, within(1e-3f));
    }

    private void learn(int strikes, float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        for (int i = 0; i < strikes; i++) {
            baseline.learn(strikeAngleDeg, dutyFactor, cadenceSpm);
        }
    }
}

package dev.lightfoot.form;

import static dev.lightfoot.form.CueKind.NUDGE;
import static dev.lightfoot.form.CueKind.RESTORED;
import static dev.lightfoot.form.CueKind.STOP;
import static dev.lightfoot.form.CueKind.WARNING;
import static dev.lightfoot.form.FormState.DRIFTING;
import static dev.lightfoot.form.FormState.GOOD;
import static dev.lightfoot.form.FormState.JOGGING;
import static dev.lightfoot.form.FormState.STANDING;
import static dev.lightfoot.form.FormState.WALKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.gait.Foot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cue gap 6 s, stop after 30 s. */
class CuePolicyTest {
    private static final long NS_PER_S = 1_000_000_000L;

    private final List<String> said = new ArrayList<>();
    private float lastStrength;
    private final CuePolicy policy = new CuePolicy(FormSettings.defaults(), new FormListener() {
        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
            throw new AssertionError("the policy tells no form");
        }

        @Override
        public void cue(CueKind cue, Foot foot, long timeNs, float strength) {
            said.add(cue + " " + foot + " " + timeNs / NS_PER_S);
            lastStrength = strength;
        }
    });

    @Test
    void oneNudgeADriftHoweverLongItLasts() {
        judge(DRIFTING, 0.6f, 0, 1, 5, 6, 7, 60);

        assertThat(said).containsExactly(NUDGE + " LEFT 0");
    }

    @Test
    void aSecondDriftIsNudgedOnlyAfterTheGap() {
        judge(DRIFTING, 0.6f, 0);
        judge(GOOD, 0.1f, 1);
        judge(DRIFTING, 0.6f, 2, 5);
        judge(DRIFTING, 0.6f, 6);

        assertThat(said).containsExactly(NUDGE + " LEFT 0", RESTORED + " LEFT 1", NUDGE + " LEFT 6");
    }

    @Test
    void jogIsWarnedAtOnceAndAgainAfterEachGapUntilTheStop() {
        judge(JOGGING, 1, 0, 1, 5, 6, 11, 12, 29, 30, 31, 35, 36);

        assertThat(said)
                .containsExactly(
                        WARNING + " LEFT 0",
                        WARNING + " LEFT 6",
                        WARNING + " LEFT 12",
                        WARNING + " LEFT 29",
                        STOP + " LEFT 30",
                        WARNING + " LEFT 36");
    }

    @Test
    void theStopComesAgainWhileItLasts() {
        judge(JOGGING, 1, 0, 30, 59, 60);

        assertThat(said).contains(STOP + " LEFT 30", STOP + " LEFT 60").doesNotContain(STOP + " LEFT 59");
    }

    @Test
    void aDriftBetweenTwoJogsBeginsTheStopsTimeAnew() {
        judge(JOGGING, 1, 0, 20);
        judge(DRIFTING, 0.6f, 25);
        judge(JOGGING, 1, 26, 40, 55);

        assertThat(said).noneMatch(line -> line.startsWith("STOP"));
    }

    @Test
    void walkingAndStandingEndTheAccount() {
        for (FormState rest : List.of(WALKING, STANDING)) {
            said.clear();
            judge(JOGGING, 1, 100);
            judge(rest, Float.NaN, 101);
            judge(GOOD, 0.1f, 102);
            assertThat(said).noneMatch(line -> line.startsWith("RESTORED"));
        }
    }

    @Test
    void goodFormWithoutACueBeforeIsNotPraised() {
        judge(GOOD, 0.1f, 0, 10, 20);

        assertThat(said).isEmpty();
    }

    @Test
    void strengthGrowsWithTheScoreWithinItsBounds() {
        judge(JOGGING, 0.9f, 0);
        assertThat(lastStrength).isCloseTo(0.6f, within(1e-6f));
        judge(JOGGING, 3, 10);
        assertThat(lastStrength).isEqualTo(1);
        judge(JOGGING, 0.1f, 20);
        assertThat(lastStrength).isEqualTo(0.2f);
    }

    private void judge(FormState state, float score, long... seconds) {
        for (long second : seconds) {
            policy.judge(state, score, Foot.LEFT, second * NS_PER_S);
        }
    }
}

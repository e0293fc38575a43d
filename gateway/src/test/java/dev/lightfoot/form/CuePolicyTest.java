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

/** Warnings 6 s apart, nudges 30 s, stop after 30 s or at the fourth failure in five minutes, back after 4 s of good form. */
class CuePolicyTest {
    private static final long NS_PER_S = 1_000_000_000L;

    private final List<String> said = new ArrayList<>();
    private float lastStrength;
    private final FormListener listener = new FormListener() {
        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
            throw new AssertionError("the policy tells no form");
        }

        @Override
        public void cue(Cue cue) {
            said.add(cue.kind() + " " + cue.timeNs() / NS_PER_S + " " + cue.reason());
            lastStrength = cue.strength();
        }
    };
    private final CuePolicy policy = policy();

    private CuePolicy policy() {
        FormSettings settings = FormSettings.defaults();
        return new CuePolicy(
                settings.cues(),
                new Session(SessionStart.first(), NS_PER_S),
                new Baseline(settings, SessionStart.first()),
                new FollowUp(listener),
                listener);
    }

    @Test
    void oneNudgeADriftHoweverLongItLasts() {
        judge(DRIFTING, 0.6f, 0, 1, 5, 6, 31, 60);

        assertThat(said).containsExactly(NUDGE + " 0 DRIFT_BEGAN");
    }

    @Test
    void formIsRestoredOnceItHasBeenGoodForFourSeconds() {
        judge(DRIFTING, 0.6f, 0);
        judge(GOOD, 0.1f, 1, 3, 4);
        assertThat(said).containsExactly(NUDGE + " 0 DRIFT_BEGAN");
        judge(GOOD, 0.1f, 5, 6, 100);

        assertThat(said).containsExactly(NUDGE + " 0 DRIFT_BEGAN", RESTORED + " 5 GOOD_AGAIN");
    }

    @Test
    void aFormThatGoesBackAndForthIsOneDrift() {
        for (int second = 0; second < 60; second += 6) {
            judge(DRIFTING, 0.55f, second, second + 1, second + 2);
            judge(GOOD, 0.3f, second + 3, second + 4, second + 5);
        }

        assertThat(said).containsExactly(NUDGE + " 0 DRIFT_BEGAN");
    }

    @Test
    void aSecondDriftIsNudgedOnlyAfterHalfAMinute() {
        judge(DRIFTING, 0.6f, 0);
        judge(GOOD, 0.1f, 1, 5);
        judge(DRIFTING, 0.6f, 10, 29);
        judge(DRIFTING, 0.6f, 30);

        assertThat(said)
                .containsExactly(NUDGE + " 0 DRIFT_BEGAN", RESTORED + " 5 GOOD_AGAIN", NUDGE + " 30 DRIFT_BEGAN");
    }

    @Test
    void jogIsWarnedAtOnceAndAgainAfterEachGapUntilTheStop() {
        judge(JOGGING, 1, 0, 1, 5, 6, 11, 12, 29, 30, 31, 36, 59);

        assertThat(said)
                .containsExactly(
                        WARNING + " 0 JOGGING_BEGAN",
                        WARNING + " 6 JOGGING_GOES_ON",
                        WARNING + " 12 JOGGING_GOES_ON",
                        WARNING + " 29 JOGGING_GOES_ON",
                        STOP + " 30 NOT_COME_BACK");
    }

    @Test
    void theStopComesAgainEverMoreRarely() {
        for (int second = 0; second < 1200; second++) {
            judge(JOGGING, 1, second);
        }

        assertThat(said.stream().filter(line -> line.startsWith("STOP")))
                .extracting(line -> Integer.parseInt(line.substring(5, line.indexOf(" NOT"))))
                .containsExactly(30, 60, 120, 240, 480, 780, 1080);
    }

    @Test
    void aDriftBetweenTwoJogsIsNoComingBack() {
        judge(JOGGING, 1, 0, 20);
        judge(DRIFTING, 0.6f, 25);
        judge(JOGGING, 1, 26, 30);

        assertThat(said).last().isEqualTo(STOP + " 30 NOT_COME_BACK");
    }

    @Test
    void goodFormBetweenTwoJogsBeginsTheStopsTimeAnew() {
        judge(JOGGING, 1, 0, 20);
        judge(GOOD, 0.1f, 21, 25);
        judge(JOGGING, 1, 26, 40, 55);

        assertThat(said).noneMatch(line -> line.startsWith("STOP"));
    }

    @Test
    void formThatFailsEveryHundredAndOneSecondsIsWarnedAndNeverToldToStop() {
        for (int second = 1000; second < 2010; second += 101) {
            judge(JOGGING, 1, second);
            judge(GOOD, 0.1f, second + 1, second + 5);
        }

        assertThat(said).hasSize(20).noneMatch(line -> line.startsWith("STOP"));
    }

    @Test
    void formThatFailsForTheFourthTimeInFiveMinutesIsToldToStop() {
        for (int second = 0; second < 160; second += 40) {
            judge(JOGGING, 1, second);
            judge(GOOD, 0.1f, second + 1, second + 5);
        }

        assertThat(said.stream().filter(line -> !line.startsWith("RESTORED")))
                .containsExactly(
                        WARNING + " 0 JOGGING_BEGAN",
                        WARNING + " 40 JOGGING_BEGAN",
                        WARNING + " 80 JOGGING_BEGAN",
                        STOP + " 120 KEEPS_FAILING");
    }

    @Test
    void failuresFurtherApartAreEachWarnedOfOnly() {
        for (int second = 0; second < 1000; second += 101) {
            judge(JOGGING, 1, second);
            judge(GOOD, 0.1f, second + 1, second + 5);
        }

        assertThat(said).noneMatch(line -> line.startsWith("STOP"));
    }

    @Test
    void walkingAndStandingEndTheAccount() {
        for (FormState rest : List.of(WALKING, STANDING)) {
            said.clear();
            judge(JOGGING, 1, 100, 129);
            judge(rest, Float.NaN, 130);
            judge(GOOD, 0.1f, 132, 140);
            judge(JOGGING, 1, 141, 142);
            assertThat(said).noneMatch(line -> line.startsWith("RESTORED") || line.startsWith("STOP"));
        }
    }

    @Test
    void walkBreaksMakeNobodyAFailure() {
        for (int second = 0; second < 280; second += 40) {
            judge(JOGGING, 1, second);
            judge(WALKING, Float.NaN, second + 1);
        }

        assertThat(said).noneMatch(line -> line.startsWith("STOP"));
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

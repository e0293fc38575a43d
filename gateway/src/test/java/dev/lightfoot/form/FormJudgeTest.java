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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormJudgeTest {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final CueSettings CUES = CueSettings.defaults();

    private final Runner runner = new Runner();

    @Test
    void aGoodRunIsGoodAndGetsNoCue() {
        runner.stand(3).good(2000);

        assertThat(runner.states).containsExactly(STANDING, GOOD);
        assertThat(runner.cues).isEmpty();
        assertThat(runner.lastGait).isEqualTo(GaitKind.RUNNING);
    }

    @Test
    void aSuddenJogIsFoundWithinEightStrikesAndWarned() {
        runner.good(100);
        long onsetNs = runner.nowNs();

        runner.jog(8);

        assertThat(runner.judge.state()).isEqualTo(JOGGING);
        assertThat(runner.lastGait).isEqualTo(GaitKind.JOGGING);
        assertThat(runner.cueKinds()).contains(WARNING);
        assertThat(runner.cues.getLast().timeNs()).isBetween(onsetNs, runner.nowNs());
    }

    @Test
    void aSlideIsNudgedThenWarnedThenRestored() {
        runner.good(100).run(12, 11, 0.41f, 158).jog(20).good(20);

        assertThat(runner.states).containsExactly(STANDING, GOOD, DRIFTING, JOGGING, DRIFTING, GOOD);
        assertThat(runner.cueKinds()).startsWith(NUDGE, WARNING).endsWith(RESTORED);
    }

    @Test
    void theRearfootShareIsToldUntilItRestsThoughTheScoreRestsBefore() {
        runner.good(100).jog(20);
        assertThat(runner.told.getLast().rearfootShare()).isBetween(0.9f, 1f);

        runner.good(40);
        assertThat(runner.told.getLast().rearfootShare()).isBetween(0f, 0.1f);
    }

    @Test
    void oneBadStepIsNoDrift() {
        runner.good(100).jog(1).good(20);

        assertThat(runner.states).containsExactly(STANDING, GOOD);
        assertThat(runner.cues).isEmpty();
    }

    @Test
    void aHeelStrikeInAQuickLightGaitIsNoJogging() {
        runner.run(500, 14, 0.36f, 175);

        assertThat(runner.states).containsExactly(STANDING, GOOD);
        assertThat(runner.cues).isEmpty();
    }

    @Test
    void aSlowCadenceOnAFlatFootIsNoJogging() {
        runner.run(500, 3, 0.44f, 150);

        assertThat(runner.states).containsExactly(STANDING, GOOD);
    }

    @Test
    void whereSamplesLieFarApartALongContactAloneIsNoJogging() {
        runner.coarse().good(100).run(500, 18, 0.46f, 172);
        assertThat(runner.states).containsExactly(STANDING, GOOD);

        runner.jog(8);
        assertThat(runner.judge.state()).isEqualTo(JOGGING);
    }

    @Test
    void whereSamplesLieFarApartTheCadenceTellsAWalkFromARun() {
        runner.coarse().run(20, 18, 0.42f, 138);
        assertThat(runner.states).containsExactly(STANDING, WALKING);

        runner.run(20, 3, 0.42f, 142);
        assertThat(runner.states).containsExactly(STANDING, WALKING, GOOD);

        runner.stancesOfAWalk(20, 18, 142);
        assertThat(runner.judge.state()).isEqualTo(WALKING);

        runner.stancesOfAWalk(20, 18, 146);
        assertThat(runner.judge.state()).isEqualTo(JOGGING);
    }

    @Test
    void walkingIsNeverCued() {
        runner.walk(50).good(100).walk(500).stand(10).walk(50);

        assertThat(runner.states).containsExactly(STANDING, WALKING, GOOD, WALKING, STANDING, WALKING);
        assertThat(runner.cues).isEmpty();
        assertThat(runner.lastGait).isEqualTo(GaitKind.WALKING);
    }

    @Test
    void walkingAfterAJogOwesNoRestored() {
        runner.good(100).jog(10).walk(20).good(20);

        assertThat(runner.cueKinds()).contains(WARNING).doesNotContain(RESTORED);
    }

    @Test
    void aJogThatLastsIsToldToStop() {
        runner.good(100).jog(100);

        assertThat(runner.cueKinds()).contains(STOP);
        float stopAfterS = CueSettings.defaults().stopAfterS();
        long firstWarningNs = runner.cues.stream()
                .filter(said -> said.cue() == WARNING)
                .findFirst()
                .orElseThrow()
                .timeNs();
        long stopNs = runner.cues.stream()
                .filter(said -> said.cue() == STOP)
                .findFirst()
                .orElseThrow()
                .timeNs();
        assertThat(stopNs - firstWarningNs)
                .isBetween((long) (stopAfterS * NS_PER_S), (long) ((stopAfterS + 1) * NS_PER_S));
    }

    @Test
    void warningsKeepTheirDistance() {
        runner.good(100).jog(70);

        long gapNs = (long) (CueSettings.defaults().cueGapS() * NS_PER_S);
        var warnings =
                runner.cues.stream().filter(said -> said.cue() == WARNING).toList();
        assertThat(warnings).hasSizeGreaterThan(2);
        for (int i = 1; i < warnings.size(); i++) {
            assertThat(warnings.get(i).timeNs() - warnings.get(i - 1).timeNs()).isGreaterThanOrEqualTo(gapNs);
        }
    }

    @Test
    void whoBeginsInAJogIsTold() {
        runner.jog(60);

        assertThat(runner.judge.state()).isEqualTo(JOGGING);
    }

    @Test
    void aRunnerWithABetterBaselineIsJudgedByIt() {
        FormSettings settings = FormSettings.defaults();
        Runner light = new Runner(settings).run(100, -5, 0.32f, 184).run(10, 7, 0.38f, 165);
        Runner other = new Runner(settings).run(100, 7, 0.38f, 165).run(10, 7, 0.38f, 165);

        assertThat(light.judge.state()).isNotEqualTo(GOOD);
        assertThat(other.judge.state()).isEqualTo(GOOD);
    }

    @Test
    void aSlowSlideIsNotLearnedAsFresh() {
        runner.good(80);
        for (int i = 0; i < 1000; i++) {
            float slid = i / 1000f;
            runner.run(1, 3 + 15 * slid, 0.36f + 0.10f * slid, 172 - 24 * slid);
        }

        assertThat(runner.judge.state()).isEqualTo(JOGGING);
    }

    @Test
    void strikesWithoutAnAngleAreNotJudged() {
        runner.good(100).run(50, Float.NaN, 0.46f, 148);

        assertThat(runner.judge.state()).isEqualTo(GOOD);
    }

    @Test
    void aFormIsToldWhenItsScoreOrItsRearfootShareHasMovedByATenth() {
        runner.good(100);
        int toldGood = runner.told.size();

        runner.good(200);
        assertThat(runner.told).hasSize(toldGood);

        runner.run(20, 11, 0.41f, 158);
        List<Runner.Told> drift = runner.told.subList(toldGood, runner.told.size());
        assertThat(drift).hasSizeGreaterThan(3);
        for (int i = 1; i < drift.size(); i++) {
            float scoreStep =
                    Math.abs(drift.get(i).joggingScore() - drift.get(i - 1).joggingScore());
            float shareStep =
                    Math.abs(drift.get(i).rearfootShare() - drift.get(i - 1).rearfootShare());
            assertThat(Math.max(scoreStep, shareStep)).isGreaterThanOrEqualTo(0.0999f);
        }
    }

    @Test
    void standingIsToldOnceAndOnlyAfterTwoAndAHalfSeconds() {
        runner.good(10).stand(2);
        assertThat(runner.judge.state()).isEqualTo(GOOD);

        runner.stand(10);
        assertThat(runner.states).containsExactly(STANDING, GOOD, STANDING);
    }

    @Test
    void afterABreakTheScoreBeginsAnew() {
        runner.good(100).jog(20).stand(10).run(4, 18, 0.46f, 148);

        assertThat(runner.judge.state()).isEqualTo(GOOD);
        assertThat(runner.told.getLast().joggingScore()).isNaN();
    }

    @Test
    void stepsTooSlowForARunAreAWalkEvenWhenTheirContactWasMisjudged() {
        runner.walk(20).run(200, 20, 0.48f, 112);

        assertThat(runner.judge.state()).isEqualTo(WALKING);
        assertThat(runner.cues).isEmpty();
        assertThat(runner.lastGait).isEqualTo(GaitKind.WALKING);
    }

    @Test
    void aSlowRunThatFliesIsARun() {
        runner.flightTimeMs(60).good(100).run(20, 18, 0.46f, 120);

        assertThat(runner.judge.state()).isEqualTo(JOGGING);
    }

    @Test
    void aSlowRunFliesLongerTheSlowerItsSteps() {
        runner.flightTimeMs(45).good(100).run(20, 18, 0.46f, 125);
        assertThat(runner.judge.state()).isEqualTo(JOGGING);

        runner.run(20, 18, 0.46f, 120);
        assertThat(runner.judge.state()).isEqualTo(WALKING);
    }

    @Test
    void aSessionAfterARestLearnsItsOwnForm() {
        runner.good(400);
        assertThat(runner.learned).hasSize(1);
        runner.stand(900).run(400, 1, 0.35f, 178);

        assertThat(runner.learned).hasSize(2);
        assertThat(runner.learned.getLast().cadenceSpm())
                .isGreaterThan(runner.learned.getFirst().cadenceSpm());
    }

    @Test
    void oneWalkingStanceIsNoWalking() {
        runner.good(50).walk(1).good(1);
        assertThat(runner.judge.state()).isEqualTo(GOOD);

        runner.walk(2);
        assertThat(runner.judge.state()).isEqualTo(WALKING);
    }

    @Test
    void jogEndsLowerThanItBegins() {
        runner.good(100).jog(20);
        assertThat(runner.judge.state()).isEqualTo(JOGGING);

        // three quarters of a step from the runner's own form: below where jogging begins, above where it ends
        runner.run(20, 9, 0.3975f, 161.5f);
        assertThat(runner.judge.state()).isEqualTo(JOGGING);
        runner.run(20, 7, 0.385f, 165);
        assertThat(runner.judge.state()).isEqualTo(DRIFTING);
    }

    @Test
    void settingsThatContradictAreRefused() {
        assertThatThrownBy(() -> new FormSettings(8, 0, 0.39f, 0.05f, 162, 14, 0.5f, 0.85f, CUES))
                .hasMessage("strikeAngleStepDeg 0.0 must be above 0");
        assertThatThrownBy(() -> new FormSettings(8, 8, 0.39f, 0.05f, 162, 14, 0.9f, 0.85f, CUES))
                .hasMessageContaining("driftingScore 0.9 must be above 0.15 and below joggingScore 0.85");
        assertThatThrownBy(() -> new FormSettings(8, 8, 0.39f, -1, 162, 14, 0.5f, 0.85f, CUES))
                .hasMessageContaining("dutyFactorStep");
        assertThatThrownBy(() -> new FormSettings(8, 8, 0.39f, 0.05f, 162, 0, 0.5f, 0.85f, CUES))
                .hasMessageContaining("cadenceStepSpm");
        assertThatThrownBy(() -> cues(0, 30, 4, 1, 5, 600)).hasMessage("cueGapS 0.0 must be above 0");
        assertThatThrownBy(() -> cues(6, Float.NaN, 4, 1, 5, 600)).hasMessageContaining("stopAfterS");
        assertThatThrownBy(() -> cues(6, 30, 0, 1, 5, 600)).hasMessageContaining("stopAfterFailures");
        assertThatThrownBy(() -> cues(6, 30, 4, 0, 5, 600)).hasMessageContaining("bandScore");
        assertThatThrownBy(() -> cues(6, 30, 4, 1, 16, 600)).hasMessage("beatAbovePct 16.0 must be from 0 to 15");
        assertThatThrownBy(() -> cues(6, 30, 4, 1, 5, 0)).hasMessageContaining("sessionRestS");
        assertThatThrownBy(() -> new FormSettings(8, 8, 0.39f, 0.05f, 162, 14, 0.15f, 0.85f, CUES))
                .hasMessageContaining("driftingScore");
        assertThatThrownBy(() -> new FormSettings(8, 8, 0.39f, 0.05f, 162, 14, 0.85f, 0.85f, CUES))
                .hasMessageContaining("joggingScore");
    }

    private static CueSettings cues(
            float gapS, float stopAfterS, int failures, float bandScore, float beatAbovePct, float restS) {
        return new CueSettings(
                gapS, stopAfterS, failures, FeedbackSchedule.CONTINUOUS, bandScore, false, false, beatAbovePct, restS);
    }
}

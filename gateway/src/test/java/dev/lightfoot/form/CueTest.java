package dev.lightfoot.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.gait.Foot;
import org.junit.jupiter.api.Test;

/** What a cue tells of itself. */
class CueTest {
    @Test
    void aCopyTellsTheSame() {
        Cue cue = new Cue()
                .set(new Cue()
                        .decided(CueKind.STOP, CueReason.KEEPS_FAILING, Delivery.WITHHELD, Foot.RIGHT, 12_345, 0.7f)
                        .measured(1.5f, 18, 0.46f, 148));

        assertThat(cue.kind()).isEqualTo(CueKind.STOP);
        assertThat(cue.reason()).isEqualTo(CueReason.KEEPS_FAILING);
        assertThat(cue.delivery()).isEqualTo(Delivery.WITHHELD);
        assertThat(cue.foot()).isEqualTo(Foot.RIGHT);
        assertThat(cue.timeNs()).isEqualTo(12_345);
        assertThat(cue.strength()).isEqualTo(0.7f);
        assertThat(cue.joggingScore()).isEqualTo(1.5f);
        assertThat(cue.strikeAngleDeg()).isEqualTo(18);
        assertThat(cue.dutyFactor()).isEqualTo(0.46f);
        assertThat(cue.cadenceSpm()).isEqualTo(148);
    }

    @Test
    void itTellsWhatTheStrikeAndTheStanceBeforeItMeasured() {
        Runner runner = new Runner().good(100).jog(20);

        assertThat(runner.cueKinds()).last().isEqualTo(CueKind.WARNING);
        assertThat(runner.lastCue.strikeAngleDeg()).isEqualTo(18);
        assertThat(runner.lastCue.dutyFactor()).isEqualTo(0.46f);
        assertThat(runner.lastCue.cadenceSpm()).isEqualTo(148);
        assertThat(runner.lastCue.joggingScore()).isGreaterThan(1);
    }

    @Test
    void aScheduleThatIsOffFromNowOnLetsNoCueBeFelt() {
        Runner runner = new Runner().good(100);
        runner.judge.schedule(FeedbackSchedule.OFF);
        runner.jog(60);

        assertThat(runner.cues).isNotEmpty();
        assertThat(runner.felt()).isEmpty();
    }

    @Test
    void afterAWalkTheScoreBeginsAnew() {
        Runner runner = new Runner().good(100).jog(40).walk(6).good(10);

        assertThat(runner.states).last().isEqualTo(FormState.GOOD);
        assertThat(runner.told.getLast().joggingScore()).isLessThan(0.2f);
        assertThat(runner.told.getLast().rearfootShare()).isZero();
    }
}

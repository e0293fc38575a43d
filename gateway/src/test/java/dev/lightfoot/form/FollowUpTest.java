package dev.lightfoot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.gait.Foot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the strikes after a cue say of it: two of reaction, then twelve, or forty after a stop. */
class FollowUpTest implements FormListener {
    private final List<CueAnswer> answers = new ArrayList<>();
    private final FollowUp followUp = new FollowUp(this);
    private long nowNs = 1_000;

    private long cue(CueKind kind, Delivery delivery, float score) {
        followUp.watch(new Cue()
                .decided(kind, CueReason.DRIFT_BEGAN, delivery, Foot.RIGHT, nowNs, 0.5f)
                .measured(score, 1, 0.3f, 170));
        return nowNs;
    }

    private void strikes(int count, float score) {
        for (int i = 0; i < count; i++) {
            followUp.strike(score, ++nowNs);
        }
    }

    private void assertAnswer(CueKind kind, CueResponse response, long cueNs, float before, float after, int strikes) {
        assertThat(answers).hasSize(1);
        CueAnswer answer = answers.getFirst();
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.response()).isEqualTo(response);
        assertThat(answer.cueNs()).isEqualTo(cueNs);
        assertThat(answer.timeNs()).isEqualTo(nowNs);
        assertThat(answer.scoreBefore()).isEqualTo(before);
        if (Float.isNaN(after)) {
            assertThat(answer.scoreAfter()).isNaN();
        } else {
            assertThat(answer.scoreAfter()).isCloseTo(after, within(1e-5f));
        }
        assertThat(answer.strikes()).isEqualTo(strikes);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.5, IMPROVED", "1.0, 0.95, UNCHANGED", "1.0, 1.05, UNCHANGED", "0.5, 1.0, WORSENED"})
    void theMeanOfTwelveStrikesAfterTheReactionIsItsAnswer(float before, float after, CueResponse response) {
        long cueNs = cue(CueKind.NUDGE, Delivery.PLAYED, before);
        followUp.strike(99, cueNs);
        strikes(2, 99);
        strikes(6, after - 0.02f);
        strikes(5, after + 0.02f);
        assertThat(answers).isEmpty();
        strikes(1, after + 0.02f);

        assertAnswer(CueKind.NUDGE, response, cueNs, before, after, 12);
        strikes(100, 0);
        followUp.walked(nowNs);
        assertThat(answers).as("answered once").hasSize(1);
    }

    @Test
    void afterAStopFortyStrikesAreWaitedFor() {
        long cueNs = cue(CueKind.STOP, Delivery.PLAYED, 1.5f);
        strikes(41, 1.5f);
        assertThat(answers).isEmpty();
        strikes(1, 1.5f);
        assertAnswer(CueKind.STOP, CueResponse.UNCHANGED, cueNs, 1.5f, 1.5f, 40);
    }

    @Test
    void theNextCueEndsTheWatch() {
        long cueNs = cue(CueKind.NUDGE, Delivery.PLAYED, 1);
        strikes(7, 0.2f);
        cue(CueKind.WARNING, Delivery.PLAYED, 1.2f);
        assertAnswer(CueKind.NUDGE, CueResponse.IMPROVED, cueNs, 1, 0.2f, 5);

        answers.clear();
        strikes(2, 0.2f);
        cue(CueKind.WARNING, Delivery.PLAYED, 1.2f);
        assertThat(answers).as("nothing but the reaction was seen").isEmpty();
        strikes(13, 1.2f);
        assertThat(answers).isEmpty();
        strikes(1, 1.2f);
        assertThat(answers).hasSize(1);
    }

    @Test
    void whoWalksHasAnswered() {
        long cueNs = cue(CueKind.STOP, Delivery.PLAYED, 1);
        strikes(1, 1);
        followUp.walked(++nowNs);
        assertAnswer(CueKind.STOP, CueResponse.WALKED, cueNs, 1, Float.NaN, 0);

        answers.clear();
        cueNs = cue(CueKind.STOP, Delivery.PLAYED, 1);
        strikes(3, 1);
        followUp.walked(++nowNs);
        assertAnswer(CueKind.STOP, CueResponse.WALKED, cueNs, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Delivery.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAYED"})
    void whatWasNotFeltHasNoAnswer(Delivery delivery) {
        cue(CueKind.NUDGE, delivery, 1);
        strikes(60, 0);
        assertThat(answers).isEmpty();
    }

    @Test
    void praiseHasNoAnswer() {
        cue(CueKind.RESTORED, Delivery.PLAYED, 0);
        strikes(60, 0);
        assertThat(answers).isEmpty();
    }

    @Override
    public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        throw new AssertionError("a follow-up tells no form");
    }

    @Override
    public void cue(Cue cue) {
        throw new AssertionError("a follow-up tells no cue");
    }

    @Override
    public void answered(CueAnswer answer) {
        answers.add(new CueAnswer().set(answer));
    }
}

package dev.lightfoot.form;

import static dev.lightfoot.form.CueKind.NUDGE;
import static dev.lightfoot.form.CueKind.RESTORED;
import static dev.lightfoot.form.CueKind.STOP;
import static dev.lightfoot.form.CueKind.WARNING;
import static dev.lightfoot.form.FormState.GOOD;
import static dev.lightfoot.form.FormState.WALKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a runner feels in the course of a run, step by step: 172 steps a minute of good form, 148 of jogging. */
class CoachScenariosTest {
    private static final int A_MINUTE_OF_STEPS = 172;

    private final Runner runner = new Runner();

    /** An hour of good form with its natural spread: nothing is felt. */
    @Test
    void aGoodHour() {
        for (int step = 0; step < 60 * A_MINUTE_OF_STEPS; step++) {
            float wave = (float) Math.sin(step / 7.0);
            runner.run(1, 4 + 4 * wave, 0.365f + 0.012f * wave, 171 - 4 * wave);
        }

        assertThat(runner.cues).isEmpty();
        assertThat(runner.states).containsExactly(FormState.STANDING, GOOD);
    }

    /** Four walk breaks of a minute in good running: nothing is felt, during the walks or after them. */
    @Test
    void walkBreaks() {
        for (int lap = 0; lap < 4; lap++) {
            runner.good(5 * A_MINUTE_OF_STEPS).walk(110).stand(5);
        }

        assertThat(runner.cues).isEmpty();
    }

    /** Form slides over ten minutes: a nudge at first, then warnings, and the stop once it has been away for 30 s. */
    @Test
    void aSlowSlide() {
        runner.good(3 * A_MINUTE_OF_STEPS);
        slide(1600).jog(150);

        assertThat(runner.cueKinds()).startsWith(NUDGE, WARNING).contains(STOP).doesNotContain(RESTORED);
        assertThat(runner.cues.stream().filter(said -> said.cue() == NUDGE)).hasSize(1);
    }

    /** Form breaks from one stride to the next: warned within eight steps, without a nudge's detour of many seconds. */
    @Test
    void aSuddenSlide() {
        runner.good(2 * A_MINUTE_OF_STEPS);
        long onsetNs = runner.nowNs();
        runner.jog(8);

        assertThat(runner.felt()).endsWith(WARNING);
        assertThat(runner.cues.getLast().timeNs() - onsetNs).isLessThan(3_500_000_000L);
    }

    /** One heel-first step, or two in a row, however bad: nothing is felt. */
    @Test
    void oneBadStep() {
        runner.good(2 * A_MINUTE_OF_STEPS)
                .run(1, 35, 0.55f, 130)
                .good(30)
                .run(2, 35, 0.55f, 130)
                .good(100);

        assertThat(runner.cues).isEmpty();
    }

    /** Near the border of a drift one stray step would lift the mean of six over it: still nothing is felt. */
    @Test
    void oneBadStepInFormThatIsNotTheBest() {
        runner.good(400).run(60, 5.5f, 0.38f, 167).run(1, 35, 0.55f, 130).run(60, 5.5f, 0.38f, 167);

        assertThat(runner.cues).isEmpty();
    }

    /** Downhill the heel comes first, but quick and light: nothing is felt. */
    @Test
    void aDownhillStretch() {
        runner.good(3 * A_MINUTE_OF_STEPS)
                .run(2 * A_MINUTE_OF_STEPS, 14, 0.33f, 178)
                .good(A_MINUTE_OF_STEPS);

        assertThat(runner.cues).isEmpty();
    }

    /** Tired at the end: nudged, warned, told to stop; who then walks is left in peace and has answered the stop. */
    @Test
    void aTiredEndWithStop() {
        runner.good(10 * A_MINUTE_OF_STEPS);
        slide(60);
        while (!runner.cueKinds().contains(STOP)) {
            runner.jog(1);
        }
        runner.jog(20).walk(100).stand(10);

        assertThat(runner.felt()).startsWith(NUDGE, WARNING).endsWith(STOP);
        assertThat(runner.answers).endsWith("STOP WALKED");
    }

    /** A nudge that is answered: restored is felt, and the answer is kept. */
    @Test
    void recoveryAfterANudge() {
        runner.good(3 * A_MINUTE_OF_STEPS).run(10, 8.5f, 0.392f, 163).good(60);

        assertThat(runner.felt()).containsExactly(NUDGE, RESTORED);
        assertThat(runner.answers).containsExactly("NUDGE IMPROVED");
    }

    /** A warning that is not heeded is answered as unchanged. */
    @Test
    void aWarningThatDoesNotHelp() {
        runner.good(3 * A_MINUTE_OF_STEPS).jog(60);

        assertThat(runner.answers).contains("WARNING UNCHANGED").doesNotContain("WARNING IMPROVED");
    }

    /** One pod is lost in mid-run: the other foot alone is still judged, and cued. */
    @Test
    void onePodLost() {
        runner.good(3 * A_MINUTE_OF_STEPS).lost(1, true).good(200);
        assertThat(runner.cues).isEmpty();

        runner.jog(40);
        assertThat(runner.felt()).contains(WARNING);
    }

    /** Both pods are lost while jogging and found again a minute later: no cue meanwhile, and no account is carried over. */
    @Test
    void bothPodsLost() {
        runner.good(3 * A_MINUTE_OF_STEPS).jog(20).lost(0, true).lost(1, true);
        int before = runner.cues.size();
        runner.jog(148);
        assertThat(runner.cues).hasSize(before);

        runner.lost(0, false).lost(1, false).good(60);
        assertThat(runner.cues).hasSize(before);
        assertThat(runner.judge.state()).isEqualTo(GOOD);
    }

    /** Muted, everything is decided and kept, nothing is felt; unmuted, it is felt again. */
    @Test
    void mute() {
        runner.judge.mute(true);
        runner.good(3 * A_MINUTE_OF_STEPS).jog(60);
        assertThat(runner.cueKinds()).contains(WARNING);
        assertThat(runner.cues).allMatch(said -> said.delivery() == Delivery.MUTED);

        runner.judge.mute(false);
        runner.jog(30);
        assertThat(runner.felt()).isNotEmpty();
    }

    /** The gateway restarts in mid-run: the form learned before stands, and the jog that goes on is warned of. */
    @Test
    void restartInMidRun() {
        runner.run(400, -4, 0.33f, 182);
        FreshForm learned = runner.learned.getFirst();
        SessionStart.UnderWay underWay = new SessionStart.UnderWay(-300_000_000_000L, -5_000_000_000L, learned);

        Runner restarted = new Runner(FormSettings.defaults(), new SessionStart(3, null, underWay));
        restarted.run(20, 7, 0.385f, 165);

        assertThat(restarted.felt()).isNotEmpty();
        assertThat(restarted.learned).isEmpty();
        Runner other = new Runner().run(20, 7, 0.385f, 165);
        assertThat(other.cues).isEmpty();
    }

    /** The faded schedule, jogging begun at seconds 30, 120 and 200: 100 % in sessions 1 and 4, then 60, then 20. */
    @Test
    void fadedScheduleAtSessions1And4And6And8() {
        assertThat(feltInSession(1)).containsExactly(true, true, true);
        assertThat(feltInSession(4)).containsExactly(true, true, true);
        assertThat(feltInSession(6)).containsExactly(true, true, false);
        assertThat(feltInSession(8)).containsExactly(true, false, false);
        assertThat(feltInSession(9)).containsExactly(false, false, false);
    }

    private static List<Boolean> feltInSession(int number) {
        FormSettings faded = FormSettings.defaults().cued(CueSettings.defaults().scheduled(FeedbackSchedule.FADED));
        Runner runner = new Runner(faded, new SessionStart(number - 1, null, null));
        return java.util.stream.LongStream.of(30, 120, 200)
                .mapToObj(second -> {
                    runner.goodUntil(second);
                    int before = runner.felt().size();
                    int decided = runner.cues.size();
                    runner.jog(12);
                    assertThat(runner.cues).hasSizeGreaterThan(decided);
                    return runner.felt().size() > before;
                })
                .toList();
    }

    /** The advice to walk or stop is never faded. */
    @Test
    void aStopIsFeltInEverySession() {
        FormSettings faded = FormSettings.defaults().cued(CueSettings.defaults().scheduled(FeedbackSchedule.FADED));
        Runner late =
                new Runner(faded, new SessionStart(30, null, null)).good(200).jog(120);

        assertThat(late.felt()).containsExactly(STOP);
    }

    /** Bandwidth: a drift is left alone, a jog within the band too; beyond it is warned of. */
    @Test
    void bandwidth() {
        FormSettings banded =
                FormSettings.defaults().cued(CueSettings.defaults().scheduled(FeedbackSchedule.BANDWIDTH));
        Runner runner = new Runner(banded).good(400).run(12, 8, 0.39f, 163.5f).run(16, 12.4f, 0.419f, 155.5f);
        assertThat(runner.cueKinds()).contains(NUDGE, WARNING);
        assertThat(runner.felt()).isEmpty();

        assertThat(runner.run(40, 20, 0.46f, 146).felt()).contains(WARNING);
    }

    /** Off: everything is decided and kept, nothing is felt. */
    @Test
    void off() {
        FormSettings off = FormSettings.defaults().cued(CueSettings.defaults().scheduled(FeedbackSchedule.OFF));
        Runner runner = new Runner(off).good(200).jog(120);

        assertThat(runner.cueKinds()).contains(WARNING, STOP);
        assertThat(runner.felt()).isEmpty();
        assertThat(runner.answers).isEmpty();
    }

    /** The beat: 5 % above the fresh cadence, with each running strike, silent while walking, standing and muted. */
    @Test
    void cadenceBeat() {
        runner.judge.beat(true);
        runner.good(400);
        assertThat(runner.beats).hasSizeGreaterThan(390);
        assertThat(runner.beats.getLast()).isBetween(180.5f, 180.7f);

        runner.beats.clear();
        runner.walk(2);
        runner.beats.clear();
        runner.walk(20).stand(10);
        assertThat(runner.beats).isEmpty();

        runner.judge.mute(true);
        runner.good(20);
        assertThat(runner.beats).isEmpty();
    }

    /** A calibration run: nothing is felt for a minute, then form is known, and kept as calibrated. */
    @Test
    void calibration() {
        runner.good(20);
        runner.judge.calibrate();
        runner.run(170, 1, 0.35f, 178);

        assertThat(runner.learned).hasSize(1);
        assertThat(runner.learned.getFirst().cadenceSpm()).isBetween(177.5f, 178.1f);
    }

    private Runner slide(int steps) {
        for (int i = 0; i < steps; i++) {
            float slid = (float) i / steps;
            runner.run(1, 3 + 15 * slid, 0.36f + 0.10f * slid, 172 - 24 * slid);
        }
        assertThat(runner.judge.state()).isNotEqualTo(WALKING);
        return runner;
    }
}

package dev.lightfoot.loop;

import static dev.lightfoot.form.CueKind.NUDGE;
import static dev.lightfoot.form.CueKind.RESTORED;
import static dev.lightfoot.form.CueKind.STOP;
import static dev.lightfoot.form.CueKind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueSettings;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.SessionStart;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coach's scenarios from samples to cue: simulated feet through gait and form, three runners each. */
final class CoachOnSimulatedFeetTest {
    /** A third of the way from good to a jog. */
    private static final Technique DRIFTED = new Technique(2.4, 164, 0.39, 8);

    /** An hour of good form: no cue at all. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aGoodHour(long seed) {
        Scenario hour = new Scenario(
                "hour", "An hour of good form", List.of(Segment.stand(3), Segment.run(3600, Technique.GOOD)));
        assertThat(new CoachedFeet(hour, seed).toTheEnd().cues).isEmpty();
    }

    /** Good running with breaks for walking: no cue. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void walkBreaks(long seed) {
        assertThat(played("walk-breaks", seed).cues).isEmpty();
    }

    /** Form slides over ten minutes from second 123: a nudge before the first warning, both before it is jogging wholly. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSlowSlide(long seed) {
        CoachedFeet feet = played("slow-slide", seed);
        assertThat(feet.firstS(NUDGE)).isBetween(123.0, 723.0);
        assertThat(feet.firstS(WARNING)).isBetween(feet.firstS(NUDGE), 730.0);
    }

    /** Form breaks at second 63 and is good from 93: warned within eight seconds, restored afterwards. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSuddenSlide(long seed) {
        CoachedFeet feet = played("sudden-slide", seed);
        assertThat(feet.firstS(WARNING)).isBetween(63.0, 71.0);
        assertThat(feet.firstS(RESTORED)).isBetween(93.0, 110.0);
        assertThat(feet.felt()).endsWith(RESTORED);
    }

    /** One heel-first step: no cue. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneBadStep(long seed) {
        assertThat(played("one-bad-step", seed).cues).isEmpty();
    }

    /** Heel first downhill, quick and light: never a warning, never a stop. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDownhillStretch(long seed) {
        assertThat(played("downhill", seed).felt()).doesNotContain(WARNING, STOP);
    }

    /** Jogging from second 243 to the end at 363: warnings, then one stop or more, and no warning after the stop. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTiredEndWithStop(long seed) {
        CoachedFeet feet = played("tired-end", seed);
        assertThat(feet.firstS(STOP)).isBetween(210.0, 290.0).isGreaterThan(feet.firstS(WARNING));
        assertThat(feet.felt().subList(feet.felt().indexOf(STOP), feet.felt().size()))
                .containsOnly(STOP);
    }

    /** The right pod is lost before the form breaks: the left alone is warned of. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onePodLost(long seed) {
        CoachedFeet feet = new CoachedFeet(Scenarios.named("sudden-slide"), seed)
                .until(40)
                .lost(Foot.RIGHT)
                .until(63);
        assertThat(feet.cues).isEmpty();
        assertThat(feet.until(93).firstS(WARNING)).isBetween(63.0, 75.0);
    }

    /** Both pods are lost while jogging: not a cue until they are found again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothPodsLost(long seed) {
        CoachedFeet feet = new CoachedFeet(Scenarios.named("sudden-slide"), seed)
                .until(75)
                .lost(Foot.LEFT)
                .lost(Foot.RIGHT);
        int before = feet.cues.size();
        assertThat(feet.until(115).cues).hasSize(before).isNotEmpty();
        assertThat(feet.found(Foot.LEFT)
                        .found(Foot.RIGHT)
                        .toTheEnd()
                        .felt()
                        .subList(before, feet.felt().size()))
                .doesNotContain(WARNING, STOP);
    }

    /** Muted, the slide is decided and kept, and nothing of it is felt. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mute(long seed) {
        CoachedFeet feet = new CoachedFeet(Scenarios.named("sudden-slide"), seed);
        feet.judge.coach().mute(true);
        assertThat(feet.toTheEnd().cues).isNotEmpty().allMatch(said -> said.delivery() == Delivery.MUTED);
    }

    /** Form slides for a while and comes back by itself: a nudge, no warning, restored. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recoveryAfterANudge(long seed) {
        Scenario recovered = new Scenario(
                "recovered",
                "Form that drifts and comes back",
                List.of(
                        Segment.stand(3),
                        Segment.run(60, Technique.GOOD),
                        Segment.slide(10, Technique.GOOD, DRIFTED),
                        Segment.run(10, DRIFTED),
                        Segment.run(60, Technique.GOOD)));
        CoachedFeet feet = new CoachedFeet(recovered, seed).toTheEnd();
        assertThat(feet.felt()).containsExactly(NUDGE, RESTORED);
        assertThat(feet.firstS(NUDGE)).isBetween(63.0, 83.0);
        assertThat(feet.firstS(RESTORED)).isBetween(83.0, 100.0);
    }

    /** The faded schedule, jogging at 30, 120 and 200 s of running: all felt in sessions 1 and 4, then fewer, then none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fadedSchedule(long seed) {
        assertThat(feltInSession(1, seed)).containsExactly(true, true, true);
        assertThat(feltInSession(4, seed)).containsExactly(true, true, true);
        assertThat(feltInSession(6, seed)).containsExactly(true, true, false);
        assertThat(feltInSession(8, seed)).containsExactly(true, false, false);
        assertThat(feltInSession(9, seed)).containsExactly(false, false, false);
    }

    private static List<Boolean> feltInSession(int session, long seed) {
        FormSettings faded = FormSettings.defaults().cued(CueSettings.defaults().scheduled(FeedbackSchedule.FADED));
        Scenario thrice = new Scenario(
                "thrice",
                "Form that breaks three times",
                List.of(
                        Segment.stand(3),
                        Segment.run(30, Technique.GOOD),
                        Segment.jog(15),
                        Segment.run(75, Technique.GOOD),
                        Segment.jog(15),
                        Segment.run(65, Technique.GOOD),
                        Segment.jog(15),
                        Segment.run(10, Technique.GOOD)));
        CoachedFeet feet = new CoachedFeet(thrice, seed, faded, new SessionStart(session - 1, null, null));
        return DoubleStream.of(33, 123, 203)
                .mapToObj(second -> {
                    feet.until(second);
                    int felt = feet.felt().size();
                    int decided = feet.cues.size();
                    feet.until(second + 15);
                    assertThat(feet.cues)
                            .as("session %d at %.0f s", session, second)
                            .hasSizeGreaterThan(decided);
                    return feet.felt().size() > felt;
                })
                .toList();
    }

    private static CoachedFeet played(String scenario, long seed) {
        return new CoachedFeet(Scenarios.named(scenario), seed).toTheEnd();
    }
}

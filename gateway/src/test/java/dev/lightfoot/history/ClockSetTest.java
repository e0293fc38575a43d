package dev.lightfoot.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Pi without a clock of its own hears the time in the middle of a run. */
class ClockSetTest {
    private static final long SECOND_US = 1_000_000;
    private static final long STRIDE_US = 700_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {3_600, -7_200, 56L * 365 * 86_400, -10L * 365 * 86_400, 11 * 60})
    void aRunGoesOnAndItsTimesFollow(long setByS) throws Exception {
        long byUs = setByS * SECOND_US;
        try (History history = open(Stride.START_US)) {
            run(history, 0, 100, 0);
            history.clockSet(byUs);
            run(history, 100, 200, byUs);
            history.endRun();
        }

        try (HistoryReader reader = reader()) {
            assertThat(reader.runs(9)).hasSize(1);
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(run.startedUs()).isEqualTo(Stride.START_US + byUs);
            assertThat(run.strikes()).isEqualTo(200);
            assertThat(run.durationUs()).isBetween(199 * STRIDE_US, 200 * STRIDE_US);
            assertThat(reader.strikes(1))
                    .extracting(entry -> entry.event().contactUs())
                    .isSorted()
                    .first()
                    .isEqualTo(Stride.START_US + byUs);
            assertThat(reader.cues(1))
                    .extracting(entry -> entry.event().timeUs())
                    .containsExactly(at(50) + byUs, at(150) + byUs);
            assertThat(reader.formChanges(1).getFirst().event().timeUs()).isEqualTo(at(1) + byUs);
        }
    }

    @Test
    void earlierRunsStayWhereTheyWere() throws Exception {
        try (History history = open(Stride.START_US)) {
            run(history, 0, 20, 0);
        }
        long dayUs = 86_400 * SECOND_US;
        try (History history = open(Stride.START_US + dayUs)) {
            run(history, 0, 20, dayUs);
            history.clockSet(dayUs);
            run(history, 20, 40, 2 * dayUs);
        }

        try (HistoryReader reader = reader()) {
            assertThat(reader.runs(9))
                    .extracting(RunSummary::startedUs)
                    .containsExactly(Stride.START_US + 2 * dayUs, Stride.START_US);
            assertThat(reader.strikes(1).getFirst().event().contactUs()).isEqualTo(Stride.START_US);
        }
    }

    @Test
    void aRunThatARestartGoesOnWithMovesWhole() throws Exception {
        try (History history = open(Stride.START_US)) {
            run(history, 0, 20, 0);
        }
        long hourUs = 3_600 * SECOND_US;
        try (History history = open(at(25))) {
            history.clockSet(hourUs);
            run(history, 30, 40, hourUs);
        }

        try (HistoryReader reader = reader()) {
            assertThat(reader.runs(9)).hasSize(1);
            assertThat(reader.run(1).orElseThrow().startedUs()).isEqualTo(Stride.START_US + hourUs);
            assertThat(reader.run(1).orElseThrow().durationUs()).isLessThan(hourUs);
        }
    }

    @Test
    void theDiskMayRefuseJustThen() throws Exception {
        long hourUs = 3_600 * SECOND_US;
        try (History history = open(Stride.START_US)) {
            run(history, 0, 20, 0);
            history.limitPages(1);
            run(history, 20, 2_000, 0);
            assertThat(history.failedCommits()).isPositive();
            history.clockSet(hourUs);
            run(history, 2_000, 2_020, hourUs);
            history.limitPages(1_000_000);
            history.tick(at(2_021) + hourUs);
        }

        try (HistoryReader reader = reader()) {
            assertThat(reader.runs(9)).hasSize(1);
            assertThat(reader.strikes(1))
                    .hasSize(2_020)
                    .extracting(entry -> entry.event().contactUs())
                    .isSorted()
                    .startsWith(Stride.START_US + hourUs);
        }
    }

    /** Strikes and ticks, a form change at the second and a cue at each hundred and fiftieth, with times of a clock set so. */
    private static void run(History history, int from, int to, long setByUs) {
        for (int i = from; i < to; i++) {
            history.accept(Stride.strike(i * STRIDE_US, i % 2 == 0 ? Foot.LEFT : Foot.RIGHT, StrikePattern.MIDFOOT)
                    .setBy(setByUs));
            if (i == 1) {
                history.accept(Stride.form(i * STRIDE_US, FormState.GOOD).setBy(setByUs));
            }
            if (i % 100 == 50 && to <= 200) {
                history.accept(Stride.cue(i * STRIDE_US, CueKind.NUDGE).setBy(setByUs));
            }
            history.tick(at(i) + setByUs);
        }
    }

    private static long at(int stride) {
        return Stride.START_US + stride * STRIDE_US;
    }

    private History open(long nowUs) throws HistoryException {
        return History.open(new HistorySettings(folder.resolve("h.db"), Duration.ofMinutes(10), 10_000), nowUs);
    }

    private HistoryReader reader() throws HistoryException {
        return HistoryReader.open(folder.resolve("h.db"));
    }
}

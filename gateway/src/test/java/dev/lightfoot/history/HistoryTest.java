package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    private static final long SECOND_US = 1_000_000;
    private static final long MINUTE_US = 60 * SECOND_US;

    @TempDir
    Path folder;

    private History open(long nowUs) throws HistoryException {
        return History.open(new HistorySettings(folder.resolve("h.db"), Duration.ofMinutes(10), 100), nowUs);
    }

    private HistoryReader reader() throws HistoryException {
        return HistoryReader.open(folder.resolve("h.db"));
    }

    @Test
    void whatWasToldIsReadBackUnchanged() throws HistoryException {
        List<Event.Struck> strikes = List.of(
                Stride.strike(0, Foot.LEFT, StrikePattern.REARFOOT),
                Stride.strike(350_000, Foot.RIGHT, StrikePattern.MIDFOOT));
        Event.Stood stance = Stride.stance(0, Foot.LEFT);
        Event.Formed form = Stride.form(400_000, FormState.GOOD);
        Event.Cued cue = Stride.cue(500_000, CueKind.NUDGE);
        try (History history = open(START_US)) {
            strikes.forEach(history::accept);
            List.of(stance, form, cue).forEach(history::accept);
        }
        try (HistoryReader reader = reader()) {
            assertThat(reader.strikes(1)).extracting(Entry::event).containsExactlyElementsOf(strikes);
            assertThat(reader.stances(1)).extracting(Entry::event).containsExactly(stance);
            assertThat(reader.formChanges(1)).extracting(Entry::event).containsExactly(form);
            assertThat(reader.cues(1)).extracting(Entry::event).containsExactly(cue);
        }
    }

    @Test
    void theRunUnderWayIsToldFromItsFirstStrikeToItsEnd() throws HistoryException {
        try (History history = open(START_US)) {
            assertThat(history.openRun()).isNull();
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.REARFOOT));
            history.tick(START_US + SECOND_US);
            assertThat(history.openRun()).isEqualTo(1);
            history.tick(START_US + 11 * MINUTE_US);
            assertThat(history.openRun()).isNull();
        }
    }

    @Test
    void aSummaryAddsUpTheRun() throws HistoryException {
        try (History history = open(START_US)) {
            history.accept(Stride.form(-5 * SECOND_US, FormState.GOOD));
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.REARFOOT));
            history.accept(Stride.form(0, FormState.STANDING));
            history.accept(Stride.form(2 * SECOND_US, FormState.GOOD));
            history.accept(Stride.form(4 * SECOND_US, FormState.GOOD));
            history.accept(Stride.strike(5 * SECOND_US, Foot.RIGHT, StrikePattern.MIDFOOT));
            history.accept(Stride.stance(5 * SECOND_US, Foot.RIGHT));
            history.accept(Stride.form(9 * SECOND_US, FormState.JOGGING));
            history.accept(Stride.cue(9 * SECOND_US, CueKind.WARNING));
            history.accept(Stride.strike(10 * SECOND_US, Foot.LEFT, StrikePattern.REARFOOT));
            history.accept(Stride.form(20 * SECOND_US, FormState.STANDING));
            RunSummary open;
            try (HistoryReader reader = reader()) {
                history.tick(START_US + 21 * SECOND_US);
                open = reader.run(1).orElseThrow();
            }
            history.endRun();
            RunSummary ended;
            try (HistoryReader reader = reader()) {
                ended = reader.run(1).orElseThrow();
            }
            assertThat(open.endedUs()).isNull();
            assertThat(ended.endedUs()).isEqualTo(START_US + 10 * SECOND_US);
            for (RunSummary run : List.of(open, ended)) {
                assertThat(run.durationUs()).isEqualTo(10 * SECOND_US);
                assertThat(List.of(run.strikes(), run.leftStrikes(), run.rightStrikes()))
                        .containsExactly(3, 2, 1);
                assertThat(run.count(StrikePattern.REARFOOT)).isEqualTo(2);
                assertThat(run.count(StrikePattern.FOREFOOT)).isZero();
                assertThat(run.count(CueKind.WARNING)).isEqualTo(1);
                assertThat(run.timeUs(FormState.STANDING)).isEqualTo(2 * SECOND_US);
                assertThat(run.timeUs(FormState.GOOD)).isEqualTo(7 * SECOND_US);
                assertThat(run.timeUs(FormState.JOGGING)).isEqualTo(SECOND_US);
                assertThat(run.longestGoodUs()).isEqualTo(7 * SECOND_US);
                assertThat(run.meanCadenceSpm()).isEqualTo(172.5);
                assertThat(run.meanContactTimeMs()).isEqualTo(250.0);
            }
        }
    }

    @Test
    void aRunEndsAfterTheIdleTimeAndTheNextStrikeOpensAnother() throws HistoryException {
        try (History history = open(START_US)) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + 10 * MINUTE_US);
            assertThat(ends()).containsExactly(Optional.empty());
            history.tick(START_US + 10 * MINUTE_US + 2 * SECOND_US);
            assertThat(ends()).containsExactly(Optional.of(START_US));
            history.accept(Stride.strike(11 * MINUTE_US, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + 11 * MINUTE_US);
            assertThat(ends()).containsExactly(Optional.empty(), Optional.of(START_US));
        }
    }

    @Test
    void aRestartWithinTheIdleTimeContinuesTheRun() throws HistoryException {
        try (History history = open(START_US)) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
        }
        assertThat(ends()).containsExactly(Optional.of(START_US));
        try (History history = open(START_US + MINUTE_US)) {
            history.accept(Stride.strike(2 * MINUTE_US, Foot.RIGHT, StrikePattern.MIDFOOT));
            history.accept(Stride.cue(2 * MINUTE_US, CueKind.STOP));
            assertThat(ends()).containsExactly(Optional.empty());
        }
        assertThat(ends()).containsExactly(Optional.of(START_US + 2 * MINUTE_US));
        try (HistoryReader reader = reader()) {
            assertThat(reader.strikes(1)).hasSize(2);
            assertThat(reader.run(1).orElseThrow().strikes()).isEqualTo(2);
        }
    }

    @Test
    void idsRiseAndNeverComeBack() throws HistoryException {
        try (History history = open(START_US)) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
        }
        try (History history = open(START_US)) {
            history.accept(Stride.strike(20 * MINUTE_US, Foot.LEFT, StrikePattern.MIDFOOT));
        }
        try (HistoryReader reader = reader()) {
            assertThat(reader.strikes(1)).extracting(Entry::id).containsExactly(1L);
            assertThat(reader.strikes(2)).extracting(Entry::id).containsExactly(3L);
        }
    }

    @Test
    void aCommitHappensOnceASecondAndAtOnceWithACue() throws HistoryException {
        try (History history = open(START_US);
                HistoryReader reader = reader()) {
            history.tick(START_US);
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + 900_000);
            assertThat(reader.strikes(1)).isEmpty();
            history.tick(START_US + SECOND_US);
            assertThat(reader.strikes(1)).hasSize(1);
            history.accept(Stride.strike(1_200_000, Foot.RIGHT, StrikePattern.MIDFOOT));
            history.accept(Stride.cue(1_250_000, CueKind.NUDGE));
            assertThat(reader.strikes(1)).hasSize(2);
            assertThat(reader.cues(1)).hasSize(1);
        }
    }

    @Test
    void aFullDiskIsCountedAndWhatWaitedIsStoredAfterwards() throws Exception {
        try (History history = open(START_US);
                HistoryReader reader = reader()) {
            history.limitPages(1);
            long toldUs = 0;
            while (history.failedCommits() < 5) {
                toldUs += 350_000;
                history.accept(Stride.strike(toldUs, Foot.LEFT, StrikePattern.MIDFOOT));
                history.tick(START_US + toldUs);
            }
            List<Long> stored = contacts(reader);
            history.limitPages(1_000_000);
            history.tick(START_US + toldUs + SECOND_US);
            assertThat(history.droppedEvents()).isZero();
            assertThat(history.refusedEvents()).isZero();
            assertThat(contacts(reader)).hasSize((int) (toldUs / 350_000)).startsWith(stored.toArray(Long[]::new));
            assertThat(reader.strikes(1)).extracting(Entry::id).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void anEventTheSchemaRefusesIsCountedAndTheOthersAreStored() throws HistoryException {
        try (History history = open(START_US);
                HistoryReader reader = reader()) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
            history.accept(
                    new Event.Struck(Foot.LEFT, START_US + 1, START_US + 2, StrikePattern.MIDFOOT, Float.NaN, null));
            history.accept(Stride.strike(350_000, Foot.RIGHT, StrikePattern.MIDFOOT));
            history.tick(START_US + SECOND_US);
            assertThat(history.refusedEvents()).isEqualTo(1);
            assertThat(reader.strikes(1)).hasSize(2);
        }
    }

    @Test
    void whileTheDiskRefusesTheOldestEventsGoBeyondTheLimit() throws Exception {
        try (History history = open(START_US);
                HistoryReader reader = reader()) {
            history.tick(START_US);
            try (ForeignLock lock = new ForeignLock(folder.resolve("h.db"))) {
                lock.take();
                for (int i = 0; i < 120; i++) {
                    history.accept(Stride.strike(i * 10_000L, Foot.LEFT, StrikePattern.MIDFOOT));
                    history.tick(START_US + i * 10_000L);
                }
                history.accept(Stride.cue(1_300_000, CueKind.NUDGE));
                assertThat(history.failedCommits()).isEqualTo(1);
                assertThat(history.droppedEvents()).isEqualTo(21);
            }
            history.tick(START_US + 3 * SECOND_US);
            assertThat(contacts(reader)).hasSize(99).startsWith(START_US + 210_000);
            assertThat(reader.cues(1)).hasSize(1);
        }
    }

    private static List<Long> contacts(HistoryReader reader) throws HistoryException {
        return reader.strikes(1).stream()
                .map(entry -> entry.event().contactUs())
                .toList();
    }

    @Test
    void acknowledgedMessagesAreNotSentAgainAfterARestart() throws HistoryException {
        try (History history = open(START_US)) {
            Outbox outbox = history.outbox("mqtt");
            for (int i = 0; i < 5; i++) {
                history.accept(Stride.strike(i * 350_000L, Foot.LEFT, StrikePattern.MIDFOOT));
            }
            history.accept(Stride.cue(2 * SECOND_US, CueKind.NUDGE));
            List<OutboxMessage> strikes = outbox.after(OutboxStream.STRIKE, outbox.cursor(OutboxStream.STRIKE), 10);
            assertThat(strikes).extracting(OutboxMessage::id).containsExactly(1L, 2L, 3L, 4L, 5L);
            outbox.acknowledged(OutboxStream.STRIKE, 3);
        }
        try (History history = open(START_US)) {
            Outbox outbox = history.outbox("mqtt");
            assertThat(outbox.cursor(OutboxStream.STRIKE)).isEqualTo(3);
            assertThat(outbox.after(OutboxStream.STRIKE, 3, 1))
                    .extracting(OutboxMessage::id)
                    .containsExactly(4L);
            assertThat(outbox.after(OutboxStream.CUE, 0, 10))
                    .extracting(OutboxMessage::id)
                    .containsExactly(6L);
            assertThat(outbox.after(OutboxStream.RUN_SUMMARY, 0, 10))
                    .singleElement()
                    .isInstanceOf(OutboxMessage.Ended.class);
            assertThat(history.outbox("other").cursor(OutboxStream.STRIKE)).isZero();
        }
    }

    private List<Optional<Long>> ends() throws HistoryException {
        try (HistoryReader reader = reader()) {
            return reader.runs(10).stream()
                    .map(run -> Optional.ofNullable(run.endedUs()))
                    .toList();
        }
    }

    /** The write lock in a stranger's hand. */
    private static final class ForeignLock implements AutoCloseable {
        private final Connection connection;

        ForeignLock(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        }

        void take() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

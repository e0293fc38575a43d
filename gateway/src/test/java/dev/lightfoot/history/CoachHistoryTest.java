package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueReason;
import dev.lightfoot.form.CueResponse;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.FreshForm;
import dev.lightfoot.form.SessionStart;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history keeps of cues, sessions and fresh form. */
final class CoachHistoryTest {
    private static final long SECOND_US = 1_000_000;
    private static final long MINUTE_US = 60 * SECOND_US;

    @TempDir
    Path folder;

    private History open(long nowUs) throws HistoryException {
        return History.open(new HistorySettings(file(), Duration.ofMinutes(10), "blue", 10_000), nowUs);
    }

    private Path file() {
        return folder.resolve("h.db");
    }

    private HistoryReader reader() throws HistoryException {
        return HistoryReader.open(file());
    }

    private static Event.Cued cue(long afterUs, CueKind kind, Delivery delivery) {
        return new Event.Cued(
                START_US + afterUs,
                kind,
                Foot.RIGHT,
                0.75f,
                CueReason.JOGGING_BEGAN,
                delivery,
                1.25f,
                16.5f,
                null,
                148f,
                START_US + afterUs + 300,
                delivery == Delivery.PLAYED ? START_US + afterUs + 340 : null);
    }

    private static void strike(History history, long afterUs) {
        history.accept(Stride.strike(afterUs, Foot.LEFT, StrikePattern.MIDFOOT));
    }

    @Test
    void aCueIsKeptWithWhyAndWhatAndWhenAndItsAnswer() throws Exception {
        Event.Cued warning = cue(2 * SECOND_US, CueKind.WARNING, Delivery.PLAYED);
        Event.Cued withheld = cue(9 * SECOND_US, CueKind.WARNING, Delivery.WITHHELD);
        Event.Answered answer = new Event.Answered(
                START_US + 8 * SECOND_US,
                START_US + 2 * SECOND_US,
                CueKind.WARNING,
                CueResponse.IMPROVED,
                1.25f,
                0.5f,
                12);
        try (History history = open(START_US)) {
            strike(history, 0);
            history.accept(warning);
            history.accept(answer);
            history.accept(withheld);
            strike(history, 10 * SECOND_US);
        }
        try (HistoryReader reader = reader()) {
            assertThat(reader.cues(1)).extracting(Entry::event).containsExactly(warning, withheld);
            assertThat(reader.answers(1)).extracting(Entry::event).containsExactly(answer);
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(run.count(CueKind.WARNING)).isEqualTo(1);
            assertThat(run.withheldCues()).isEqualTo(1);
        }
        assertThat(shown(false).lines())
                .contains(
                        "  cues          nudge 0, warning 1, stop 0, restored 0; withheld 1",
                        "       0:02  warning   right  strength 0.75  jogging began  then improved",
                        "       0:09  warning   right  strength 0.75  jogging began  (withheld)");
        JsonNode json = new ObjectMapper().readTree(shown(true));
        assertThat(json.get("cue_answers").get(0).get("response").asText()).isEqualTo("improved");
        assertThat(json.get("cue_events").get(0).get("pin_us").asLong()).isEqualTo(warning.timeUs() + 340);
    }

    @Test
    void theSummaryTellsWhenFormBrokeDownAndCountsWalkBreaks() throws Exception {
        try (History history = open(START_US)) {
            history.accept(Stride.form(0, FormState.GOOD));
            strike(history, 0);
            history.accept(Stride.form(5 * MINUTE_US, FormState.JOGGING));
            history.accept(Stride.form(5 * MINUTE_US + 2 * SECOND_US, FormState.DRIFTING));
            history.accept(Stride.form(5 * MINUTE_US + 9 * SECOND_US, FormState.GOOD));
            strike(history, 9 * MINUTE_US);
            history.accept(Stride.form(10 * MINUTE_US, FormState.WALKING));
            history.accept(Stride.form(10 * MINUTE_US + 30 * SECOND_US, FormState.STANDING));
            history.accept(Stride.form(10 * MINUTE_US + 40 * SECOND_US, FormState.WALKING));
            history.accept(Stride.form(11 * MINUTE_US, FormState.GOOD));
            history.accept(Stride.form(12 * MINUTE_US, FormState.WALKING));
            history.accept(Stride.form(12 * MINUTE_US + 2 * SECOND_US, FormState.GOOD));
            strike(history, 17 * MINUTE_US);
            history.accept(Stride.form(23 * MINUTE_US, FormState.JOGGING));
            history.accept(Stride.form(23 * MINUTE_US + 6 * SECOND_US, FormState.WALKING));
            strike(history, 24 * MINUTE_US);
        }
        try (HistoryReader reader = reader()) {
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(run.brokeDownAfterUs()).isEqualTo(23 * MINUTE_US);
            assertThat(run.walkBreaks()).isEqualTo(1);
            assertThat(run.longestGoodUs()).isEqualTo(11 * MINUTE_US - 2 * SECOND_US);
        }
        assertThat(shown(false)).contains("endurance     form first broke down after 23:00; walk breaks 1");
        JsonNode json = new ObjectMapper().readTree(shown(true));
        assertThat(json.get("broke_down_after_s").asDouble()).isEqualTo(1380.0);
        assertThat(json.get("walk_breaks").asInt()).isEqualTo(1);
    }

    @Test
    void aRunBeginsWhenRunningBeginsWithTheStepsThatLedToIt() throws Exception {
        try (History history = open(START_US)) {
            history.accept(Stride.form(0, FormState.STANDING));
            history.accept(Stride.form(SECOND_US, FormState.WALKING));
            for (long second = 2; second < 120; second++) {
                strike(history, second * SECOND_US);
            }
            history.tick(START_US + 2 * MINUTE_US);
            assertThat(history.openRun()).isNull();
            history.accept(Stride.form(2 * MINUTE_US, FormState.GOOD));
            strike(history, 2 * MINUTE_US + 100_000);
            history.accept(Stride.form(3 * MINUTE_US, FormState.WALKING));
            strike(history, 3 * MINUTE_US);
            history.tick(START_US + 4 * MINUTE_US);
            assertThat(history.openRun()).isEqualTo(1);
        }
        try (HistoryReader reader = reader()) {
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(run.startedUs()).isEqualTo(START_US + 118 * SECOND_US);
            assertThat(run.strikes()).isEqualTo(4);
        }
    }

    @Test
    void aSessionStartKnowsSessionsAndTheShoesForm() throws Exception {
        for (int day = 0; day < 3; day++) {
            long dayUs = day * 24L * 60 * MINUTE_US;
            try (History history = open(START_US + dayUs)) {
                history.accept(Stride.form(dayUs, FormState.GOOD));
                strike(history, dayUs);
                history.accept(new Event.Learned(START_US + dayUs + MINUTE_US, 2 + day, 0.35f, 175, false));
                strike(history, dayUs + (day == 1 ? 4 : 6) * MINUTE_US);
            }
        }
        SessionStart known = sessionStart(4 * 24 * 60 * MINUTE_US, 1);
        assertThat(known.sessionsBefore()).isEqualTo(2);
        assertThat(known.underWay()).isNull();
        assertThat(kept(known).strikeAngleDeg()).isCloseTo(2.56f, within(0.001f));
        assertThat(sessionStart(4 * 24 * 60 * MINUTE_US, 2).sessionsBefore()).isEqualTo(1);
    }

    @Test
    void aRestartInMidRunGoesOnWithWhatWasLearnedInIt() throws Exception {
        try (History history = open(START_US)) {
            history.accept(Stride.form(0, FormState.GOOD));
            strike(history, 0);
            history.accept(new Event.Learned(START_US + MINUTE_US, -3, 0.33f, 181, false));
            strike(history, 10 * MINUTE_US);
            strike(history, 20 * MINUTE_US);
        }
        SessionStart known = sessionStart(21 * MINUTE_US, 1);
        SessionStart.UnderWay underWay = Objects.requireNonNull(known.underWay());
        assertThat(known.sessionsBefore()).isZero();
        assertThat(underWay.startedNs()).isEqualTo(-21 * MINUTE_US * 1_000);
        assertThat(underWay.lastStepNs()).isEqualTo(-MINUTE_US * 1_000);
        assertThat(underWay.learned()).isEqualTo(new FreshForm(-3, 0.33f, 181));
    }

    @Test
    void aCalibrationForgetsWhatWasKeptBefore() throws Exception {
        try (History history = open(START_US)) {
            history.accept(new Event.Learned(START_US, 2, 0.35f, 175, false));
            history.accept(new Event.Learned(START_US + 1, 5, 0.36f, 170, true));
        }
        assertThat(kept(sessionStart(0, 1))).isEqualTo(new FreshForm(5, 0.36f, 170));
    }

    @Test
    void aHistoryOfSchema1IsBroughtUpToDateWithItsRuns() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                InputStream script = Objects.requireNonNull(HistoryFile.class.getResourceAsStream("schema-1.sql"))) {
            statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.executeUpdate(
                    "INSERT INTO runs VALUES (1, 1, 4, " + START_US + ", " + (START_US + SECOND_US) + ")");
            statement.executeUpdate("INSERT INTO strikes VALUES (1, 0, " + START_US + ", 40000, 1, 900, NULL)");
            statement.executeUpdate("INSERT INTO cues VALUES (2, " + (START_US + SECOND_US) + ", 1, 0, 500)");
            statement.executeUpdate("INSERT INTO summaries VALUES (4, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0,"
                    + " 1000000, 0, 0, 1000000, NULL, NULL)");
            statement.executeUpdate("PRAGMA application_id = " + HistoryFile.APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = 1");
        }
        open(START_US + 60 * MINUTE_US).close();
        try (HistoryReader reader = reader()) {
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(run.count(CueKind.WARNING)).isEqualTo(1);
            assertThat(run.brokeDownAfterUs()).isNull();
            assertThat(reader.cues(1))
                    .extracting(Entry::event)
                    .containsExactly(new Event.Cued(START_US + SECOND_US, CueKind.WARNING, Foot.LEFT, 0.5f));
            assertThat(reader.answers(1)).isEmpty();
        }
    }

    private SessionStart sessionStart(long afterUs, int firstRunCounted) throws HistoryException {
        long nowUs = START_US + afterUs;
        try (History history = open(nowUs)) {
            return history.sessionStart(FormSettings.defaults(), firstRunCounted, nowUs, nowUs * 1_000);
        }
    }

    private static FreshForm kept(SessionStart known) {
        @Nullable FreshForm kept = known.kept();
        return Objects.requireNonNull(kept);
    }

    private String shown(boolean json) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        assertThat(new ShowCommand(file(), ZoneOffset.UTC).run(1, json, out, out))
                .isZero();
        return shown.toString(StandardCharsets.UTF_8);
    }
}

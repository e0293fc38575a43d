package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {
    private static final long SECOND_US = 1_000_000;
    private static final long DAY_US = 86_400 * SECOND_US;

    @TempDir
    Path folder;

    private History open(Retention retention, long nowUs) throws HistoryException {
        HistorySettings settings = new HistorySettings(file(), Duration.ofMinutes(10), "blue", retention, 100_000);
        return History.open(settings, START_US + nowUs);
    }

    private Path file() {
        return folder.resolve("h.db");
    }

    private void keepDays(int days, int strikes) throws HistoryException {
        for (int day = 0; day < days; day++) {
            try (History history = open(Retention.USUAL, day * DAY_US)) {
                history.accept(Stride.strike(day * DAY_US - 350_000L, Foot.RIGHT, StrikePattern.REARFOOT));
                history.accept(Stride.form(day * DAY_US, FormState.GOOD));
                for (int i = 0; i < strikes - 1; i++) {
                    long atUs = day * DAY_US + i * 350_000L;
                    history.accept(Stride.strike(atUs, Foot.LEFT, StrikePattern.REARFOOT));
                    history.accept(Stride.stance(atUs, Foot.LEFT));
                }
            }
        }
    }

    private void tidy(Retention retention, long nowUs, int seconds) throws HistoryException {
        try (History history = open(retention, nowUs)) {
            for (int second = 0; second < seconds; second++) {
                history.tick(START_US + nowUs + second * SECOND_US);
            }
        }
    }

    @Test
    void strikesBeyondTheDaysKeptGoAndWhatTheyCameToStays() throws HistoryException {
        keepDays(3, 3_000);
        tidy(new Retention(2, 1 << 30), 3 * DAY_US, 20);
        try (HistoryReader reader = HistoryReader.open(file())) {
            assertThat(reader.strikes(1)).isEmpty();
            assertThat(reader.stances(1)).isEmpty();
            assertThat(reader.formChanges(1)).hasSize(1);
            assertThat(reader.run(1).orElseThrow().strikes()).isEqualTo(3_000);
            assertThat(reader.strikes(2)).hasSize(3_000);
            assertThat(reader.strikes(3)).hasSize(3_000);
        }
    }

    @Test
    void beyondTheSizeLimitTheOldestStrikesGoButNeverThoseOfTheNewestRun() throws HistoryException {
        keepDays(4, 8_000);
        tidy(new Retention(0, 1 << 20), 4 * DAY_US, 100);
        try (HistoryReader reader = HistoryReader.open(file())) {
            assertThat(reader.strikes(1)).isEmpty();
            assertThat(reader.strikes(2)).isEmpty();
            assertThat(reader.strikes(4)).hasSize(8_000);
            assertThat(reader.runs(9)).extracting(RunSummary::strikes).containsExactly(8_000, 8_000, 8_000, 8_000);
        }
    }

    @Test
    void whatIsMissingIsMadeAndAnInterruptedDeletionGoesOn() throws Exception {
        keepDays(3, 3_000);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM summaries WHERE run_id = 1");
            statement.execute("DELETE FROM pictures");
            statement.execute("INSERT INTO deleted_runs SELECT id, first_id, end_id, 0 FROM runs WHERE id = 3");
            statement.execute("DELETE FROM runs WHERE id = 3");
        }
        tidy(Retention.USUAL, 3 * DAY_US, 20);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "SELECT count(*) FROM summaries")).isEqualTo(3);
            assertThat(number(statement, "SELECT count(*) FROM pictures")).isEqualTo(2);
            assertThat(number(statement, "SELECT count(*) FROM strikes")).isEqualTo(6_000);
            assertThat(number(statement, "SELECT count(*) FROM deleted_runs WHERE wiped = 0"))
                    .isZero();
        }
    }

    private static int number(Statement statement, String query) throws Exception {
        try (var row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : -1;
        }
    }
}

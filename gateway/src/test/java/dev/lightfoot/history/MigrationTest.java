package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("h.db");
    }

    /** A run of two strikes with a cue as that version kept it. */
    private void keepWithSchema(int version) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= version; i++) {
                try (InputStream script =
                        Objects.requireNonNull(HistoryFile.class.getResourceAsStream("schema-" + i + ".sql"))) {
                    statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            long endUs = START_US + 1_000_000;
            statement.executeUpdate("INSERT INTO runs VALUES (1, 1, 5, " + START_US + ", " + endUs + ")");
            statement.executeUpdate("INSERT INTO strikes VALUES (1, 0, " + START_US + ", 40000, 1, 900, NULL)");
            statement.executeUpdate("INSERT INTO strikes VALUES (2, 1, " + endUs + ", 40000, 0, 900, 1225)");
            statement.executeUpdate("INSERT INTO form_changes VALUES (3, " + START_US + ", 2, 10, NULL)");
            statement.executeUpdate("INSERT INTO cues (id, time_us, cue, foot, strength_permille) VALUES (4, " + endUs
                    + ", 1, 0, 500)");
            statement.executeUpdate(
                    "INSERT INTO summaries (id, run_id, strikes, rearfoot, midfoot, forefoot, left_foot,"
                            + " right_foot, nudges, warnings, stops, restored, standing_us, walking_us, good_us, drifting_us,"
                            + " jogging_us, longest_good_us) VALUES (5, 1, 2, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1000000, 0, 0,"
                            + " 1000000)");
            if (version >= 2) {
                statement.executeUpdate("INSERT INTO fresh_forms VALUES (" + endUs + ", 'blue', 1, 300, 330, 1700, 0)");
            }
            statement.executeUpdate("PRAGMA application_id = " + HistoryFile.APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + version);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anOlderHistoryIsBroughtUpToDateWithNothingLost(int version) throws Exception {
        keepWithSchema(version);

        History.open(HistorySettings.of(file()), START_US + 3_600_000_000L).close();

        try (Review review = Review.open(file())) {
            RunStory story = review.run(1).orElseThrow();
            assertThat(story.card().summary().strikes()).isEqualTo(2);
            assertThat(story.card().note().shoe()).isEqualTo(version == 1 ? null : "blue");
            assertThat(story.card().picture().slices().getLast().rearfootPercent())
                    .isEqualTo(100);
            assertThat(story.cues()).extracting(moment -> moment.cue().cue()).containsExactly(CueKind.WARNING);
            assertThat(review.series(1, 100).orElseThrow().right().getFirst().strikeAngleDeg())
                    .isEqualTo(12.25f);
        }
    }
}

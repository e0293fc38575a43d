package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.config.Config;
import dev.lightfoot.form.FeedbackSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page chose outlives the gateway and goes before the configuration. */
class ScheduleFileTest {
    @TempDir
    Path folder;

    private Config config;

    @BeforeEach
    void configure() throws Exception {
        config = Config.load(Files.writeString(
                folder.resolve("lightfoot.toml"),
                "[coach]\nschedule = \"bandwidth\"\n[history]\nfile = \"" + folder.resolve("history.db") + "\"\n"));
    }

    @Test
    void withoutAChoiceTheConfigurationIsFollowed() {
        ScheduleFile schedule = ScheduleFile.of(config);

        assertThat(schedule.schedule()).isEqualTo(FeedbackSchedule.BANDWIDTH);
        assertThat(schedule.over(config.form())).isEqualTo(config.form());
    }

    @ParameterizedTest
    @EnumSource(FeedbackSchedule.class)
    void aChoiceIsInForceAtOnceAndAfterAStart(FeedbackSchedule chosen) throws Exception {
        ScheduleFile first = ScheduleFile.of(config);
        first.keep(chosen);
        ScheduleFile afterAStart = ScheduleFile.of(config);

        assertThat(first.schedule()).isEqualTo(chosen);
        assertThat(afterAStart.schedule()).isEqualTo(chosen);
        assertThat(afterAStart.over(config.form()).cues().schedule()).isEqualTo(chosen);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lightfoot.toml", "schedule");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sometimes\n", "\0\0\0\0", "faded off"})
    void aSpoiltFileIsNotFollowedAndTheNextChoiceMendsIt(String text) throws Exception {
        Files.writeString(folder.resolve("schedule"), text);
        ScheduleFile schedule = ScheduleFile.of(config);
        assertThat(schedule.schedule()).isEqualTo(FeedbackSchedule.BANDWIDTH);

        schedule.keep(FeedbackSchedule.FADED);
        assertThat(ScheduleFile.of(config).schedule()).isEqualTo(FeedbackSchedule.FADED);
    }

    @Test
    void whatCannotBeKeptIsSaidAndNotInForce() throws Exception {
        ScheduleFile schedule = ScheduleFile.of(config);
        Files.createDirectories(folder.resolve("schedule").resolve("in-the-way"));

        assertThatThrownBy(() -> schedule.keep(FeedbackSchedule.OFF))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the schedule cannot be kept in " + folder.resolve("schedule"));
        assertThat(schedule.schedule()).isEqualTo(FeedbackSchedule.BANDWIDTH);
    }
}

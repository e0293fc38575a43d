package dev.lightfoot;

import dev.lightfoot.config.Config;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueSettings;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.form.FormSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feedback schedule that was chosen on a page, over the one of the configuration: one word in a file "schedule" beside the
 * history. Thread-safe.
 */
final class ScheduleFile {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleFile.class);

    private final Path file;
    private FeedbackSchedule schedule;

    private ScheduleFile(Path file, FeedbackSchedule schedule) {
        this.file = file;
        this.schedule = schedule;
    }

    /** What was chosen; what the configuration says when nothing was, or it cannot be read. */
    static ScheduleFile of(Config config) {
        Path file = config.history().file().resolveSibling("schedule");
        FeedbackSchedule configured = config.form().cues().schedule();
        try {
            String chosen = Files.readString(file).strip();
            return new ScheduleFile(file, FeedbackSchedule.valueOf(chosen.toUpperCase(Locale.ROOT)));
        } catch (NoSuchFileException e) {
            return new ScheduleFile(file, configured);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "the schedule chosen on the page cannot be read in {} ({}): coach.schedule is used; choose it anew",
                    file,
                    e.getMessage());
            return new ScheduleFile(file, configured);
        }
    }

    synchronized FeedbackSchedule schedule() {
        return schedule;
    }

    /** Settings with this schedule in the place of theirs. */
    FormSettings over(FormSettings settings) {
        CueSettings cues = settings.cues().scheduled(schedule());
        return settings.cued(cues);
    }

    /** Keeps another one for later starts. */
    synchronized void keep(FeedbackSchedule wanted) throws IOException {
        Path next = file.resolveSibling("schedule.new");
        try {
            Files.writeString(next, EventJson.name(wanted) + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    "the schedule cannot be kept in " + file + " (" + e.getMessage() + "): check the disk", e);
        }
        schedule = wanted;
    }
}

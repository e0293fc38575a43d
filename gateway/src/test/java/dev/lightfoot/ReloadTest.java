package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.config.LiveConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Reload.class.getName());
    private final Handler listening = new Handler() {
        private final SimpleFormatter text = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel().getName() + " " + text.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.addHandler(listening);
    }

    @AfterEach
    void listenNoLonger() {
        logger.removeHandler(listening);
        logger.setLevel(null);
    }

    @Test
    void whatIsSafeToChangeChangesAtOnce() throws Exception {
        Reload reload = reload("[coach]\nmuted = true\n");

        write("[coach]\nmuted = false\ncadence-beat = true\n");
        reload.run();

        assertThat(told).containsExactly("muted false", "beat true");
    }

    @Test
    void whatDidNotChangeIsLeftAsTheRunnerHasIt() throws Exception {
        Reload reload = reload("[coach]\nmuted = true\n");

        write("[coach]\nmuted = true\n[web]\nport = 9090\n");
        reload.run();

        assertThat(told).isEmpty();
    }

    @Test
    void whatWaitsForTheNextStartIsNamedInTheLog() throws Exception {
        Reload reload = reload("");

        write("[coach]\nmuted = true\nshoe = \"trail\"\n[web]\nport = 9090\n");
        reload.run();

        assertThat(logged)
                .containsExactly(
                        "INFO configuration read again, in force now: coach.muted",
                        "WARNING in force from the next start (systemctl restart lightfoot): coach.shoe, web.port");
    }

    @Test
    void aMistakeChangesNothing() throws Exception {
        Reload reload = reload("[coach]\nmuted = true\n");

        write("[coach]\nmuted = false\nmutd = 1\n");
        reload.run();
        assertThat(told).isEmpty();
        assertThat(logged).hasSize(2).first().asString().contains("lightfoot.toml:3:", "coach.mutd", "coach.muted");
        assertThat(logged).last().isEqualTo("SEVERE the configuration stays as it was");

        write("[coach]\nmuted = false\n");
        reload.run();
        assertThat(told).containsExactly("muted false");
    }

    private Reload reload(String text) throws Exception {
        return new Reload(
                LiveConfig.open(write(text)), muted -> told.add("muted " + muted), beat -> told.add("beat " + beat));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("lightfoot.toml"), text);
    }
}

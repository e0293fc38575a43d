package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BusFoldersTest {
    @Test
    void whatAKilledProcessLeftIsRemovedAndOursStays() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path abandoned = Files.createTempDirectory("lightfoot-bus-" + ended.pid() + "-");
        Files.writeString(abandoned.resolve("bus.conf"), "x");
        Path ours = BusFolders.make();

        BusFolders.removeAbandoned();

        assertThat(abandoned).doesNotExist();
        assertThat(ours).exists();
        Files.delete(ours);
    }
}

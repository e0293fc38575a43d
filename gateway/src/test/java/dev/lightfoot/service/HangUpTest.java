package dev.lightfoot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HangUpTest {
    @Test
    void eachSignalRunsTheTask() throws Exception {
        assumeFalse(ignoredSinceStart(), "skipped: this process was started to ignore SIGHUP, as under nohup");
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        boolean heard = HangUp.then(() -> {
            first.countDown();
            second.countDown();
        });
        assertThat(heard).isTrue();

        hangUp();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        hangUp();
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean ignoredSinceStart() throws IOException {
        String ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) & 1) != 0;
    }

    private static void hangUp() throws Exception {
        String self = Long.toString(ProcessHandle.current().pid());
        Process kill = new ProcessBuilder("kill", "-HUP", self).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }
}

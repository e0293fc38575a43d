package dev.lightfoot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; deploy/history-kills does 200. */
final class KillTest {
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void aKilledGatewayLosesNoSecondThatWasCommittedAndTheRunGoesOn() throws Exception {
        HistoryKills kills = new HistoryKills(folder, SEED);
        for (int kill = 0; kill < 5; kill++) {
            assertThat(kills.kill()).as("seed %d, kill %d", SEED, kill).isEmpty();
        }
    }
}

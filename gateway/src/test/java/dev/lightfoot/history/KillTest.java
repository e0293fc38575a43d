package dev.lightfoot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class KillTest {
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    /** Four processes go on with one run, each killed -9 after a seeded number of strikes. */
    @Test
    @Timeout(120)
    void aKilledGatewayLosesTheLastSecondAtMostAndTheRunGoesOn() throws Exception {
        Path file = folder.resolve("h.db");
        Random random = new Random(SEED);
        long firstUs = 0;
        for (int kill = 0; kill < 4; kill++) {
            long toldUs = tellAndKill(file, firstUs, 100 + random.nextInt(400));
            assertThat(integrity(file)).as("seed %d, kill %d", SEED, kill).isEqualTo("ok");
            try (HistoryReader reader = HistoryReader.open(file)) {
                List<Long> contacts = reader.strikes(1).stream()
                        .map(entry -> entry.event().contactUs() - Stride.START_US)
                        .filter(contactUs -> contactUs <= toldUs)
                        .toList();
                assertThat(reader.runs(9)).hasSize(1);
                assertThat(contacts).isSorted().doesNotHaveDuplicates();
                assertThat(toldUs - contacts.getLast())
                        .as("seed %d, kill %d", SEED, kill)
                        .isLessThanOrEqualTo(1_000_000);
            }
            firstUs = toldUs + 5_000_000;
        }
    }

    /** Starts the process, reads so many of its lines, kills it, and returns the last time it said. */
    private static long tellAndKill(Path file, long firstUs, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        file.toString(),
                        Long.toString(firstUs))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = process.inputReader()) {
            String last = "";
            for (int line = 0; line < lines; line++) {
                last = told.readLine();
                if (last == null) {
                    throw new IOException("the process ended by itself");
                }
            }
            process.destroyForcibly().waitFor();
            return Long.parseLong(last);
        }
    }

    private static String integrity(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.next() ? row.getString(1) : "no answer";
        }
    }
}

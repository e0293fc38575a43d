package dev.lightfoot.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills a process that keeps a run, at 20 times real time, with signal 9 at random instants, and looks each time at what is
 * left: the database opens, is whole, and has every strike of every second that was said to be committed.
 */
public final class HistoryKills {
    private static final int HASTE = 20;
    /** From the start of the process: it takes about half a second to the first strike. */
    private static final int ALIVE_AT_MOST_MS = 3_000;

    private final Path folder;
    private final Random random;
    private long firstUs;
    private long strikes;
    private int beforeTheFirstCommit;

    HistoryKills(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
    }

    /** usage: HistoryKills KILLS SEED; kills before a process has committed anything come on top */
    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        Path folder = Files.createTempDirectory(Path.of("target"), "history-kills-");
        HistoryKills histories = new HistoryKills(folder, seed);
        int faults = 0;
        int done = 0;
        while (done - histories.beforeTheFirstCommit < kills && done < 4 * kills) {
            done++;
            String fault = histories.kill();
            if (!fault.isEmpty()) {
                faults++;
                System.out.println("kill " + done + ": " + fault);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d kills in a run and %d before the first commit of a process, seed %d, at %d times real time: %d faults; %d strikes kept%n",
                done - histories.beforeTheFirstCommit,
                histories.beforeTheFirstCommit,
                seed,
                HASTE,
                faults,
                histories.strikes);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        System.exit(faults == 0 ? 0 : 1);
    }

    /** Lets the process live for a random while, kills it and returns what is wrong then; empty when nothing is. */
    String kill() throws IOException, InterruptedException {
        Path file = folder.resolve("h.db");
        Path told = folder.resolve("told");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PacedRun.class.getName(),
                        file.toString(),
                        Long.toString(firstUs),
                        Integer.toString(HASTE))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(told.toFile())
                .start();
        boolean ended = process.waitFor(random.nextInt(ALIVE_AT_MOST_MS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        if (ended) {
            return "the process ended by itself";
        }
        List<Long> acknowledged = lines(told);
        if (acknowledged.isEmpty()) {
            beforeTheFirstCommit++;
        }
        return lookAt(file, acknowledged.isEmpty() ? firstUs - 1 : acknowledged.getLast());
    }

    private String lookAt(Path file, long acknowledgedUs) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        // a copy with its log, as it was left; what looks at it must not be what mends it
        Path copy = folder.resolve("copy.db");
        for (String part : new String[] {"", "-wal"}) {
            Files.deleteIfExists(Path.of(copy + part));
            if (Files.exists(Path.of(file + part))) {
                Files.copy(Path.of(file + part), Path.of(copy + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(Path.of(copy + "-shm"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            String integrity = text(statement, "PRAGMA integrity_check");
            if (!integrity.equals("ok")) {
                return "integrity_check: " + integrity;
            }
            if (number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
                return acknowledgedUs >= firstUs ? "there are no tables" : "";
            }
            long expected = acknowledgedUs < firstUs ? 0 : (acknowledgedUs - firstUs) / PacedRun.STRIKE_US + 1;
            String within = " WHERE contact_us >= " + (Stride.START_US + firstUs) + " AND contact_us <= "
                    + (Stride.START_US + acknowledgedUs);
            long found = number(statement, "SELECT count(DISTINCT contact_us) FROM strikes" + within);
            long stances = number(statement, "SELECT count(*) FROM stances" + within);
            if (found != expected || stances != expected) {
                return "of " + expected + " strikes that were committed " + found + " are there, and " + stances
                        + " stances";
            }
            strikes = number(statement, "SELECT count(*) FROM strikes");
            long lastUs = number(statement, "SELECT coalesce(max(contact_us), 0) FROM strikes") - Stride.START_US;
            firstUs = Math.max(firstUs, lastUs) + 5 * PacedRun.STRIKE_US;
            return number(statement, "SELECT count(*) FROM runs") <= 1 ? "" : "the run did not go on";
        } catch (SQLException e) {
            return "the database does not open: " + e.getMessage();
        }
    }

    /** The whole lines of a file; a kill may have cut the last one. */
    private static List<Long> lines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Long::parseLong)
                .toList();
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "no answer";
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}

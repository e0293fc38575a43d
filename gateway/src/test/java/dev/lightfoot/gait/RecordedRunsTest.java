package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tracker on what other laboratories recorded (virtual IMU from third-party motion capture), from ../shared/gait-truth
 * beside the project; skipped where that folder is missing.
 */
class RecordedRunsTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "gait-truth");
    private static final double WARM_UP_S = 3.4;
    private static final long MATCH_NS = 60_000_000L;

    /** A strike as it was told. */
    private record Told(long contactNs, long decidedNs, StrikePattern pattern, double angleDeg) {}

    /** A true contact on a trace. */
    private record True(double contactS, String pattern, double angleDeg, boolean plate) {}

    private final List<Double> contactErrorsMs = new ArrayList<>();
    private int truths;
    private int found;
    private int told;
    private int rearfootRight;

    @BeforeEach
    void skipWithoutTheRecordings() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "../shared/gait-truth is not beside this project: recorded runs not checked");
    }

    @Test
    void recordedRunnersAreFoundTimedAndClassified() throws IOException {
        scoreTrials("run");
        assertThat(100.0 * found / truths).as("found, percent").isGreaterThanOrEqualTo(99);
        assertThat(told).as("strikes told").isLessThanOrEqualTo(truths + truths / 20);
        assertThat(median(contactErrorsMs)).as("contact bias, ms").isBetween(-5.0, 5.0);
        assertThat(contactErrorsMs.stream()
                        .filter(error -> Math.abs(error) <= 12)
                        .count())
                .as("contacts within 12 ms")
                .isGreaterThanOrEqualTo(contactErrorsMs.size() * 95L / 100);
        assertThat(100.0 * rearfootRight / found)
                .as("rearfoot against the rest, percent")
                .isGreaterThanOrEqualTo(96);
    }

    @Test
    void recordedWalkersAreFound() throws IOException {
        scoreTrials("walk");
        assertThat(100.0 * found / truths).as("found, percent").isGreaterThanOrEqualTo(97);
        assertThat(100.0 * rearfootRight / found)
                .as("rearfoot against the rest, percent")
                .isGreaterThanOrEqualTo(80);
    }

    @Test
    void realPodsGiveTheStridesThatOthersCounted() throws IOException {
        assertThat(play("race_matt")).hasSizeBetween(151, 157);
        assertThat(play("wmf_test-run")).hasSizeBetween(137, 145);
    }

    private void scoreTrials(String kind) throws IOException {
        for (Map.Entry<String, List<True>> trial : truth(kind).entrySet()) {
            List<Told> strikes = play(trial.getKey());
            List<True> contacts = trial.getValue();
            double firstS = contacts.get(0).contactS() - 0.1;
            told += (int) strikes.stream()
                    .filter(strike -> strike.contactNs() > firstS * 1e9)
                    .count();
            for (True contact : contacts) {
                score(contact, strikes);
            }
        }
    }

    private void score(True contact, List<Told> strikes) {
        truths++;
        for (Told strike : strikes) {
            double errorNs = strike.contactNs() - contact.contactS() * 1e9;
            if (Math.abs(errorNs) < MATCH_NS) {
                found++;
                boolean rear = contact.pattern().equals("rear");
                rearfootRight += rear == (strike.pattern() == StrikePattern.REARFOOT) ? 1 : 0;
                if (contact.plate()) {
                    contactErrorsMs.add(errorNs * 1e-6);
                }
                return;
            }
        }
    }

    private static Map<String, List<True>> truth(String kind) throws IOException {
        Map<String, List<True>> trials = new HashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("truth.csv"))) {
            String[] fields = line.split(",", -1);
            if (!fields[0].equals("trial") && fields[2].contains(kind) && Double.parseDouble(fields[3]) >= WARM_UP_S) {
                trials.computeIfAbsent(fields[0] + "_" + fields[1], name -> new ArrayList<>())
                        .add(new True(
                                Double.parseDouble(fields[3]),
                                fields[6],
                                Double.parseDouble(fields[5]),
                                fields[7].equals("force-plate")));
            }
        }
        return trials;
    }

    private static List<Told> play(String trial) throws IOException {
        List<Told> strikes = new ArrayList<>();
        GaitTracker tracker = new GaitTracker(new GaitListener() {
            @Override
            public void strike(Strike strike) {
                strikes.add(
                        new Told(strike.contactNs(), strike.decidedNs(), strike.pattern(), strike.strikeAngleDeg()));
            }

            @Override
            public void stance(Stance stance) {
                assertThat(stance.terminalContactNs()).isGreaterThan(stance.contactNs());
            }
        });
        Path file = FOLDER.resolve("traces").resolve(trial + ".csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            reader.lines()
                    .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                    .forEach(line -> {
                        String[] f = line.split(",", -1);
                        tracker.sample(
                                Foot.RIGHT,
                                Long.parseLong(f[0]) * 1000,
                                Float.parseFloat(f[1]),
                                Float.parseFloat(f[2]),
                                Float.parseFloat(f[3]),
                                Float.parseFloat(f[4]),
                                Float.parseFloat(f[5]),
                                Float.parseFloat(f[6]));
                    });
        }
        return strikes;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

package dev.lightfoot.sweep;

import dev.lightfoot.gait.StrikePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a set of simulated runs scored. Times in ms, angles in deg. */
final class Score {
    private final int[][] confusion = new int[StrikePattern.values().length][StrikePattern.values().length];
    private final List<Double> contactErrorsMs = new ArrayList<>();
    private final List<Double> terminalErrorsMs = new ArrayList<>();
    private final List<Double> angleErrorsDeg = new ArrayList<>();
    private final List<Double> delaysMs = new ArrayList<>();
    private int contacts;
    private int missed;
    private int falseContacts;
    private int stances;
    private int gaitRight;
    private int joggingEpisodes;
    private int joggingFound;
    private int falseJogging;
    private double otherHours;

    void contact(boolean found) {
        contacts++;
        if (!found) {
            missed++;
        }
    }

    void strike(
            double contactErrorMs, double delayMs, double angleErrorDeg, StrikePattern truth, StrikePattern said) {
        contactErrorsMs.add(contactErrorMs);
        delaysMs.add(delayMs);
        if (!Double.isNaN(angleErrorDeg)) {
            angleErrorsDeg.add(angleErrorDeg);
        }
        confusion[index(truth)][index(said)]++;
    }

    void stance(double terminalErrorMs, boolean gaitIsRight) {
        terminalErrorsMs.add(terminalErrorMs);
        stances++;
        gaitRight += gaitIsRight ? 1 : 0;
    }

    void falseContacts(int count) {
        falseContacts += count;
    }

    void jogging(int episodes, int found, int falseOnes, double hoursOfOther) {
        joggingEpisodes += episodes;
        joggingFound += found;
        falseJogging += falseOnes;
        otherHours += hoursOfOther;
    }

    void add(Score other) {
        for (int i = 0; i < confusion.length; i++) {
            for (int k = 0; k < confusion.length; k++) {
                confusion[i][k] += other.confusion[i][k];
            }
        }
        contactErrorsMs.addAll(other.contactErrorsMs);
        terminalErrorsMs.addAll(other.terminalErrorsMs);
        angleErrorsDeg.addAll(other.angleErrorsDeg);
        delaysMs.addAll(other.delaysMs);
        contacts += other.contacts;
        missed += other.missed;
        falseContacts += other.falseContacts;
        stances += other.stances;
        gaitRight += other.gaitRight;
        jogging(other.joggingEpisodes, other.joggingFound, other.falseJogging, other.otherHours);
    }

    double foundPct() {
        return 100.0 * (contacts - missed) / Math.max(1, contacts);
    }

    double rearfootPct() {
        int right = 0;
        int all = 0;
        int rear = index(StrikePattern.REARFOOT);
        for (int i = 0; i < confusion.length; i++) {
            for (int k = 0; k < confusion.length; k++) {
                all += confusion[i][k];
                right += (i == rear) == (k == rear) ? confusion[i][k] : 0;
            }
        }
        return 100.0 * right / Math.max(1, all);
    }

    /** One line of figures. */
    String line() {
        return String.format(
                Locale.ROOT,
                "contacts %6d  found %5.1f %%  false %4d  contact %6.1f +- %4.1f ms  terminal %6.1f +- %4.1f ms  "
                        + "angle %5.1f +- %3.1f deg  rear %5.1f %%  three %5.1f %%  walk/run %5.1f %%  decided p50 %3.0f p99 %3.0f ms",
                contacts,
                foundPct(),
                falseContacts,
                quantile(contactErrorsMs, 0.5),
                sd(contactErrorsMs),
                quantile(terminalErrorsMs, 0.5),
                sd(terminalErrorsMs),
                quantile(angleErrorsDeg, 0.5),
                sd(angleErrorsDeg),
                rearfootPct(),
                threePct(),
                100.0 * gaitRight / Math.max(1, stances),
                quantile(delaysMs, 0.5),
                quantile(delaysMs, 0.99));
    }

    String confusionTable() {
        StringBuilder table = new StringBuilder("truth \\ said  rearfoot  midfoot  forefoot\n");
        for (StrikePattern truth : StrikePattern.values()) {
            table.append(String.format(Locale.ROOT, "%-12s", truth.name().toLowerCase(Locale.ROOT)));
            for (StrikePattern said : StrikePattern.values()) {
                table.append(String.format(Locale.ROOT, "%9d", confusion[index(truth)][index(said)]));
            }
            table.append('\n');
        }
        return table.toString();
    }

    String joggingLine() {
        return String.format(
                Locale.ROOT,
                "jogging episodes found within 8 strides: %d of %d; false episodes: %d in %.1f h of other gaits",
                joggingFound,
                joggingEpisodes,
                falseJogging,
                otherHours);
    }

    private double threePct() {
        int right = 0;
        int all = 0;
        for (int i = 0; i < confusion.length; i++) {
            for (int k = 0; k < confusion.length; k++) {
                all += confusion[i][k];
                right += i == k ? confusion[i][k] : 0;
            }
        }
        return 100.0 * right / Math.max(1, all);
    }

    private static int index(StrikePattern pattern) {
        return switch (pattern) {
            case REARFOOT -> 0;
            case MIDFOOT -> 1;
            case FOREFOOT -> 2;
        };
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
    }

    private static double sd(List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        return Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
    }
}

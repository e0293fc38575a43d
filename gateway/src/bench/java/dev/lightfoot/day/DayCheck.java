package dev.lightfoot.day;

import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs of a history beside the true ones: each is there once, as long as it was, with its strikes. */
final class DayCheck {
    /** A trouble at the start or the end of a run takes that much of it, found anew included. */
    private static final double CUT_OFF_AT_MOST_S = 60;

    private static final double STRIKES_AT_LEAST = 0.85;

    private DayCheck() {}

    static List<String> of(Path file, List<DaySchedule.TrueRun> truth) throws Exception {
        List<String> failures = new ArrayList<>();
        try (HistoryReader reader = HistoryReader.open(file)) {
            List<RunSummary> runs = new ArrayList<>(reader.runs(1_000)).reversed();
            if (runs.size() != truth.size()) {
                failures.add(runs.size() + " runs are in the history, " + truth.size() + " were run");
            }
            for (int i = 0; i < Math.min(runs.size(), truth.size()); i++) {
                DaySchedule.TrueRun was = truth.get(i);
                double seconds = runs.get(i).durationUs() / 1e6;
                double share = (double) runs.get(i).strikes() / was.landings();
                boolean whole = Math.abs(seconds - was.seconds()) <= CUT_OFF_AT_MOST_S
                        && share >= STRIKES_AT_LEAST
                        && share <= 1.02;
                String line = String.format(
                        Locale.ROOT,
                        "run %2d: %6.0f s of %6.0f s, %5d strikes, %5.1f %% of the landings",
                        i + 1,
                        seconds,
                        was.seconds(),
                        runs.get(i).strikes(),
                        share * 100);
                System.out.println(line);
                if (!whole) {
                    failures.add(line);
                }
            }
        }
        return failures;
    }
}

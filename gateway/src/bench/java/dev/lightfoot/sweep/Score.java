package dev.lightfoot.sweep;

import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.sweep.Landing.Stood;
import dev.lightfoot.sweep.Landing.Struck;
import java.util.Locale;

/** What a set of landings scored. Times in ms, angles in deg. */
final class Score {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%-22s %7s %6s %6s %13s %13s %13s %6s %6s %6s %9s %6s %5s  %s",
            "",
            "n",
            "found%",
            "false%",
            "contact ms",
            "terminal ms",
            "angle deg",
            "rear%",
            "three%",
            "gait%",
            "p50 p99ms",
            "early%",
            "ECE",
            "jogging found, false");

    /** Decided sooner than this before contact is early, ms. */
    private static final double EARLY_MS = -10;

    private static final int PATTERNS = StrikePattern.values().length;

    private final int[][] confusion = new int[PATTERNS][PATTERNS + 1];
    private final Figures contactErrors = new Figures();
    private final Figures terminalErrors = new Figures();
    private final Figures angleErrors = new Figures();
    private final Figures delays = new Figures();
    private final Reliability reliability = new Reliability();
    private int landings;
    private int found;
    private int falseContacts;
    private int early;
    private int stances;
    private int gaitRight;

    void add(Landing landing) {
        landings++;
        Struck strike = landing.strike();
        int truth = index(landing.truePattern());
        if (strike == null) {
            confusion[truth][PATTERNS]++;
            return;
        }
        found++;
        confusion[truth][index(strike.pattern())]++;
        reliability.add(strike.confidence(), strike.pattern() == landing.truePattern());
        contactErrors.add(landing.contactErrorMs(strike));
        delays.add(landing.delayMs(strike));
        early += landing.delayMs(strike) < EARLY_MS ? 1 : 0;
        if (!Float.isNaN(strike.angleDeg())) {
            angleErrors.add(landing.angleErrorDeg(strike));
        }
        Stood stance = landing.stance();
        if (stance != null && !landing.truth().stays()) {
            terminalErrors.add(landing.terminalErrorMs(stance));
            stances++;
            boolean walks = landing.truth().gait() == dev.lightfoot.sim.runner.Gait.WALKING;
            gaitRight += stance.walking() == walks ? 1 : 0;
        }
    }

    void addFalse(int count) {
        falseContacts += count;
    }

    int landings() {
        return landings;
    }

    double foundPct() {
        return 100.0 * found / landings;
    }

    /** Of the true contacts. */
    double falsePct() {
        return 100.0 * falseContacts / landings;
    }

    /** Wrong landings of all kinds, of the true ones. */
    double wrongPct() {
        int wrong = landings - found + falseContacts;
        int rear = index(StrikePattern.REARFOOT);
        for (int truth = 0; truth < PATTERNS; truth++) {
            for (int said = 0; said < PATTERNS; said++) {
                wrong += (truth == rear) == (said == rear) ? 0 : confusion[truth][said];
            }
        }
        return 100.0 * wrong / Math.max(1, landings);
    }

    double rearfootPct() {
        int right = 0;
        int rear = index(StrikePattern.REARFOOT);
        for (int truth = 0; truth < PATTERNS; truth++) {
            for (int said = 0; said < PATTERNS; said++) {
                right += (truth == rear) == (said == rear) ? confusion[truth][said] : 0;
            }
        }
        return 100.0 * right / found;
    }

    double threePct() {
        int right = 0;
        for (int i = 0; i < PATTERNS; i++) {
            right += confusion[i][i];
        }
        return 100.0 * right / found;
    }

    double gaitPct() {
        return 100.0 * gaitRight / stances;
    }

    Figures contactErrors() {
        return contactErrors;
    }

    Figures terminalErrors() {
        return terminalErrors;
    }

    Figures angleErrors() {
        return angleErrors;
    }

    Figures delays() {
        return delays;
    }

    double earlyPct() {
        return 100.0 * early / found;
    }

    /** A row under {@link #HEAD}. */
    String row(String name) {
        if (landings == 0) {
            return String.format(Locale.ROOT, "%-22s %7d contacts, %d false ones told", name, landings, falseContacts);
        }
        return String.format(
                Locale.ROOT,
                "%-22s %7d %6.1f %6.2f %6.1f +-%4.1f %6.1f +-%4.1f %6.1f +-%4.1f %6.1f %6.1f %6.1f %4.0f %4.0f %6.2f %5.3f",
                name,
                landings,
                foundPct(),
                falsePct(),
                contactErrors.mean(),
                contactErrors.sd(),
                terminalErrors.mean(),
                terminalErrors.sd(),
                angleErrors.mean(),
                angleErrors.sd(),
                rearfootPct(),
                threePct(),
                gaitPct(),
                delays.quantile(0.5),
                delays.quantile(0.99),
                earlyPct(),
                reliability.expectedError());
    }

    Reliability reliability() {
        return reliability;
    }

    String confusionTable() {
        StringBuilder table = new StringBuilder("truth \\ said  rearfoot  midfoot forefoot   missed\n");
        for (StrikePattern truth : StrikePattern.values()) {
            table.append(String.format(Locale.ROOT, "%-12s", truth.name().toLowerCase(Locale.ROOT)));
            for (int said = 0; said <= PATTERNS; said++) {
                table.append(String.format(Locale.ROOT, "%9d", confusion[index(truth)][said]));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** Rearfoot, midfoot, forefoot. */
    private static int index(StrikePattern pattern) {
        return switch (pattern) {
            case REARFOOT -> 0;
            case MIDFOOT -> 1;
            case FOREFOOT -> 2;
        };
    }
}

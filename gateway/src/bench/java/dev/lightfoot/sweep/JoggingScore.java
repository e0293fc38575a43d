package dev.lightfoot.sweep;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.sim.runner.FormTruth;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.TrueStance;
import java.util.List;
import java.util.Locale;

/**
 * How episodes of jogging were found, and how often one was told of good running or walking. Running whose true form has slid to
 * drifting or beyond by the definition is neither an episode nor good.
 */
final class JoggingScore {
    /** Eight strides of two feet. */
    private static final int STRIKES_TO_FIND = 16;

    /** Form is smoothed: told so long before true onset it belongs to the episode (the slide before it is drift). */
    private static final double EARLY_S = 10;

    /** And it is still called jogging for a while after it has come back. */
    private static final double GRACE_S = 8;

    private static final FormSettings SETTINGS = FormSettings.defaults();

    private static final double SHORTEST_EPISODE_S = 3;
    private static final double LOOK_S = 0.1;

    private int episodes;
    private int found;
    private int falseOnes;
    private double otherS;

    /** @param toldNs when jogging was told to begin */
    void add(Scenario scenario, List<TrueStance> stances, List<Long> toldNs) {
        TrueForm trueForm = new TrueForm(stances, SETTINGS);
        boolean jogging = false;
        for (int i = 0; i * LOOK_S < scenario.seconds(); i++) {
            double timeS = i * LOOK_S;
            FormTruth form = scenario.formAt(timeS);
            boolean now = form == FormTruth.JOGGING;
            if (now && !jogging && scenario.formAt(timeS + SHORTEST_EPISODE_S) == FormTruth.JOGGING) {
                episodes++;
                found += foundAfter(timeS, stances, toldNs) ? 1 : 0;
            }
            jogging = now;
            boolean good = form == FormTruth.GOOD && trueForm.worst(timeS, GRACE_S) < SETTINGS.driftingScore();
            otherS += good || form == FormTruth.WALKING ? LOOK_S : 0;
        }
        for (long startNs : toldNs) {
            boolean slid = trueForm.worst(startNs / 1e9, GRACE_S) >= SETTINGS.driftingScore();
            falseOnes += slid || nearTrouble(scenario, startNs / 1e9) ? 0 : 1;
        }
    }

    void add(JoggingScore other) {
        episodes += other.episodes;
        found += other.found;
        falseOnes += other.falseOnes;
        otherS += other.otherS;
    }

    private static boolean foundAfter(double onsetS, List<TrueStance> stances, List<Long> toldNs) {
        long limitNs = stances.stream()
                .mapToLong(TrueStance::contactNs)
                .filter(contactNs -> contactNs >= onsetS * 1e9)
                .skip(STRIKES_TO_FIND)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return toldNs.stream().anyMatch(startNs -> startNs > (onsetS - EARLY_S) * 1e9 && startNs < limitNs);
    }

    private static boolean nearTrouble(Scenario scenario, double startS) {
        boolean near = false;
        for (double timeS = startS - GRACE_S; timeS <= startS + 1; timeS += 0.25) {
            FormTruth truth = scenario.formAt(Math.max(0, timeS));
            near |= truth == FormTruth.JOGGING || truth == FormTruth.DRIFTING;
        }
        return near;
    }

    int wrong() {
        return episodes - found + falseOnes;
    }

    double foundPct() {
        return 100.0 * found / episodes;
    }

    double falsePerHour() {
        return falseOnes / (otherS / 3600);
    }

    /** Episodes found of those there were, and false ones. */
    String columns() {
        return String.format(Locale.ROOT, "  %3d/%3d %4d", found, episodes, falseOnes);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "jogging found within 8 strides of onset: %d of %d episodes (%.1f %%); false episodes: %d in %.1f h of good"
                        + " running and walking (%.2f an hour)",
                found,
                episodes,
                foundPct(),
                falseOnes,
                otherS / 3600,
                falsePerHour());
    }
}

package dev.lightfoot.sweep;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.sim.runner.Gait;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far a runner's true form has slid by FORM.md's definition: its numbers, applied to the geometry's angles and times instead
 * of to what the pods told. Fresh form is the mean of the true strikes 9 to 64; before, the limits stand in.
 */
final class TrueForm {
    private static final int SETTLING = 8;
    private static final int LEARNT = 64;
    private static final int SMOOTHED = 6;
    private static final double MOST = 1.5;

    private final FormSettings settings;
    private final NavigableMap<Long, Double> scores = new TreeMap<>();
    private final List<double[]> strikes = new ArrayList<>();

    TrueForm(List<TrueStance> stances, FormSettings settings) {
        this.settings = settings;
        Map<Side, TrueStance> last = new EnumMap<>(Side.class);
        List<Double> recent = new ArrayList<>();
        for (TrueStance stance : stances) {
            TrueStance before = last.put(stance.side(), stance);
            if (stance.gait() == Gait.WALKING || before == null || before.stays() || before.gait() == Gait.WALKING) {
                recent.clear();
                continue;
            }
            double strideS = (stance.contactNs() - before.contactNs()) / 1e9;
            double dutyFactor = (before.liftNs() - before.contactNs()) / 1e9 / strideS;
            strikes.add(new double[] {stance.strikeAngleDeg(), dutyFactor, 120 / strideS});
            recent.add(score(strikes.getLast()));
            if (recent.size() > SMOOTHED) {
                recent.removeFirst();
            }
            scores.put(
                    stance.contactNs(),
                    recent.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }
    }

    private double score(double[] strike) {
        double angle = (strike[0] - fresh(0, settings.freshStrikeAngleDeg(), -settings.strikeAngleStepDeg()))
                / settings.strikeAngleStepDeg();
        double duty = (strike[1] - fresh(1, settings.freshDutyFactor(), -settings.dutyFactorStep()))
                / settings.dutyFactorStep();
        double cadence = (fresh(2, settings.freshCadenceSpm(), settings.cadenceStepSpm()) - strike[2])
                / settings.cadenceStepSpm();
        return Math.sqrt(slide(angle) * (slide(duty) + slide(cadence)) / 2);
    }

    /** The runner's own, between the limit and a step better than it. */
    private double fresh(int quantity, double limit, double step) {
        if (strikes.size() < LEARNT) {
            return limit;
        }
        double own = strikes.subList(SETTLING, LEARNT).stream()
                .mapToDouble(strike -> strike[quantity])
                .average()
                .orElse(limit);
        return Math.clamp(own, Math.min(limit, limit + step), Math.max(limit, limit + step));
    }

    private static double slide(double steps) {
        return Math.clamp(steps, 0, MOST);
    }

    /** The greatest score within some seconds before a time, 0 where nobody ran. */
    double worst(double timeS, double withinS) {
        return scores
                .subMap((long) ((timeS - withinS) * 1e9), true, (long) (timeS * 1e9), true)
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}

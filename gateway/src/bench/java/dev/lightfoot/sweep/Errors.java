package dev.lightfoot.sweep;

import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.sweep.Landing.Struck;
import dev.lightfoot.sweep.SweepRun.Outcome;
import java.io.PrintStream;
import java.util.Locale;

/** Tells each error of one run, so that it can be looked into. */
final class Errors {
    private static final double FAR_MS = 20;
    private static final double FAR_DEG = 6;

    private final PrintStream out;

    Errors(PrintStream out) {
        this.out = out;
    }

    void tell(Outcome outcome) {
        Conditions conditions = outcome.conditions();
        out.println(conditions);
        out.printf(
                Locale.ROOT,
                "its trace, without losses: sensor-sim trace --scenario %s --seed %d --mount drawn --rate %d --out DIR%n",
                conditions.scenario().name(),
                conditions.seed(),
                conditions.rateHz());
        for (Landing landing : outcome.landings()) {
            Struck said = landing.strike();
            if (said == null) {
                out.println(truth(landing) + "  missed");
            } else if (wrong(landing, said)) {
                out.printf(
                        Locale.ROOT,
                        "%s  told %s %.1f deg, contact %+.0f ms, decided %+.0f ms%n",
                        truth(landing),
                        said.pattern().name().toLowerCase(Locale.ROOT),
                        said.angleDeg(),
                        landing.contactErrorMs(said),
                        landing.delayMs(said));
            }
        }
        for (Struck said : outcome.falseStrikes()) {
            out.printf(
                    Locale.ROOT,
                    "%-5s %8.3f s  no contact  told %s %.1f deg%n",
                    said.foot().name().toLowerCase(Locale.ROOT),
                    said.contactNs() / 1e9,
                    said.pattern().name().toLowerCase(Locale.ROOT),
                    said.angleDeg());
        }
    }

    private static boolean wrong(Landing landing, Struck said) {
        boolean rear = landing.truePattern() == StrikePattern.REARFOOT;
        return rear != (said.pattern() == StrikePattern.REARFOOT)
                || Math.abs(landing.contactErrorMs(said)) > FAR_MS
                || Math.abs(landing.angleErrorDeg(said)) > FAR_DEG;
    }

    private static String truth(Landing landing) {
        return String.format(
                Locale.ROOT,
                "%-5s %8.3f s  %s, %s %.1f deg",
                landing.truth().side().name().toLowerCase(Locale.ROOT),
                landing.truth().contactNs() / 1e9,
                landing.truth().gait().name().toLowerCase(Locale.ROOT),
                landing.truePattern().name().toLowerCase(Locale.ROOT),
                landing.truth().strikeAngleDeg());
    }
}

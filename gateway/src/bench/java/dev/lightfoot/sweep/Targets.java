package dev.lightfoot.sweep;

import java.io.PrintStream;
import java.util.Locale;

/** Sets the figures of a sweep beside what is asked of the product. */
final class Targets {
    private final PrintStream out;
    private boolean allMet = true;

    Targets(PrintStream out) {
        this.out = out;
    }

    /** @param recommended contacts of pods worn and set as recommended; worse of the others */
    void tell(Score all, Score recommended, Score worse, JoggingScore jogging) {
        most("pods as recommended: contacts missed, %", 100 - recommended.foundPct(), 1);
        most("pods as recommended: false contacts, %", recommended.falsePct(), 0.5);
        most("pods as recommended: contact bias, ms", Math.abs(recommended.contactErrors().mean()), 5);
        most("pods as recommended: contact SD, ms", recommended.contactErrors().sd(), 6);
        most("pods as recommended: terminal bias, ms", Math.abs(recommended.terminalErrors().mean()), 6);
        most("pods as recommended: terminal SD, ms", recommended.terminalErrors().sd(), 10);
        most("pods as recommended: angle bias, deg", Math.abs(recommended.angleErrors().mean()), 2);
        most("pods as recommended: angle SD, deg", recommended.angleErrors().sd(), 2.5);
        most("pods as recommended: rearfoot mistaken, %", 100 - recommended.rearfootPct(), 3);
        most("pods as recommended: three classes mistaken, %", 100 - recommended.threePct(), 12);
        most("pods as recommended: walking and running mistaken, %", 100 - recommended.gaitPct(), 0.5);
        most("pods as recommended: decided p50, ms", recommended.delays().quantile(0.5), 40);
        most("pods as recommended: decided p99, ms", recommended.delays().quantile(0.99), 60);
        most("other pods: contacts missed, %", 100 - worse.foundPct(), 3);
        most("other pods: rearfoot mistaken, %", 100 - worse.rearfootPct(), 5);
        most("all: decided more than 10 ms before contact, %", all.earlyPct(), 0);
        most("all: jogging not found within 8 strides, %", 100 - jogging.foundPct(), 2);
        most("all: false jogging, episodes in 10 hours", 10 * jogging.falsePerHour(), 1);
        out.println("target: " + (allMet ? "met" : "missed"));
    }

    private void most(String what, double value, double most) {
        boolean met = value <= most;
        allMet &= met;
        out.printf(Locale.ROOT, "%-58s %8.2f, at most %4.1f  %s%n", what, value, most, met ? "met" : "missed");
    }
}

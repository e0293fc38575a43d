package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Quintic.Knot;
import java.util.ArrayList;
import java.util.List;

/** Quintics joined at knots, so that value, rate and acceleration are continuous; behind the last it stays where that ends. */
final class Curve {
    private final List<Quintic> pieces = new ArrayList<>();

    private Curve(List<Knot> knots) {
        for (int i = 1; i < knots.size(); i++) {
            pieces.add(Quintic.between(knots.get(i - 1), knots.get(i)));
        }
    }

    /** At least two knots, in order of time. */
    static Curve through(List<Knot> knots) {
        return new Curve(knots);
    }

    double at(double timeS) {
        for (Quintic piece : pieces) {
            if (timeS <= piece.endS()) {
                return piece.at(timeS);
            }
        }
        Quintic last = pieces.getLast();
        return last.at(last.endS());
    }

    /** From 0 to 1 over [0, 1], level in rate and acceleration at both ends. */
    static double smooth(double part) {
        double u = Math.clamp(part, 0.0, 1.0);
        return u * u * u * (10 - 15 * u + 6 * u * u);
    }
}

package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Course.Unrest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The even slots of time in which standing shoes of one kind of unrest do something, each drawn for itself. */
final class Slots<T> {
    /** What is done from a start on, for one slot. */
    record Slot<T>(double startS, double endS, T act) {
        /** How much of the act is to be seen: 0 at both ends, 1 between. */
        double presence(double timeS) {
            return Curve.smooth((timeS - startS) / BLEND_S) * Curve.smooth((endS - timeS) / BLEND_S);
        }
    }

    /** Draws what is done in a slot. */
    interface Choice<T> {
        T draw(double startS);
    }

    /** Feet still close up for a step or two after a scenario has come to stand. */
    private static final double AFTER_S = 2;

    /** Feet are still for a moment before they go. */
    private static final double BEFORE_S = 1.2;

    private static final double BLEND_S = 0.35;

    private final List<Slot<T>> slots = new ArrayList<>();

    Slots(Scenario scenario, Unrest unrest, double lengthS, Choice<T> choice) {
        double startS = 0;
        for (Segment segment : scenario.segments()) {
            double endS = startS + segment.seconds();
            if (segment.course().unrest() == unrest) {
                double fromS = startS > 0 ? startS + AFTER_S : 0;
                for (double atS = fromS; atS + lengthS <= endS - BEFORE_S; atS += lengthS) {
                    slots.add(new Slot<>(atS, atS + lengthS, choice.draw(atS)));
                }
            }
            startS = endS;
        }
    }

    /** The slot a time lies in. */
    @Nullable
    Slot<T> at(double timeS) {
        for (Slot<T> slot : slots) {
            if (timeS >= slot.startS() && timeS < slot.endS()) {
                return slot;
            }
        }
        return null;
    }
}

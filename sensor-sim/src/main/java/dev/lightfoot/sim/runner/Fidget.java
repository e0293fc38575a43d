package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Course.Unrest;
import dev.lightfoot.sim.runner.Slots.Slot;

/** What a standing foot does without leaving its place: tips sideways, twists, taps the toes, lifts the heel. Angles in rad. */
final class Fidget {
    /** One act: how far it goes, and how often a second. */
    private record Act(double pitchDeg, double rollDeg, double yawDeg, double rateHz) {}

    private static final double SLOT_S = 3;

    private final Slots<Act> slots;

    Fidget(Scenario scenario, long seed, Side side) {
        Draw draw = new Draw(seed, "fidget " + side);
        slots = new Slots<>(scenario, Unrest.FIDGETING, SLOT_S, _ -> switch (draw.of(java.util.List.of(1, 2, 3, 4))) {
            case 1 -> new Act(0, draw.uniform(2, 12), 0, draw.uniform(0.3, 1));
            case 2 -> new Act(0, 0, draw.uniform(5, 30), draw.uniform(0.3, 0.8));
            case 3 -> new Act(draw.uniform(4, 20), 0, 0, draw.uniform(1.2, 3));
            default -> new Act(-draw.uniform(5, 40), 0, 0, draw.uniform(0.4, 1.5));
        });
    }

    /** Positive toes up; the ball or the heel stays on the ground. */
    double pitch(double timeS) {
        Slot<Act> slot = slots.at(timeS);
        return slot == null ? 0 : Math.toRadians(slot.act().pitchDeg()) * lifted(slot, timeS);
    }

    double roll(double timeS) {
        Slot<Act> slot = slots.at(timeS);
        return slot == null ? 0 : Math.toRadians(slot.act().rollDeg()) * lifted(slot, timeS);
    }

    double yaw(double timeS) {
        Slot<Act> slot = slots.at(timeS);
        return slot == null ? 0 : Math.toRadians(slot.act().yawDeg()) * lifted(slot, timeS);
    }

    /** From 0 to 1 and back, with a rest between: the fourth power keeps it smooth where it begins. */
    private static double lifted(Slot<Act> slot, double timeS) {
        double wave = Math.sin(2 * Math.PI * slot.act().rateHz() * (timeS - slot.startS()));
        return wave > 0 ? slot.presence(timeS) * wave * wave * wave * wave : 0;
    }
}

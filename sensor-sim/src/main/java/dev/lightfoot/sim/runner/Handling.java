package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Course.Unrest;
import dev.lightfoot.sim.runner.Slots.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * A shoe in the hand: carried with a swinging arm, turned over, shaken, pulled on with jerks and knocks. No foot is in it, or
 * none that steps. Amplitudes are the project's choice. Not thread-safe.
 */
final class Handling {
    /** A swing to and fro: rad or m, times a second. */
    private record Wave(double size, double rateHz) {
        double at(double sinceS) {
            return size * Math.sin(2 * Math.PI * rateHz * sinceS);
        }
    }

    private record Act(Wave yaw, Wave pitch, Wave roll, Wave ahead, Wave aside, Wave up, List<Knock> knocks) {}

    private static final double SLOT_S = 4;
    private static final int KNOCKS = 6;

    private final Slots<Act> slots;
    private final Pose turned = new Pose();

    Handling(Scenario scenario, long seed, Side side) {
        Draw draw = new Draw(seed, "handling " + side);
        slots = new Slots<>(scenario, Unrest.HANDLED, SLOT_S, startS -> drawn(draw, startS));
    }

    private static Act drawn(Draw draw, double startS) {
        List<Knock> knocks = new ArrayList<>();
        for (int i = 0; i < KNOCKS; i++) {
            knocks.add(new Knock(
                    startS + draw.uniform(0.3, SLOT_S - 0.3),
                    draw.uniform(0.01, 0.04),
                    draw.gaussian(20),
                    draw.gaussian(20),
                    draw.gaussian(30)));
        }
        return switch (draw.of(List.of(1, 2, 3))) {
            case 1 -> act(draw, knocks, 15, 40, 0.2, 0.7, 1.1);
            case 2 -> act(draw, knocks, 120, 90, 0.2, 0.2, 0.6);
            default -> act(draw, knocks, 20, 25, 0.04, 2, 5);
        };
    }

    private static Act act(
            Draw draw,
            List<Knock> knocks,
            double mostTurnDeg,
            double mostPitchDeg,
            double mostM,
            double leastHz,
            double mostHz) {
        double turnRad = Math.toRadians(mostTurnDeg);
        double pitchRad = Math.toRadians(mostPitchDeg);
        return new Act(
                wave(draw, turnRad, leastHz, mostHz),
                wave(draw, pitchRad, leastHz, mostHz),
                wave(draw, turnRad, leastHz, mostHz),
                wave(draw, mostM, leastHz, mostHz),
                wave(draw, mostM, leastHz, mostHz),
                wave(draw, mostM, leastHz, mostHz),
                knocks);
    }

    private static Wave wave(Draw draw, double most, double leastHz, double mostHz) {
        return new Wave(draw.uniform(-most, most), draw.uniform(leastHz, mostHz));
    }

    /** Turns and moves the pose by what the hand does. */
    void pose(double timeS, Pose into) {
        Slot<Act> slot = slots.at(timeS);
        if (slot == null) {
            return;
        }
        Act act = slot.act();
        double sinceS = timeS - slot.startS();
        double presence = slot.presence(timeS);
        turned.turn(
                presence * act.yaw().at(sinceS),
                presence * act.pitch().at(sinceS),
                presence * act.roll().at(sinceS));
        into.xM += presence * act.ahead().at(sinceS);
        into.yM += presence * act.aside().at(sinceS);
        into.zM += presence * act.up().at(sinceS);
        into.turnBy(turned.axes);
    }

    void knock(double timeS, ImuReading into) {
        Slot<Act> slot = slots.at(timeS);
        if (slot != null) {
            for (Knock knock : slot.act().knocks()) {
                knock.addTo(timeS, into);
            }
        }
    }
}

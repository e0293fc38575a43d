package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Holds each strike against what is true: that foot runs, and its pod was streaming when it touched the ground. Thread-safe.
 */
final class StrikeWitness {
    /** The tracker looks back by less than a stride. */
    private static final long LOOK_BACK_US = 1_000_000;

    private final Foot runs;
    private final Map<Foot, Long> streamingSinceUs = new EnumMap<>(Foot.class);
    private final List<String> wrong = new ArrayList<>();
    private int strikes;

    StrikeWitness(Foot runs) {
        this.runs = runs;
    }

    synchronized void take(Event event) {
        if (event instanceof Event.Linked linked && linked.state().equals("streaming")) {
            if (!linked.reason().equals("battery")) {
                streamingSinceUs.put(linked.foot(), linked.timeUs());
            }
        } else if (event instanceof Event.Struck strike) {
            strikes++;
            Long sinceUs = streamingSinceUs.get(strike.foot());
            if (strike.foot() != runs) {
                wrong.add("a strike of the standing foot: " + strike);
            } else if (sinceUs == null || strike.decidedUs() < sinceUs - LOOK_BACK_US) {
                wrong.add("a strike from before its stream, which began at " + sinceUs + ": " + strike);
            }
        }
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    synchronized int strikes() {
        return strikes;
    }

    synchronized String words() {
        return strikes + " strikes, " + wrong.size() + " attributed wrongly";
    }
}

package dev.lightfoot.event;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import org.jspecify.annotations.Nullable;

/** Makes events of what the judge says. Nanoseconds plus an offset become the event's microseconds; NaN becomes null. */
public final class EventOf {
    private final long offsetNs;

    /** @param offsetNs added to each time: 0 for a trace, host clock to epoch when live */
    public EventOf(long offsetNs) {
        this.offsetNs = offsetNs;
    }

    public Event.Struck strike(Strike strike) {
        return new Event.Struck(
                strike.foot(),
                us(strike.contactNs()),
                us(strike.decidedNs()),
                strike.pattern(),
                strike.confidence(),
                known(strike.strikeAngleDeg()));
    }

    public Event.Stood stance(Stance stance, GaitKind gait) {
        return new Event.Stood(
                stance.foot(),
                us(stance.contactNs()),
                us(stance.terminalContactNs()),
                stance.contactTimeMs(),
                known(stance.flightTimeMs()),
                stance.flightTimeEstimated(),
                known(stance.dutyFactor()),
                known(stance.cadenceSpm()),
                gait);
    }

    public Event.Formed form(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        return new Event.Formed(us(timeNs), state, known(joggingScore), known(rearfootShare));
    }

    public Event.Cued cue(CueKind cue, Foot foot, long timeNs, float strength) {
        return new Event.Cued(us(timeNs), cue, foot, strength);
    }

    private long us(long timeNs) {
        return Math.floorDiv(timeNs + offsetNs, 1000L);
    }

    private static @Nullable Float known(float value) {
        return Float.isNaN(value) ? null : value;
    }
}

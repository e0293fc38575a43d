package dev.lightfoot.event;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import org.jspecify.annotations.Nullable;

/** Makes events of what the judge says. Nanoseconds plus an offset become the event's microseconds; NaN becomes null. */
public final class EventOf {
    /** Stands for a time that is not known. */
    public static final long NO_TIME_NS = Long.MIN_VALUE;

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
                known(strike.strikeAngleDeg()),
                strike.angleZero(),
                strike.resolution());
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
                gait,
                known(stance.asymmetryPercent()));
    }

    public Event.Mounted mount(
            Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {
        return new Event.Mounted(us(timeNs), foot, state, reason, calibration);
    }

    public Event.Formed form(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        return new Event.Formed(us(timeNs), state, known(joggingScore), known(rearfootShare));
    }

    /**
     * Makes the event of a cue.
     *
     * @param decidedNs when it was decided, by the host's clock; {@link #NO_TIME_NS} in a replay
     * @param pinNs when the actuator was driven; {@link #NO_TIME_NS} when it was not
     */
    public Event.Cued cue(Cue cue, long decidedNs, long pinNs) {
        return new Event.Cued(
                us(cue.timeNs()),
                cue.kind(),
                cue.foot(),
                cue.strength(),
                cue.reason(),
                cue.delivery(),
                known(cue.joggingScore()),
                known(cue.strikeAngleDeg()),
                known(cue.dutyFactor()),
                known(cue.cadenceSpm()),
                decidedNs == NO_TIME_NS ? null : Long.valueOf(us(decidedNs)),
                pinNs == NO_TIME_NS ? null : Long.valueOf(us(pinNs)));
    }

    public Event.Answered answer(CueAnswer answer) {
        return new Event.Answered(
                us(answer.timeNs()),
                us(answer.cueNs()),
                answer.kind(),
                answer.response(),
                known(answer.scoreBefore()),
                known(answer.scoreAfter()),
                answer.strikes());
    }

    public Event.Learned learned(
            float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
        return new Event.Learned(us(timeNs), strikeAngleDeg, dutyFactor, cadenceSpm, calibrated);
    }

    private long us(long timeNs) {
        return Math.floorDiv(timeNs + offsetNs, 1000L);
    }

    private static @Nullable Float known(float value) {
        return Float.isNaN(value) ? null : value;
    }
}

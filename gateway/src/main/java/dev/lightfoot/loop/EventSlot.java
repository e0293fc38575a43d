package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;

/** Room for one event of any kind, filled over and over. */
final class EventSlot {
    private enum Kind {
        STRIKE,
        STANCE,
        FORM,
        CUE
    }

    private final Strike leftStrike = new Strike(Foot.LEFT);
    private final Strike rightStrike = new Strike(Foot.RIGHT);
    private final Stance leftStance = new Stance(Foot.LEFT);
    private final Stance rightStance = new Stance(Foot.RIGHT);
    private Kind kind = Kind.FORM;
    private Foot foot = Foot.LEFT;
    private GaitKind gait = GaitKind.WALKING;
    private FormState state = FormState.STANDING;
    private CueKind cue = CueKind.NUDGE;
    private long timeNs;
    private float first;
    private float second;

    void strike(Strike strike) {
        kind = Kind.STRIKE;
        foot = strike.foot();
        strikeCarrier()
                .set(
                        strike.contactNs(),
                        strike.decidedNs(),
                        strike.pattern(),
                        strike.confidence(),
                        strike.strikeAngleDeg());
    }

    void stance(Stance stance, GaitKind gait) {
        kind = Kind.STANCE;
        foot = stance.foot();
        this.gait = gait;
        stanceCarrier()
                .set(
                        stance.contactNs(),
                        stance.terminalContactNs(),
                        stance.flightTimeMs(),
                        stance.flightTimeEstimated(),
                        stance.dutyFactor(),
                        stance.cadenceSpm(),
                        stance.walking());
    }

    void form(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        kind = Kind.FORM;
        this.state = state;
        this.timeNs = timeNs;
        first = joggingScore;
        second = rearfootShare;
    }

    void cue(CueKind cue, Foot foot, long timeNs, float strength) {
        kind = Kind.CUE;
        this.cue = cue;
        this.foot = foot;
        this.timeNs = timeNs;
        first = strength;
    }

    Event event(EventOf eventOf) {
        return switch (kind) {
            case STRIKE -> eventOf.strike(strikeCarrier());
            case STANCE -> eventOf.stance(stanceCarrier(), gait);
            case FORM -> eventOf.form(state, timeNs, first, second);
            case CUE -> eventOf.cue(cue, foot, timeNs, first);
        };
    }

    private Strike strikeCarrier() {
        return foot == Foot.LEFT ? leftStrike : rightStrike;
    }

    private Stance stanceCarrier() {
        return foot == Foot.LEFT ? leftStance : rightStance;
    }
}

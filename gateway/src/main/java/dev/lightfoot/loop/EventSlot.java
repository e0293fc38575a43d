package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
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

/** Room for one event of any kind, filled over and over. */
final class EventSlot {
    private enum Kind {
        STRIKE,
        STANCE,
        FORM,
        MOUNT,
        CUE,
        ANSWER,
        LEARNED
    }

    private final Strike leftStrike = new Strike(Foot.LEFT);
    private final Strike rightStrike = new Strike(Foot.RIGHT);
    private final Stance leftStance = new Stance(Foot.LEFT);
    private final Stance rightStance = new Stance(Foot.RIGHT);
    private final Cue cue = new Cue();
    private final CueAnswer answer = new CueAnswer();
    private Kind kind = Kind.FORM;
    private Foot foot = Foot.LEFT;
    private GaitKind gait = GaitKind.WALKING;
    private FormState state = FormState.STANDING;
    private long timeNs;
    private long decidedNs;
    private long pinNs;
    private float first;
    private float second;
    private float third;
    private boolean calibrated;
    private MountState mountState = MountState.LEARNING;
    private MountReason mountReason = MountReason.NEW;
    private @Nullable MountCalibration mountCalibration;

    void strike(Strike strike) {
        kind = Kind.STRIKE;
        foot = strike.foot();
        strikeCarrier().set(strike);
    }

    void stance(Stance stance, GaitKind gait) {
        kind = Kind.STANCE;
        foot = stance.foot();
        this.gait = gait;
        stanceCarrier().set(stance);
    }

    void form(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        kind = Kind.FORM;
        this.state = state;
        this.timeNs = timeNs;
        first = joggingScore;
        second = rearfootShare;
    }

    void mount(Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {
        kind = Kind.MOUNT;
        this.foot = foot;
        this.timeNs = timeNs;
        mountState = state;
        mountReason = reason;
        mountCalibration = calibration;
    }

    void cue(Cue cue, long decidedNs, long pinNs) {
        kind = Kind.CUE;
        this.cue.set(cue);
        this.decidedNs = decidedNs;
        this.pinNs = pinNs;
    }

    void answer(CueAnswer answer) {
        kind = Kind.ANSWER;
        this.answer.set(answer);
    }

    void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
        kind = Kind.LEARNED;
        first = strikeAngleDeg;
        second = dutyFactor;
        third = cadenceSpm;
        this.calibrated = calibrated;
        this.timeNs = timeNs;
    }

    Event event(EventOf eventOf) {
        return switch (kind) {
            case STRIKE -> eventOf.strike(strikeCarrier());
            case STANCE -> eventOf.stance(stanceCarrier(), gait);
            case FORM -> eventOf.form(state, timeNs, first, second);
            case MOUNT -> eventOf.mount(foot, timeNs, mountState, mountReason, mountCalibration);
            case CUE -> eventOf.cue(cue, decidedNs, pinNs);
            case ANSWER -> eventOf.answer(answer);
            case LEARNED -> eventOf.learned(first, second, third, calibrated, timeNs);
        };
    }

    private Strike strikeCarrier() {
        return foot == Foot.LEFT ? leftStrike : rightStrike;
    }

    private Stance stanceCarrier() {
        return foot == Foot.LEFT ? leftStance : rightStance;
    }
}

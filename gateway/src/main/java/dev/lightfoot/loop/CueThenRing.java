package dev.lightfoot.loop;

import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.haptic.Haptic;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Drives the pin first, then tells the ring; a cue's decision and its pin are timed by the host's clock. A motor that fails is counted and stops nothing else. */
final class CueThenRing implements JudgeListener {
    private final Haptic haptic;
    private final EventRing ring;
    private final AtomicLong hapticFailures = new AtomicLong();

    CueThenRing(Haptic haptic, EventRing ring) {
        this.haptic = haptic;
        this.ring = ring;
    }

    @Override
    public void cue(Cue cue) {
        long decidedNs = System.nanoTime();
        long pinNs = EventOf.NO_TIME_NS;
        try {
            if (cue.delivery() == Delivery.PLAYED && haptic.play(cue.kind(), cue.foot(), cue.strength())) {
                pinNs = System.nanoTime();
            }
        } catch (RuntimeException e) {
            hapticFailures.incrementAndGet();
        }
        ring.cue(cue, decidedNs, pinNs);
    }

    @Override
    public void answered(CueAnswer answer) {
        ring.answer(answer);
    }

    @Override
    public void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
        ring.learned(strikeAngleDeg, dutyFactor, cadenceSpm, calibrated, timeNs);
    }

    @Override
    public void beat(float cadenceSpm) {
        try {
            haptic.beat(cadenceSpm);
        } catch (RuntimeException e) {
            hapticFailures.incrementAndGet();
        }
    }

    long hapticFailures() {
        return hapticFailures.get();
    }

    @Override
    public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        ring.form(state, timeNs, joggingScore, rearfootShare);
    }

    @Override
    public void strike(Strike strike) {
        ring.strike(strike);
    }

    @Override
    public void stance(Stance stance, GaitKind gait) {
        ring.stance(stance, gait);
    }

    @Override
    public void mount(
            Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {
        ring.mount(foot, timeNs, state, reason, calibration);
    }
}

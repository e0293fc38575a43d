package dev.lightfoot.loop;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.haptic.Haptic;
import java.util.concurrent.atomic.AtomicLong;

/** Drives the pin first, then tells the ring. A motor that fails is counted and stops nothing else. */
final class CueThenRing implements JudgeListener {
    private final Haptic haptic;
    private final EventRing ring;
    private final AtomicLong hapticFailures = new AtomicLong();

    CueThenRing(Haptic haptic, EventRing ring) {
        this.haptic = haptic;
        this.ring = ring;
    }

    @Override
    public void cue(CueKind cue, Foot foot, long timeNs, float strength) {
        try {
            haptic.play(cue, strength);
        } catch (RuntimeException e) {
            hapticFailures.incrementAndGet();
        }
        ring.cue(cue, foot, timeNs, strength);
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
}

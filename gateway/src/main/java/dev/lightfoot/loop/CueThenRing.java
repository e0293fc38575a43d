package dev.lightfoot.loop;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.haptic.Haptic;

/** Drives the pin first, then tells the ring. */
final class CueThenRing implements JudgeListener {
    private final Haptic haptic;
    private final EventRing ring;

    CueThenRing(Haptic haptic, EventRing ring) {
        this.haptic = haptic;
        this.ring = ring;
    }

    @Override
    public void cue(CueKind cue, Foot foot, long timeNs, float strength) {
        haptic.play(cue, strength);
        ring.cue(cue, foot, timeNs, strength);
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

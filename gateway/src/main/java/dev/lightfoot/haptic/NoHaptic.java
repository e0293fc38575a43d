package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;

/** No actuator: cues are recorded and shown, not felt. */
public final class NoHaptic implements Haptic {
    @Override
    public boolean play(CueKind cue, Foot foot, float strength) {
        return false;
    }

    @Override
    public void beat(float cadenceSpm) {}

    @Override
    public HapticStatus status() {
        return new HapticStatus("none", null, false);
    }

    @Override
    public void close() {}
}

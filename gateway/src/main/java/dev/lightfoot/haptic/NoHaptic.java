package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;

/** No actuator: cues are recorded and shown, not felt. */
public final class NoHaptic implements Haptic {
    @Override
    public void play(CueKind cue, float strength) {}

    @Override
    public String description() {
        return "none";
    }

    @Override
    public void close() {}
}

package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;

/** Events of a made-up run, timed in microseconds from a fixed start. */
public final class Stride {
    /** 2026-11-22T06:30:00Z. */
    public static final long START_US = 1_795_329_000_000_000L;

    private Stride() {}

    public static Event.Struck strike(long afterUs, Foot foot, StrikePattern pattern) {
        return new Event.Struck(
                foot,
                START_US + afterUs,
                START_US + afterUs + 45_000,
                pattern,
                0.875f,
                pattern == StrikePattern.REARFOOT ? 12.25f : null);
    }

    public static Event.Stood stance(long afterUs, Foot foot) {
        return new Event.Stood(
                foot,
                START_US + afterUs,
                START_US + afterUs + 250_000,
                250f,
                80.5f,
                false,
                0.375f,
                172.5f,
                GaitKind.RUNNING);
    }

    public static Event.Formed form(long afterUs, FormState state) {
        return new Event.Formed(START_US + afterUs, state, 0.25f, null);
    }

    public static Event.Cued cue(long afterUs, CueKind cue) {
        return new Event.Cued(START_US + afterUs, cue, Foot.LEFT, 0.5f);
    }
}

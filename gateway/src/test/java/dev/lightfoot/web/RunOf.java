package dev.lightfoot.web;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;

/** Events for tests. */
final class RunOf {
    private RunOf() {}

    static Event strike(Foot foot, StrikePattern pattern, long timeUs) {
        return new Event.Struck(foot, timeUs - 40_000, timeUs, pattern, 0.9f, 4f);
    }

    static Event stance(Foot foot, float cadenceSpm) {
        return new Event.Stood(foot, 1_000, 251_000, 250, 95f, true, 0.36f, cadenceSpm, GaitKind.RUNNING);
    }

    static Event form(FormState state) {
        return new Event.Formed(5, state, 0.6f, 0.42f);
    }

    static Event cue(CueKind kind) {
        return new Event.Cued(6, kind, Foot.LEFT, 0.5f);
    }

    static Event link(Foot foot, String state) {
        return new Event.Linked(7, "C0:FF:EE:00:00:0" + (foot == Foot.LEFT ? 1 : 2), foot, state, "test", 87);
    }
}

package dev.lightfoot.web;

import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.gait.Foot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A coach that only remembers what was asked of it. Thread-safe. */
final class HandMadeCoach implements Coaching {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean muted;
    private volatile FeedbackSchedule schedule = FeedbackSchedule.CONTINUOUS;

    /** In words, in the order it was asked. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The motor for the right foot is out of order. */
    String play(CueKind cue, Foot foot) {
        asked.add("play " + EventJson.name(cue) + " " + EventJson.name(foot));
        return foot == Foot.RIGHT ? "the right motor does not answer: check its wires" : "";
    }

    @Override
    public boolean muted() {
        return muted;
    }

    @Override
    public void mute(boolean wanted) {
        muted = wanted;
        asked.add(wanted ? "mute" : "unmute");
    }

    @Override
    public void calibrate() {
        asked.add("calibrate");
    }

    @Override
    public FeedbackSchedule schedule() {
        return schedule;
    }

    @Override
    public void schedule(FeedbackSchedule wanted) {
        schedule = wanted;
        asked.add("schedule " + EventJson.name(wanted));
    }
}

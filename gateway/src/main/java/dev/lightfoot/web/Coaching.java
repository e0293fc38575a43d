package dev.lightfoot.web;

import dev.lightfoot.form.FeedbackSchedule;
import java.io.IOException;

/** What the runner may ask of the coach. Thread-safe. */
public interface Coaching {
    boolean muted();

    /** Until it is unmuted, or the gateway starts anew. */
    void mute(boolean muted);

    /** Has the runner's fresh form learned anew, from the next minute of good running. */
    void calibrate();

    FeedbackSchedule schedule();

    /** Changes it at once and for later starts; IOException, with the mend, when it cannot be kept. */
    void schedule(FeedbackSchedule wanted) throws IOException;
}

package dev.lightfoot.web;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;

/** Lets the runner feel a cue. Thread-safe. */
@FunctionalInterface
public interface CueTrial {
    /** Plays it; empty when it is played, else why not, and the mend. */
    String play(CueKind cue, Foot foot);
}

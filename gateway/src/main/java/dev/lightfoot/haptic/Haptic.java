package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;

/**
 * Makes the runner feel a cue. {@link #play} is called in the strike loop: it moves the first pin before it returns and
 * does not block; what follows of the pattern is played elsewhere.
 */
public interface Haptic extends AutoCloseable {
    /** Plays a cue, strength in [0, 1] growing with the error. */
    void play(CueKind cue, float strength);

    /** What it is and where it is wired, for people. */
    String description();

    /** Leaves every actuator at rest. */
    @Override
    void close();
}

package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;

/**
 * Makes the runner feel a cue. {@link #play} is called in the strike loop: it moves the first pin before it returns and
 * does not block; what follows of the pattern is played elsewhere.
 */
public interface Haptic extends AutoCloseable {
    /**
     * Plays a cue.
     *
     * @param foot whose strike brought it about; felt on that side when there are motors on both
     * @param strength in [0, 1], growing with the error
     * @return whether an actuator was driven: not when a heavier cue is playing, nor when there is none that works
     */
    boolean play(CueKind cue, Foot foot, float strength);

    /** Beats at a cadence, in steps a minute of both feet, for as long as this is told again every few seconds. */
    void beat(float cadenceSpm);

    /** What it is, what is wrong with it and whether it plays; for any thread. */
    HapticStatus status();

    /** Leaves every actuator at rest. */
    @Override
    void close();
}

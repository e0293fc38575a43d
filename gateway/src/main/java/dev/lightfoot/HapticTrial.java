package dev.lightfoot;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.StrikeLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the runner feel a cue when it is asked for: played where cues are, in the strike loop. Thread-safe. */
record HapticTrial(Haptic haptic, StrikeLoop strikeLoop) {
    private static final float STRENGTH = 0.8f;
    private static final long WITHIN_MS = 1_000;

    /** Plays it; empty when it is played, else why not, and the mend. */
    String play(CueKind cue, Foot foot) {
        if (haptic instanceof NoHaptic) {
            return "there is no actuator to try: set haptic.kind or haptic.band in the configuration";
        }
        CompletableFuture<Boolean> driven = new CompletableFuture<>();
        strikeLoop.answer(() -> driven.complete(haptic.play(cue, foot, STRENGTH)));
        try {
            if (driven.get(WITHIN_MS, TimeUnit.MILLISECONDS)) {
                return "";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the gateway stops";
        } catch (ExecutionException | TimeoutException e) {
            return "the strike loop gives no sign of life: see /health";
        }
        String fault = haptic.status().fault();
        return fault == null ? "a heavier cue is playing: try again in a moment" : fault;
    }
}

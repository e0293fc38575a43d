package dev.lightfoot.event;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import org.jspecify.annotations.Nullable;

/**
 * Something the gateway says about a run. Times are microseconds: of the Unix epoch when live, of the trace's own clock in
 * a replay. What is not known is null.
 */
public sealed interface Event {
    /** When it became known. */
    long timeUs();

    /** One judged foot strike. */
    record Struck(
            Foot foot,
            long contactUs,
            long decidedUs,
            StrikePattern pattern,
            float confidence,
            @Nullable Float strikeAngleDeg)
            implements Event {
        @Override
        public long timeUs() {
            return decidedUs;
        }
    }

    /** One completed stance. */
    record Stood(
            Foot foot,
            long contactUs,
            long terminalContactUs,
            float contactTimeMs,
            @Nullable Float flightTimeMs,
            boolean flightTimeEstimated,
            @Nullable Float dutyFactor,
            @Nullable Float cadenceSpm,
            GaitKind gait)
            implements Event {
        @Override
        public long timeUs() {
            return terminalContactUs;
        }
    }

    /** The form state changed. */
    record Formed(
            long timeUs,
            FormState state,
            @Nullable Float joggingScore,
            @Nullable Float rearfootShare) implements Event {}

    /** A cue was given. */
    record Cued(long timeUs, CueKind cue, Foot foot, float strength) implements Event {}

    /** A pod's link changed. */
    record Linked(
            long timeUs,
            String pod,
            Foot foot,
            String state,
            String reason,
            @Nullable Integer batteryPct) implements Event {}
}

package dev.lightfoot.event;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueReason;
import dev.lightfoot.form.CueResponse;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.AngleZero;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Resolution;
import dev.lightfoot.gait.StrikePattern;
import org.jspecify.annotations.Nullable;

/**
 * Something the gateway says about a run. Times are microseconds: of the Unix epoch when live, of the trace's own clock in
 * a replay. What is not known is null.
 */
public sealed interface Event {
    /** When it became known. */
    long timeUs();

    /** The same by a clock that was set ahead by so many microseconds, or back when negative. */
    default Event setBy(long byUs) {
        return switch (this) {
            case Struck e ->
                new Struck(
                        e.foot(),
                        e.contactUs() + byUs,
                        e.decidedUs() + byUs,
                        e.pattern(),
                        e.confidence(),
                        e.strikeAngleDeg(),
                        e.angleZero(),
                        e.resolution());
            case Stood e ->
                new Stood(
                        e.foot(),
                        e.contactUs() + byUs,
                        e.terminalContactUs() + byUs,
                        e.contactTimeMs(),
                        e.flightTimeMs(),
                        e.flightTimeEstimated(),
                        e.dutyFactor(),
                        e.cadenceSpm(),
                        e.gait());
            case Formed e -> new Formed(e.timeUs() + byUs, e.state(), e.joggingScore(), e.rearfootShare());
            case Cued e ->
                new Cued(
                        e.timeUs() + byUs,
                        e.cue(),
                        e.foot(),
                        e.strength(),
                        e.reason(),
                        e.delivery(),
                        e.joggingScore(),
                        e.strikeAngleDeg(),
                        e.dutyFactor(),
                        e.cadenceSpm(),
                        later(e.decidedUs(), byUs),
                        later(e.pinUs(), byUs));
            case Answered e ->
                new Answered(
                        e.timeUs() + byUs,
                        e.cueUs() + byUs,
                        e.cue(),
                        e.response(),
                        e.scoreBefore(),
                        e.scoreAfter(),
                        e.strikes());
            case Learned e ->
                new Learned(e.timeUs() + byUs, e.strikeAngleDeg(), e.dutyFactor(), e.cadenceSpm(), e.calibrated());
            case Mounted e -> new Mounted(e.timeUs() + byUs, e.foot(), e.state(), e.reason(), e.calibration());
            case Linked e -> new Linked(e.timeUs() + byUs, e.pod(), e.foot(), e.state(), e.reason(), e.batteryPct());
        };
    }

    private static @Nullable Long later(@Nullable Long timeUs, long byUs) {
        return timeUs == null ? null : Long.valueOf(timeUs + byUs);
    }

    /**
     * One judged foot strike.
     *
     * @param angleZero what the zero of the angle rests upon
     * @param resolution what the spacing of the samples still tells; null, as the zero, when read back from the history
     */
    record Struck(
            Foot foot,
            long contactUs,
            long decidedUs,
            StrikePattern pattern,
            float confidence,
            @Nullable Float strikeAngleDeg,
            @Nullable AngleZero angleZero,
            @Nullable Resolution resolution)
            implements Event {
        /** A strike of which it is not known what it rests upon. */
        public Struck(
                Foot foot,
                long contactUs,
                long decidedUs,
                StrikePattern pattern,
                float confidence,
                @Nullable Float strikeAngleDeg) {
            this(foot, contactUs, decidedUs, pattern, confidence, strikeAngleDeg, null, null);
        }

        @Override
        public long timeUs() {
            return decidedUs;
        }
    }

    /**
     * One completed stance.
     *
     * @param asymmetryPercent of the contact times over some strides, left less right; null when not known
     */
    record Stood(
            Foot foot,
            long contactUs,
            long terminalContactUs,
            float contactTimeMs,
            @Nullable Float flightTimeMs,
            boolean flightTimeEstimated,
            @Nullable Float dutyFactor,
            @Nullable Float cadenceSpm,
            GaitKind gait,
            @Nullable Float asymmetryPercent)
            implements Event {
        /** A stance of which the other foot's is not known. */
        public Stood(
                Foot foot,
                long contactUs,
                long terminalContactUs,
                float contactTimeMs,
                @Nullable Float flightTimeMs,
                boolean flightTimeEstimated,
                @Nullable Float dutyFactor,
                @Nullable Float cadenceSpm,
                GaitKind gait) {
            this(
                    foot,
                    contactUs,
                    terminalContactUs,
                    contactTimeMs,
                    flightTimeMs,
                    flightTimeEstimated,
                    dutyFactor,
                    cadenceSpm,
                    gait,
                    null);
        }

        @Override
        public long timeUs() {
            return terminalContactUs;
        }
    }

    /**
     * What is known about how a foot's pod sits on its shoe changed.
     *
     * @param calibration worth keeping for the next run; null unless settled
     */
    record Mounted(
            long timeUs,
            Foot foot,
            MountState state,
            MountReason reason,
            @Nullable MountCalibration calibration) implements Event {}

    /** The form state changed. */
    record Formed(
            long timeUs,
            FormState state,
            @Nullable Float joggingScore,
            @Nullable Float rearfootShare) implements Event {}

    /**
     * A cue was decided.
     *
     * @param timeUs of the last sample that the decision used
     * @param reason null when an older Lightfoot kept it, as what follows
     * @param delivery whether it was felt
     * @param joggingScore smoothed, at the decision, as what follows is of the strike that brought it about
     * @param decidedUs when it was decided, by the host's clock; null in a replay
     * @param pinUs when the actuator was driven, by the host's clock; null when it was not
     */
    record Cued(
            long timeUs,
            CueKind cue,
            Foot foot,
            float strength,
            @Nullable CueReason reason,
            Delivery delivery,
            @Nullable Float joggingScore,
            @Nullable Float strikeAngleDeg,
            @Nullable Float dutyFactor,
            @Nullable Float cadenceSpm,
            @Nullable Long decidedUs,
            @Nullable Long pinUs)
            implements Event {
        /** A cue of which no more is known. */
        public Cued(long timeUs, CueKind cue, Foot foot, float strength) {
            this(timeUs, cue, foot, strength, null, Delivery.PLAYED, null, null, null, null, null, null);
        }

        public boolean played() {
            return delivery == Delivery.PLAYED;
        }
    }

    /**
     * What the gait did in the strides after a cue.
     *
     * @param cueUs the cue's timeUs
     * @param strikes how many the score after the cue is the mean of
     */
    record Answered(
            long timeUs,
            long cueUs,
            CueKind cue,
            CueResponse response,
            @Nullable Float scoreBefore,
            @Nullable Float scoreAfter,
            int strikes)
            implements Event {}

    /** The runner's fresh form has been learned. */
    record Learned(long timeUs, float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated)
            implements Event {}

    /** A pod's link changed. */
    record Linked(
            long timeUs,
            String pod,
            Foot foot,
            String state,
            String reason,
            @Nullable Integer batteryPct) implements Event {}
}

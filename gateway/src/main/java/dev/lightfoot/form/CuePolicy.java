package dev.lightfoot.form;

import dev.lightfoot.gait.Foot;

/**
 * When the runner is told. A nudge when form begins to drift, a warning that grows while it is jogging, a stop when it has not
 * come back in the set time or keeps failing, restored once it has been good again for a while. After a stop there are no more
 * warnings, and it is repeated ever more rarely: nobody is nagged. Walking and standing are never cued, and end the account.
 * What is muted, or kept back by the schedule, is told as such. Allocates nothing.
 */
final class CuePolicy {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NEVER_NS = Long.MIN_VALUE / 2;
    /** Shorter is no coming back, but a lucky step or two. */
    private static final long BACK_AFTER_NS = 4 * NS_PER_S;

    private static final long NUDGE_GAPS = 5;
    private static final long FAILURES_WITHIN_NS = 300 * NS_PER_S;
    private static final long STOP_GAP_AT_MOST_NS = 300 * NS_PER_S;

    private final FormListener listener;
    private final FollowUp followUp;
    private final CueSettings settings;
    private final Session session;
    private final Baseline baseline;
    private final Cue cue = new Cue();
    private final long cueGapNs;
    private final long stopAfterNs;
    private final long[] failuresNs;

    private Schedule schedule;
    private boolean muted;
    private boolean owesRestored;
    private long goodSinceNs = NEVER_NS;
    private boolean away;
    private long awaySinceNs;
    private boolean stopTold;
    private long stopGapNs;
    private int failures;
    private long lastNudgeNs = NEVER_NS;
    private long lastWarningNs = NEVER_NS;
    private long lastStopNs = NEVER_NS;

    CuePolicy(CueSettings settings, Session session, Baseline baseline, FollowUp followUp, FormListener listener) {
        this.listener = listener;
        this.followUp = followUp;
        this.session = session;
        this.baseline = baseline;
        this.settings = settings;
        schedule = new Schedule(settings);
        muted = settings.muted();
        cueGapNs = Math.round((double) settings.cueGapS() * NS_PER_S);
        stopAfterNs = Math.round((double) settings.stopAfterS() * NS_PER_S);
        failuresNs = new long[settings.stopAfterFailures()];
        forget();
    }

    void mute(boolean wanted) {
        muted = wanted;
    }

    /** Another schedule from the next cue on; allocates once. */
    void schedule(FeedbackSchedule wanted) {
        schedule = new Schedule(settings.scheduled(wanted));
    }

    boolean muted() {
        return muted;
    }

    /** What the strike measured that is judged next; NaN what is not known. */
    void measured(float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        cue.measured(Float.NaN, strikeAngleDeg, dutyFactor, cadenceSpm);
    }

    void judge(FormState state, float joggingScore, Foot foot, long nowNs) {
        cue.measured(joggingScore, cue.strikeAngleDeg(), cue.dutyFactor(), cue.cadenceSpm());
        switch (state) {
            case STANDING, WALKING -> {
                forget();
                followUp.walked(nowNs);
            }
            case GOOD -> good(foot, nowNs);
            case DRIFTING -> drifting(joggingScore, foot, nowNs);
            case JOGGING -> jogging(joggingScore, foot, nowNs);
        }
    }

    private void forget() {
        owesRestored = false;
        failures = 0;
        comeBack();
    }

    private void comeBack() {
        goodSinceNs = NEVER_NS;
        away = false;
        stopTold = false;
        stopGapNs = stopAfterNs;
    }

    private void good(Foot foot, long nowNs) {
        if (goodSinceNs == NEVER_NS) {
            goodSinceNs = nowNs;
        }
        if (nowNs - goodSinceNs >= BACK_AFTER_NS) {
            comeBack();
            goodSinceNs = nowNs - BACK_AFTER_NS;
            if (owesRestored) {
                owesRestored = false;
                say(CueKind.RESTORED, CueReason.GOOD_AGAIN, foot, nowNs, 0.3f);
            }
        }
    }

    private void drifting(float joggingScore, Foot foot, long nowNs) {
        goodSinceNs = NEVER_NS;
        boolean saidEnough = owesRestored || nowNs - lastNudgeNs < NUDGE_GAPS * cueGapNs;
        if (!saidEnough) {
            lastNudgeNs = nowNs;
            owesRestored = true;
            say(CueKind.NUDGE, CueReason.DRIFT_BEGAN, foot, nowNs, strength(joggingScore));
        }
    }

    private void jogging(float joggingScore, Foot foot, long nowNs) {
        goodSinceNs = NEVER_NS;
        boolean begins = !away;
        if (begins) {
            away = true;
            awaySinceNs = nowNs;
            failuresNs[failures % failuresNs.length] = nowNs;
            failures++;
        }
        boolean notBack = nowNs - awaySinceNs >= stopAfterNs;
        boolean keepsFailing = begins && failedTooOften(nowNs);
        if ((notBack || keepsFailing) && nowNs - lastStopNs >= stopGapNs) {
            lastStopNs = nowNs;
            stopGapNs = stopTold ? Math.min(2 * stopGapNs, Math.max(stopAfterNs, STOP_GAP_AT_MOST_NS)) : stopGapNs;
            stopTold = true;
            owesRestored = true;
            say(CueKind.STOP, notBack ? CueReason.NOT_COME_BACK : CueReason.KEEPS_FAILING, foot, nowNs, 1);
        } else if (!stopTold && nowNs - lastWarningNs >= cueGapNs) {
            lastWarningNs = nowNs;
            owesRestored = true;
            CueReason reason = begins ? CueReason.JOGGING_BEGAN : CueReason.JOGGING_GOES_ON;
            say(CueKind.WARNING, reason, foot, nowNs, strength(joggingScore));
        }
    }

    private boolean failedTooOften(long nowNs) {
        long oldestNs = failuresNs[failures % failuresNs.length];
        return failures >= failuresNs.length && nowNs - oldestNs <= FAILURES_WITHIN_NS;
    }

    private void say(CueKind kind, CueReason reason, Foot foot, long nowNs, float strength) {
        boolean let = schedule.lets(kind, cue.joggingScore(), session.number(), session.sinceStartNs(nowNs));
        Delivery delivery =
                muted ? Delivery.MUTED : let && !baseline.calibrating() ? Delivery.PLAYED : Delivery.WITHHELD;
        cue.decided(kind, reason, delivery, foot, nowNs, strength);
        listener.cue(cue);
        followUp.watch(cue);
    }

    /** In walking, vibration that grew with the error was preferred to fixed, and better retained than none (Sundaram 2025). */
    private static float strength(float joggingScore) {
        return Math.clamp(joggingScore / 1.5f, 0.2f, 1f);
    }
}

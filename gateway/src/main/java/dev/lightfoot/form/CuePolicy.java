package dev.lightfoot.form;

import dev.lightfoot.gait.Foot;

/**
 * When the runner is told. A nudge when form begins to drift, a warning that grows while it is jogging, a stop when it stays
 * so, restored once it is good again. Walking and standing are never cued, and end the account.
 */
final class CuePolicy {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NEVER_NS = Long.MIN_VALUE / 2;

    private final FormListener listener;
    private final long cueGapNs;
    private final long stopAfterNs;

    private boolean owesRestored;
    private boolean jogging;
    private long joggingSinceNs;
    private long lastNudgeNs = NEVER_NS;
    private long lastWarningNs = NEVER_NS;
    private long lastStopNs = NEVER_NS;

    CuePolicy(FormSettings settings, FormListener listener) {
        this.listener = listener;
        cueGapNs = Math.round((double) settings.cueGapS() * NS_PER_S);
        stopAfterNs = Math.round((double) settings.stopAfterS() * NS_PER_S);
    }

    void judge(FormState state, float joggingScore, Foot foot, long nowNs) {
        if (state != FormState.JOGGING) {
            jogging = false;
        } else if (!jogging) {
            jogging = true;
            joggingSinceNs = nowNs;
        }
        switch (state) {
            case STANDING, WALKING -> owesRestored = false;
            case GOOD -> restore(foot, nowNs);
            case DRIFTING -> nudge(joggingScore, foot, nowNs);
            case JOGGING -> warn(joggingScore, foot, nowNs);
        }
    }

    private void restore(Foot foot, long nowNs) {
        if (owesRestored) {
            owesRestored = false;
            listener.cue(CueKind.RESTORED, foot, nowNs, 0.3f);
        }
    }

    private void nudge(float joggingScore, Foot foot, long nowNs) {
        boolean saidEnough = owesRestored || nowNs - lastNudgeNs < cueGapNs;
        if (!saidEnough) {
            lastNudgeNs = nowNs;
            owesRestored = true;
            listener.cue(CueKind.NUDGE, foot, nowNs, strength(joggingScore));
        }
    }

    private void warn(float joggingScore, Foot foot, long nowNs) {
        boolean stopDue = nowNs - joggingSinceNs >= stopAfterNs;
        if (stopDue && nowNs - lastStopNs >= stopAfterNs) {
            lastStopNs = nowNs;
            lastWarningNs = nowNs;
            owesRestored = true;
            listener.cue(CueKind.STOP, foot, nowNs, 1);
        } else if (nowNs - lastWarningNs >= cueGapNs) {
            lastWarningNs = nowNs;
            owesRestored = true;
            listener.cue(CueKind.WARNING, foot, nowNs, strength(joggingScore));
        }
    }

    /** Vibration that grows with the error is preferred and better retained (Sundaram 2025). */
    private static float strength(float joggingScore) {
        return Math.clamp(joggingScore / 1.5f, 0.2f, 1f);
    }
}

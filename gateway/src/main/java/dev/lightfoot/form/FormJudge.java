package dev.lightfoot.form;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Resolution;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;

/**
 * Judges form strike by strike: standing, walking, good, drifting or jogging, and the cues that follow. The score of a
 * strike is known while that foot is on the ground; duty factor and cadence are those of the last completed stance.
 * Allocates nothing, but once a session. Not thread-safe.
 */
public final class FormJudge {
    /** Longer than any walking stride seen through one pod. */
    private static final long STANDING_AFTER_NS = 2_500_000_000L;

    /**
     * Walking and running part at 135 to 140 spm (Hum Mov Sci 2023;90:103117). Below this cadence a runner must fly, by so much
     * longer for each step a minute less: at 125 spm a jogger's duty factor of 0.46 leaves 40 ms.
     */
    private static final float FLIGHT_BELOW_SPM = 141;

    private static final float FLIGHT_MS_PER_SPM = 2.5f;

    /**
     * Where samples lie so far apart that contact and flight are rough, the cadence decides alone, and what looks like a walk's stance
     * moves the border by these 4 spm; set on simulated runners.
     */
    private static final float COARSE_WALKING_BELOW_SPM = 140;

    private static final float COARSE_DOUBTED_BELOW_SPM = 144;

    private static final int STANCES_TO_CHANGE_GAIT = 2;
    /** Of the last six: one stray step, or two, worsens no state. */
    private static final int STRIKES_TO_WORSEN = 3;

    private static final float DRIFTING_HYSTERESIS = 0.15f;
    private static final float JOGGING_HYSTERESIS = 0.45f;
    private static final float SCORE_STEP_TOLD = 0.1f;
    private static final float SHARE_STEP_TOLD = 0.1f;

    private final FormSettings settings;
    private final FormListener listener;
    private final Baseline baseline;
    private final JoggingScore joggingScore;
    private final RecentStrikes recent = new RecentStrikes();
    private final Session session;
    private final FollowUp followUp;
    private final CuePolicy cuePolicy;
    private final float beatFactor;

    private FormState state = FormState.STANDING;
    private boolean beat;
    private boolean told;
    private float toldScore = Float.NaN;
    private float toldShare = Float.NaN;
    private long lastStepNs;
    private float dutyFactor = Float.NaN;
    private float cadenceSpm = Float.NaN;
    private Resolution resolution = Resolution.FULL;
    private int walkingStances;
    private int runningStances;

    public FormJudge(FormSettings settings, SessionStart start, FormListener listener) {
        this.settings = settings;
        this.listener = listener;
        CueSettings cues = settings.cues();
        baseline = new Baseline(settings, start);
        joggingScore = new JoggingScore(settings, baseline);
        session = new Session(start, Math.round((double) cues.sessionRestS() * 1e9));
        followUp = new FollowUp(listener);
        cuePolicy = new CuePolicy(cues, session, baseline, followUp, listener);
        beat = cues.beat();
        beatFactor = 1 + cues.beatAbovePct() / 100;
    }

    /** Without cues, which are told all the same, as muted; and without the beat. */
    public void mute(boolean muted) {
        cuePolicy.mute(muted);
    }

    /** How much of the cues is felt from now on. */
    public void schedule(FeedbackSchedule wanted) {
        cuePolicy.schedule(wanted);
    }

    /** Asks for the cadence beat, or ends it. */
    public void beat(boolean wanted) {
        beat = wanted;
    }

    /** Learns fresh form anew from the next minute of good running, without cues; what was kept is forgotten. */
    public void calibrate() {
        baseline.calibrate();
    }

    public FormState state() {
        return state;
    }

    public void strike(Strike strike) {
        long nowNs = strike.decidedNs();
        standAfterGap(nowNs);
        lastStepNs = nowNs;
        session.step(nowNs);
        recent.add(strike.pattern());
        resolution = strike.resolution();
        if (!running()) {
            return;
        }
        if (session.run(nowNs)) {
            baseline.beginSession();
        }
        if (beat && !cuePolicy.muted()) {
            listener.beat(beatFactor * baseline.cadenceSpm());
        }
        float scoredDutyFactor = resolution == Resolution.COARSE ? Float.NaN : dutyFactor;
        float score = joggingScore.of(strike.strikeAngleDeg(), scoredDutyFactor, cadenceSpm);
        if (!Float.isNaN(score)) {
            judge(strike, score, nowNs);
        }
    }

    private void judge(Strike strike, float score, long nowNs) {
        recent.addScore(score);
        if (score < settings.driftingScore() && baseline.learn(strike.strikeAngleDeg(), dutyFactor, cadenceSpm)) {
            FreshForm fresh = baseline.learned();
            listener.learned(
                    fresh.strikeAngleDeg(), fresh.dutyFactor(), fresh.cadenceSpm(), baseline.calibrated(), nowNs);
        }
        followUp.strike(score, nowNs);
        cuePolicy.measured(strike.strikeAngleDeg(), dutyFactor, cadenceSpm);
        enter(runningState(recent.score()), strike.foot(), nowNs);
    }

    /** Takes a completed stance and names its gait. */
    public GaitKind stance(Stance stance) {
        standAfterGap(stance.contactNs());
        lastStepNs = Math.max(lastStepNs, stance.terminalContactNs());
        boolean walking = walking(stance);
        walkingStances = walking ? walkingStances + 1 : 0;
        runningStances = walking ? 0 : runningStances + 1;
        if (walking) {
            dutyFactor = Float.NaN;
            cadenceSpm = Float.NaN;
        } else {
            dutyFactor = stance.dutyFactor();
            cadenceSpm = stance.cadenceSpm();
        }
        if (walkingStances >= STANCES_TO_CHANGE_GAIT && state != FormState.WALKING) {
            recent.clear();
            enter(FormState.WALKING, stance.foot(), stance.terminalContactNs());
        } else if (runningStances >= STANCES_TO_CHANGE_GAIT && !running()) {
            recent.clear();
            enter(FormState.GOOD, stance.foot(), stance.terminalContactNs());
        }
        if (walking) {
            return GaitKind.WALKING;
        }
        return state == FormState.JOGGING ? GaitKind.JOGGING : GaitKind.RUNNING;
    }

    /** Tells that time has passed; who takes no step for a while is standing. */
    public void advance(long nowNs) {
        if (!told) {
            lastStepNs = nowNs;
            enter(FormState.STANDING, Foot.LEFT, nowNs);
        } else {
            standAfterGap(nowNs);
        }
    }

    /** Who took no step for a while, or whom no pod heard, begins anew. */
    private void standAfterGap(long nowNs) {
        if (state != FormState.STANDING && nowNs - lastStepNs > STANDING_AFTER_NS) {
            recent.clear();
            walkingStances = 0;
            runningStances = 0;
            dutyFactor = Float.NaN;
            cadenceSpm = Float.NaN;
            enter(FormState.STANDING, Foot.LEFT, nowNs);
        }
    }

    /** A stance whose toe-off was misjudged may look like a run's; steps that slow without flight are a walk's. */
    private boolean walking(Stance stance) {
        if (resolution == Resolution.COARSE) {
            return stance.cadenceSpm() < (stance.walking() ? COARSE_DOUBTED_BELOW_SPM : COARSE_WALKING_BELOW_SPM);
        }
        float leastFlightMs = FLIGHT_MS_PER_SPM * (FLIGHT_BELOW_SPM - stance.cadenceSpm());
        return stance.walking() || (leastFlightMs > 0 && !(stance.flightTimeMs() > leastFlightMs));
    }

    private boolean running() {
        return state == FormState.GOOD || state == FormState.DRIFTING || state == FormState.JOGGING;
    }

    private FormState runningState(float score) {
        float joggingFrom = settings.joggingScore() - (state == FormState.JOGGING ? JOGGING_HYSTERESIS : 0);
        float driftingFrom = settings.driftingScore() - (state == FormState.GOOD ? 0 : DRIFTING_HYSTERESIS);
        FormState next =
                score >= joggingFrom ? FormState.JOGGING : score >= driftingFrom ? FormState.DRIFTING : FormState.GOOD;
        boolean worse = next.compareTo(state) > 0;
        return worse && recent.scoresFrom(settings.driftingScore()) < STRIKES_TO_WORSEN ? state : next;
    }

    private void enter(FormState next, Foot foot, long nowNs) {
        float score = next == FormState.STANDING || next == FormState.WALKING ? Float.NaN : recent.score();
        float share = recent.rearfootShare();
        if (!told
                || next != state
                || moved(score, toldScore, SCORE_STEP_TOLD)
                || (!Float.isNaN(score) && moved(share, toldShare, SHARE_STEP_TOLD))) {
            told = true;
            toldScore = score;
            toldShare = share;
            state = next;
            listener.formChanged(next, nowNs, score, share);
        }
        cuePolicy.judge(next, score, foot, nowNs);
    }

    private static boolean moved(float value, float told, float step) {
        return !(Math.abs(value - told) < step) && !(Float.isNaN(value) && Float.isNaN(told));
    }
}

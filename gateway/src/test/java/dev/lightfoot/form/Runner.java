package dev.lightfoot.form;

import dev.lightfoot.gait.AngleZero;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Resolution;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.gait.StrikePattern;
import java.util.ArrayList;
import java.util.List;

/** Steps through a run by hand, on a clock of its own, and keeps what the judge said. */
final class Runner implements FormListener {
    record Said(CueKind cue, long timeNs, float strength, CueReason reason, Delivery delivery) {}

    record Told(FormState state, long timeNs, float joggingScore, float rearfootShare) {}

    final List<Told> told = new ArrayList<>();
    final List<FormState> states = new ArrayList<>();
    final List<Said> cues = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final List<FreshForm> learned = new ArrayList<>();
    final List<Float> beats = new ArrayList<>();
    final Cue lastCue = new Cue();
    final FormJudge judge;
    GaitKind lastGait = GaitKind.RUNNING;

    private final Strike[] strikes = {new Strike(Foot.LEFT), new Strike(Foot.RIGHT)};
    private final Stance[] stances = {new Stance(Foot.LEFT), new Stance(Foot.RIGHT)};
    private Resolution resolution = Resolution.FULL;
    private float flightTimeMs = Float.NaN;
    private long nowNs;
    private final boolean[] lost = new boolean[2];
    private int step;

    Runner(FormSettings settings) {
        this(settings, SessionStart.first());
    }

    Runner(FormSettings settings, SessionStart start) {
        judge = new FormJudge(settings, start, this);
        judge.advance(nowNs);
    }

    Runner() {
        this(FormSettings.defaults());
    }

    Runner flightTimeMs(float ms) {
        flightTimeMs = ms;
        return this;
    }

    /** With pods whose samples lie far apart. */
    Runner coarse() {
        resolution = Resolution.COARSE;
        return this;
    }

    Runner good(int steps) {
        return run(steps, 3, 0.36f, 172);
    }

    Runner jog(int steps) {
        return run(steps, 18, 0.46f, 148);
    }

    Runner run(int steps, float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        return step(steps, strikeAngleDeg, dutyFactor, cadenceSpm, false);
    }

    /** A stance that looks like a walk's. */
    Runner stancesOfAWalk(int steps, float strikeAngleDeg, float cadenceSpm) {
        return step(steps, strikeAngleDeg, 0.5f, cadenceSpm, true);
    }

    Runner walk(int steps) {
        return step(steps, 20, 0.62f, 110, true);
    }

    Runner stand(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            nowNs += 100_000_000L;
            judge.advance(nowNs);
        }
        return this;
    }

    /** The pod of a foot, 0 or 1, is lost, or found again; its steps are taken all the same. */
    Runner lost(int foot, boolean gone) {
        lost[foot] = gone;
        return this;
    }

    Runner goodUntil(long second) {
        while (nowNs < second * 1_000_000_000L) {
            good(1);
        }
        return this;
    }

    long nowNs() {
        return nowNs;
    }

    List<CueKind> cueKinds() {
        return cues.stream().map(Said::cue).toList();
    }

    /** Those the runner got to feel. */
    List<CueKind> felt() {
        return cues.stream()
                .filter(said -> said.delivery() == Delivery.PLAYED)
                .map(Said::cue)
                .toList();
    }

    private Runner step(int steps, float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean walking) {
        for (int i = 0; i < steps; i++) {
            int foot = step++ % 2;
            long stepNs = (long) (60e9 / cadenceSpm);
            long contactNs = nowNs;
            if (lost[foot]) {
                nowNs += stepNs;
                continue;
            }
            StrikePattern pattern = strikeAngleDeg > 8
                    ? StrikePattern.REARFOOT
                    : strikeAngleDeg < -1.6 ? StrikePattern.FOREFOOT : StrikePattern.MIDFOOT;
            long decidedNs = contactNs + 35_000_000L;
            judge.strike(strikes[foot]
                    .set(contactNs, decidedNs, pattern, 0.9f, strikeAngleDeg)
                    .rests(AngleZero.STANDING, resolution));
            judge.advance(decidedNs);
            long terminalContactNs = contactNs + (long) (2 * stepNs * dutyFactor);
            lastGait = judge.stance(stances[foot].set(
                    contactNs, terminalContactNs, flightTimeMs, false, dutyFactor, cadenceSpm, walking));
            nowNs += stepNs;
            judge.advance(nowNs);
        }
        return this;
    }

    @Override
    public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        told.add(new Told(state, timeNs, joggingScore, rearfootShare));
        if (states.isEmpty() || states.getLast() != state) {
            states.add(state);
        }
    }

    @Override
    public void cue(Cue cue) {
        lastCue.set(cue);
        cues.add(new Said(cue.kind(), cue.timeNs(), cue.strength(), cue.reason(), cue.delivery()));
    }

    @Override
    public void answered(CueAnswer answer) {
        answers.add(answer.kind() + " " + answer.response());
    }

    @Override
    public void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
        learned.add(new FreshForm(strikeAngleDeg, dutyFactor, cadenceSpm));
    }

    @Override
    public void beat(float cadenceSpm) {
        beats.add(cadenceSpm);
    }
}

package dev.lightfoot.loop;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.form.SessionStart;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Scenario;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Simulated feet, sampled at 104 Hz, through gait and form, and the cues that come of them; seconds from the scenario's start. */
final class CoachedFeet implements JudgeListener {
    record Said(CueKind kind, double atS, Delivery delivery) {}

    private static final double SAMPLE_RATE_HZ = 104;

    final List<Said> cues = new ArrayList<>();
    final Judge judge;
    private final Set<Foot> heard = EnumSet.allOf(Foot.class);
    private final Scenario scenario;
    private final Body body;
    private final ImuReading reading = new ImuReading();
    private long sample;

    CoachedFeet(Scenario scenario, long seed) {
        this(scenario, seed, FormSettings.defaults(), SessionStart.first());
    }

    CoachedFeet(Scenario scenario, long seed, FormSettings settings, SessionStart start) {
        this.scenario = scenario;
        body = new Body(scenario, seed);
        judge = new Judge(settings, start, this);
    }

    CoachedFeet toTheEnd() {
        return until(scenario.seconds());
    }

    CoachedFeet until(double seconds) {
        for (; sample / SAMPLE_RATE_HZ < seconds; sample++) {
            long timeNs = (long) (sample * 1e9 / SAMPLE_RATE_HZ);
            for (Foot foot : heard) {
                (foot == Foot.LEFT ? body.left() : body.right()).read(timeNs, reading);
                judge.sample(
                        foot,
                        timeNs,
                        (float) reading.accXMps2,
                        (float) reading.accYMps2,
                        (float) reading.accZMps2,
                        (float) reading.gyroXRadPerS,
                        (float) reading.gyroYRadPerS,
                        (float) reading.gyroZRadPerS);
            }
            judge.coach().advance(timeNs);
        }
        return this;
    }

    CoachedFeet lost(Foot foot) {
        heard.remove(foot);
        return this;
    }

    CoachedFeet found(Foot foot) {
        heard.add(foot);
        return this;
    }

    List<CueKind> felt() {
        return cues.stream()
                .filter(said -> said.delivery() == Delivery.PLAYED)
                .map(Said::kind)
                .toList();
    }

    double firstS(CueKind kind) {
        return cues.stream()
                .filter(said -> said.kind() == kind)
                .mapToDouble(Said::atS)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void strike(Strike strike) {}

    @Override
    public void stance(Stance stance, GaitKind gait) {}

    @Override
    public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {}

    @Override
    public void cue(Cue cue) {
        cues.add(new Said(cue.kind(), cue.timeNs() / 1e9, cue.delivery()));
    }
}

package dev.lightfoot.sweep;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.loop.Judge;
import dev.lightfoot.loop.JudgeListener;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.FormTruth;
import dev.lightfoot.sim.runner.Gait;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One simulated runner through the judge: sampled at a rate, with noise, bias, losses and a mount, and scored. */
final class SweepRun implements JudgeListener {
    private static final long MATCH_NS = 60_000_000L;
    private static final int STRIKES_TO_FIND_JOGGING = 16;
    /** Form is smoothed, so it is still called jogging for a while after it has come back. */
    private static final double GRACE_S = 8;

    private record Struck(Foot foot, long contactNs, long decidedNs, StrikePattern pattern, float angleDeg) {}

    private record Stood(Foot foot, long contactNs, long terminalContactNs, boolean walking) {}

    /** How a run is sampled. */
    record Conditions(Scenario scenario, long seed, int rateHz, boolean turned, double lossPct) {
        @Override
        public String toString() {
            return scenario.name() + " seed " + seed + ", " + rateHz + " Hz" + (turned ? ", turned" : "")
                    + (lossPct > 0 ? ", " + lossPct + " % lost" : "");
        }
    }

    private final List<Struck> strikes = new ArrayList<>();
    private final List<Stood> stood = new ArrayList<>();
    private final List<Long> joggingFromNs = new ArrayList<>();
    private FormState state = FormState.STANDING;

    static Score score(Conditions conditions) {
        SweepRun run = new SweepRun();
        long seed = conditions.seed();
        Body body = conditions.turned()
                ? new Body(conditions.scenario(), seed, Mount.random(2 * seed), Mount.random(2 * seed + 1))
                : new Body(conditions.scenario(), seed);
        run.play(body, conditions);
        return run.scoreOf(body);
    }

    private void play(Body body, Conditions conditions) {
        Judge judge = new Judge(FormSettings.defaults(), this);
        Random random = new Random(conditions.seed());
        float[] bias = new float[6];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float) (random.nextGaussian() * (i < 3 ? 0.1 : Math.toRadians(0.5)));
        }
        ImuReading reading = new ImuReading();
        long samples = (long) (conditions.scenario().seconds() * conditions.rateHz());
        int losing = 0;
        for (long i = 0; i < samples; i++) {
            long timeNs = i * 1_000_000_000L / conditions.rateHz();
            losing = losing > 0 ? losing - 1 : random.nextDouble() < conditions.lossPct() / 300 ? 3 : 0;
            if (losing == 0) {
                sample(judge, Foot.LEFT, body.left(), timeNs, reading, bias, random);
                sample(judge, Foot.RIGHT, body.right(), timeNs, reading, bias, random);
            }
        }
    }

    private static void sample(
            Judge judge, Foot foot, ImuSource shoe, long timeNs, ImuReading reading, float[] bias, Random random) {
        shoe.read(timeNs, reading);
        double acc = 0.02;
        double gyro = Math.toRadians(0.1);
        judge.sample(
                foot,
                timeNs,
                (float) (reading.accXMps2 + bias[0] + acc * random.nextGaussian()),
                (float) (reading.accYMps2 + bias[1] + acc * random.nextGaussian()),
                (float) (reading.accZMps2 + bias[2] + acc * random.nextGaussian()),
                (float) (reading.gyroXRadPerS + bias[3] + gyro * random.nextGaussian()),
                (float) (reading.gyroYRadPerS + bias[4] + gyro * random.nextGaussian()),
                (float) (reading.gyroZRadPerS + bias[5] + gyro * random.nextGaussian()));
    }

    private Score scoreOf(Body body) {
        Score score = new Score();
        Set<Struck> used = new HashSet<>();
        for (TrueStance truth : body.stances()) {
            Foot foot = truth.side() == Side.LEFT ? Foot.LEFT : Foot.RIGHT;
            Struck nearest = null;
            for (Struck strike : strikes) {
                long off = Math.abs(strike.contactNs() - truth.contactNs());
                if (strike.foot() == foot
                        && off <= MATCH_NS
                        && !used.contains(strike)
                        && (nearest == null || off < Math.abs(nearest.contactNs() - truth.contactNs()))) {
                    nearest = strike;
                }
            }
            score.contact(nearest != null);
            if (nearest != null) {
                used.add(nearest);
                scoreStrike(score, truth, nearest);
            }
        }
        score.falseContacts(strikes.size() - used.size());
        scoreJogging(score, body);
        return score;
    }

    private void scoreStrike(Score score, TrueStance truth, Struck strike) {
        score.strike(
                (strike.contactNs() - truth.contactNs()) / 1e6,
                (strike.decidedNs() - truth.contactNs()) / 1e6,
                strike.angleDeg() - truth.strikeAngleDeg(),
                switch (truth.pattern()) {
                    case REAR -> StrikePattern.REARFOOT;
                    case MID -> StrikePattern.MIDFOOT;
                    case FORE -> StrikePattern.FOREFOOT;
                },
                strike.pattern());
        for (Stood stance : stood) {
            if (stance.foot() == strike.foot() && stance.contactNs() == strike.contactNs()) {
                score.stance(
                        (stance.terminalContactNs() - truth.liftNs()) / 1e6,
                        stance.walking() == (truth.gait() == Gait.WALKING));
            }
        }
    }

    private void scoreJogging(Score score, Body body) {
        Scenario scenario = body.scenario();
        int episodes = 0;
        int found = 0;
        double otherS = 0;
        Set<Long> explained = new HashSet<>();
        boolean jogging = false;
        for (double timeS = 0; timeS < scenario.seconds(); timeS += 0.1) {
            boolean now = scenario.formAt(timeS) == FormTruth.JOGGING;
            if (now && !jogging && scenario.formAt(timeS + 3) == FormTruth.JOGGING) {
                episodes++;
                found += foundAfter(body, (long) (timeS * 1e9)) ? 1 : 0;
            }
            jogging = now;
            otherS += scenario.formAt(timeS) == FormTruth.GOOD || scenario.formAt(timeS) == FormTruth.WALKING ? 0.1 : 0;
        }
        int falseOnes = 0;
        for (long startNs : joggingFromNs) {
            double startS = startNs / 1e9;
            boolean near = false;
            for (double timeS = startS - GRACE_S; timeS <= startS + 1; timeS += 0.25) {
                FormTruth truth = scenario.formAt(Math.max(0, timeS));
                near |= truth == FormTruth.JOGGING || truth == FormTruth.DRIFTING;
            }
            falseOnes += near || !explained.add(startNs) ? 0 : 1;
        }
        score.jogging(episodes, found, falseOnes, otherS / 3600);
    }

    /** Whether jogging was called before 8 strides had passed since it began, or was called already. */
    private boolean foundAfter(Body body, long onsetNs) {
        long limitNs = body.stances().stream()
                .mapToLong(TrueStance::contactNs)
                .filter(contactNs -> contactNs >= onsetNs)
                .skip(STRIKES_TO_FIND_JOGGING)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return joggingFromNs.stream().anyMatch(startNs -> startNs > onsetNs - 10_000_000_000L && startNs < limitNs);
    }

    @Override
    public void strike(Strike strike) {
        strikes.add(new Struck(
                strike.foot(), strike.contactNs(), strike.decidedNs(), strike.pattern(), strike.strikeAngleDeg()));
    }

    @Override
    public void stance(Stance stance, GaitKind gait) {
        stood.add(new Stood(
                stance.foot(), stance.contactNs(), stance.terminalContactNs(), gait == GaitKind.WALKING));
    }

    @Override
    public void formChanged(FormState next, long timeNs, float joggingScore, float rearfootShare) {
        if (next == FormState.JOGGING && state != FormState.JOGGING) {
            joggingFromNs.add(timeNs);
        }
        state = next;
    }

    @Override
    public void cue(Cue cue) {}
}

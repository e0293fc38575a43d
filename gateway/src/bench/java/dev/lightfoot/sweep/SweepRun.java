package dev.lightfoot.sweep;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.loop.Judge;
import dev.lightfoot.loop.JudgeListener;
import dev.lightfoot.sim.pod.Sensor;
import dev.lightfoot.sim.pod.SensorError;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import dev.lightfoot.sweep.Landing.Stood;
import dev.lightfoot.sweep.Landing.Struck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One simulated runner through the judge, sampled with errors and losses, set beside the truth. */
final class SweepRun implements JudgeListener {
    /** What came of it. */
    record Outcome(
            Conditions conditions, List<Landing> landings, List<Struck> falseStrikes, JoggingScore jogging) {
        Score score() {
            Score score = new Score();
            landings.forEach(score::add);
            score.addFalse(falseStrikes.size());
            return score;
        }
    }

    private static final long MATCH_NS = 60_000_000L;

    /** Samples travel by notifications: so long is what one carries, s. */
    private static final double NOTIFICATION_S = 0.02;

    private final List<Struck> strikes = new ArrayList<>();
    private final List<Stood> stood = new ArrayList<>();
    private final List<Long> joggingFromNs = new ArrayList<>();
    private final Judge judge = new Judge(FormSettings.defaults(), this);
    private FormState state = FormState.STANDING;

    private SweepRun() {}

    static Outcome play(Conditions conditions) {
        SweepRun run = new SweepRun();
        Body body = conditions.body();
        run.feed(body, conditions);
        JoggingScore jogging = new JoggingScore();
        jogging.add(conditions.scenario(), body.stances(), run.joggingFromNs);
        Set<Struck> used = new HashSet<>();
        List<Landing> landings = new ArrayList<>();
        for (TrueStance truth : body.landings()) {
            landings.add(run.landing(truth, used));
        }
        List<Struck> falseStrikes =
                run.strikes.stream().filter(strike -> !used.contains(strike)).toList();
        return new Outcome(conditions, landings, falseStrikes, jogging);
    }

    private void feed(Body body, Conditions conditions) {
        Pod left = new Pod(Foot.LEFT, body.left(), conditions);
        Pod right = new Pod(Foot.RIGHT, body.right(), conditions);
        long samples = (long) (conditions.scenario().seconds() * conditions.rateHz());
        for (long i = 0; i < samples; i++) {
            long timeNs = i * 1_000_000_000L / conditions.rateHz();
            left.sample(timeNs);
            right.sample(timeNs);
        }
    }

    /** One pod: sampled, spoilt, and lost in whole notifications. */
    private final class Pod {
        private final Foot foot;
        private final Sensor sensor;
        private final SplittableRandom random;
        private final int burst;
        private final double lostShare;
        private final ImuReading reading = new ImuReading();
        private int losing;

        Pod(Foot foot, ImuSource shoe, Conditions conditions) {
            this.foot = foot;
            long seed = 2 * conditions.seed() + (foot == Foot.LEFT ? 0 : 1);
            random = new SplittableRandom(seed);
            sensor = new Sensor(
                    shoe, SensorError.typical(seed), conditions.accRangeG(), conditions.gyroRangeDps());
            burst = (int) Math.max(1, NOTIFICATION_S * conditions.rateHz());
            lostShare = conditions.lostPct() / 100;
        }

        void sample(long timeNs) {
            sensor.read(timeNs, reading);
            losing = losing > 0 ? losing - 1 : random.nextDouble() < lostShare / burst ? burst : 0;
            if (losing == 0) {
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
        }
    }

    private Landing landing(TrueStance truth, Set<Struck> used) {
        Foot foot = truth.side() == Side.LEFT ? Foot.LEFT : Foot.RIGHT;
        Struck nearest = null;
        for (Struck strike : strikes) {
            long off = Math.abs(strike.contactNs() - truth.contactNs());
            if (strike.foot() == foot
                    && off < MATCH_NS
                    && !used.contains(strike)
                    && (nearest == null || off < Math.abs(nearest.contactNs() - truth.contactNs()))) {
                nearest = strike;
            }
        }
        if (nearest != null) {
            used.add(nearest);
        }
        return new Landing(truth, nearest, nearest == null ? null : stance(nearest));
    }

    @Nullable
    private Stood stance(Struck strike) {
        for (Stood stance : stood) {
            if (stance.foot() == strike.foot() && stance.contactNs() == strike.contactNs()) {
                return stance;
            }
        }
        return null;
    }

    @Override
    public void strike(Strike strike) {
        strikes.add(new Struck(
                strike.foot(),
                strike.contactNs(),
                strike.decidedNs(),
                strike.pattern(),
                strike.confidence(),
                strike.strikeAngleDeg()));
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

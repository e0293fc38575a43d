package dev.lightfoot.gait;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import java.util.ArrayList;
import java.util.List;

/** The first part of a scenario played by the simulated body into a tracker, and how the strikes compare with its truth. */
final class SimulatedRun implements GaitListener {
    /** One strike or stance as it was told. */
    record Told(Foot foot, long contactNs, long laterNs, StrikePattern pattern, boolean walking) {}

    private static final long MATCH_NS = 60_000_000L;

    final List<Told> strikes = new ArrayList<>();
    final List<Told> stances = new ArrayList<>();
    final GaitTracker tracker = new GaitTracker(this);
    private final Body body;
    private final double seconds;

    SimulatedRun(String scenario, long seed, boolean turned, double seconds) {
        Scenario played = Scenarios.named(scenario);
        body = turned ? new Body(played, seed, Mount.random(seed), Mount.random(seed + 1000)) : new Body(played, seed);
        this.seconds = seconds;
    }

    /** Plays both feet at a rate; the samples of burst lengths at these places are lost. */
    SimulatedRun play(double sampleRateHz, int lostEvery, int lostLength) {
        ImuReading reading = new ImuReading();
        for (long i = 0; i / sampleRateHz < seconds; i++) {
            long timeNs = (long) (i * 1e9 / sampleRateHz);
            boolean lost = lostEvery > 0 && i % lostEvery < lostLength;
            for (Foot foot : Foot.values()) {
                ImuSource source = foot == Foot.LEFT ? body.left() : body.right();
                source.read(timeNs, reading);
                if (!lost) {
                    feed(foot, timeNs, reading);
                }
            }
        }
        return this;
    }

    /** Plays a part of it, both feet at 208 Hz. */
    void playBetween(double fromS, double toS) {
        ImuReading reading = new ImuReading();
        for (long i = (long) (fromS * 208); i < toS * 208; i++) {
            long timeNs = (long) (i * 1e9 / 208);
            for (Foot foot : Foot.values()) {
                (foot == Foot.LEFT ? body.left() : body.right()).read(timeNs, reading);
                feed(foot, timeNs, reading);
            }
        }
    }

    private void feed(Foot foot, long timeNs, ImuReading reading) {
        tracker.sample(
                foot,
                timeNs,
                (float) reading.accXMps2,
                (float) reading.accYMps2,
                (float) reading.accZMps2,
                (float) reading.gyroXRadPerS,
                (float) reading.gyroYRadPerS,
                (float) reading.gyroZRadPerS);
    }

    /** Share in percent of true contacts from a time on that were told within 60 ms. */
    double foundPct(double fromS) {
        List<TrueStance> truth = truth(fromS);
        long found = truth.stream().filter(stance -> told(stance) != null).count();
        return 100.0 * found / truth.size();
    }

    /** Share in percent of found contacts whose pattern is rearfoot, or not, in truth too. */
    double rearfootAgainstRestPct(double fromS) {
        int right = 0;
        int found = 0;
        for (TrueStance stance : truth(fromS)) {
            Told strike = told(stance);
            if (strike != null) {
                found++;
                boolean rear = stance.pattern() == TrueStance.Pattern.REAR;
                right += (strike.pattern() == StrikePattern.REARFOOT) == rear ? 1 : 0;
            }
        }
        return 100.0 * right / found;
    }

    /** Share in percent of found contacts told within so many ms of the truth. */
    double withinPct(double fromS, double ms) {
        int near = 0;
        int found = 0;
        for (TrueStance stance : truth(fromS)) {
            Told strike = told(stance);
            if (strike != null) {
                found++;
                near += Math.abs(strike.contactNs() - stance.contactNs()) <= ms * 1e6 ? 1 : 0;
            }
        }
        return 100.0 * near / found;
    }

    private List<TrueStance> truth(double fromS) {
        return body.stances().stream()
                .filter(stance -> stance.contactNs() > fromS * 1e9 && stance.liftNs() < (seconds - 1) * 1e9)
                .toList();
    }

    @org.jspecify.annotations.Nullable
    private Told told(TrueStance stance) {
        Foot foot = stance.side() == Side.LEFT ? Foot.LEFT : Foot.RIGHT;
        for (Told strike : strikes) {
            if (strike.foot() == foot && Math.abs(strike.contactNs() - stance.contactNs()) < MATCH_NS) {
                return strike;
            }
        }
        return null;
    }

    @Override
    public void strike(Strike strike) {
        strikes.add(new Told(strike.foot(), strike.contactNs(), strike.decidedNs(), strike.pattern(), false));
    }

    @Override
    public void stance(Stance stance) {
        stances.add(new Told(
                stance.foot(),
                stance.contactNs(),
                stance.terminalContactNs(),
                StrikePattern.MIDFOOT,
                stance.walking()));
    }
}

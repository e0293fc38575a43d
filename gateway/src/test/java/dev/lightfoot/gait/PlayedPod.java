package dev.lightfoot.gait;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Outing;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import dev.lightfoot.sim.runner.Worn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the left pod of a simulated runner reads, with noise, in a list that tests may spoil; and what is told of it. */
final class PlayedPod implements GaitListener {
    private static final long NEAR_NS = 100_000_000L;

    /** One sample as it is fed: the time on its stamp, the true time, six values. */
    static final class Sample {
        private final long stampNs;
        private final long trueNs;
        private final float[] values;

        Sample(long stampNs, long trueNs, float[] values) {
            this.stampNs = stampNs;
            this.trueNs = trueNs;
            this.values = values;
        }

        long stampNs() {
            return stampNs;
        }

        long trueNs() {
            return trueNs;
        }

        float[] values() {
            return values.clone();
        }

        Sample stamped(long newStampNs) {
            return new Sample(newStampNs, trueNs, values);
        }

        Sample reading(float[] newValues) {
            return new Sample(stampNs, trueNs, newValues);
        }
    }

    /** A strike with its contact in true time. */
    record Told(long contactNs, StrikePattern pattern, AngleZero zero) {}

    record Change(long trueNs, MountState state, MountReason reason) {}

    final List<Told> strikes = new ArrayList<>();

    @Nullable
    MountCalibration kept;

    final List<Change> changes = new ArrayList<>();
    final GaitTracker tracker = new GaitTracker(this);
    private final Body body;
    private Sample fed = new Sample(0, 0, new float[6]);

    PlayedPod(String scenario, long seed, Mount mount) {
        this(scenario, seed, Worn.tight(mount));
    }

    PlayedPod(String scenario, long seed, Worn worn) {
        body = new Body(Scenarios.named(scenario), seed, Outing.worn(worn, worn));
    }

    /** Of a runner drawn with all that goes with a day: habit, surface, place and strap of the pods. */
    PlayedPod(String scenario, long seed) {
        body = new Body(Scenarios.named(scenario, seed), seed, Outing.drawn(seed));
    }

    /** The samples from a time to another, s, at a rate. */
    List<Sample> samples(double fromS, double toS, double rateHz) {
        Random random = new Random(7);
        ImuReading reading = new ImuReading();
        List<Sample> samples = new ArrayList<>();
        for (long i = (long) (fromS * rateHz); i < toS * rateHz; i++) {
            long timeNs = (long) (i * 1e9 / rateHz);
            body.left().read(timeNs, reading);
            samples.add(new Sample(timeNs, timeNs, new float[] {
                (float) (reading.accXMps2 + 0.02 * random.nextGaussian()),
                (float) (reading.accYMps2 + 0.02 * random.nextGaussian()),
                (float) (reading.accZMps2 + 0.02 * random.nextGaussian()),
                (float) (reading.gyroXRadPerS + 0.002 * random.nextGaussian()),
                (float) (reading.gyroYRadPerS + 0.002 * random.nextGaussian()),
                (float) (reading.gyroZRadPerS + 0.002 * random.nextGaussian())
            }));
        }
        return samples;
    }

    PlayedPod feed(List<Sample> samples) {
        for (Sample sample : samples) {
            fed = sample;
            float[] v = sample.values();
            tracker.sample(Foot.LEFT, sample.stampNs(), v[0], v[1], v[2], v[3], v[4], v[5]);
        }
        return this;
    }

    private List<TrueStance> truth() {
        return body.stances().stream()
                .filter(stance -> stance.side() == Side.LEFT)
                .toList();
    }

    /** True contacts between two times, s. */
    long contacts(double fromS, double toS) {
        return truth().stream()
                .filter(stance -> stance.contactNs() >= fromS * 1e9 && stance.contactNs() < toS * 1e9)
                .count();
    }

    /** Strikes told between two times, s. */
    long told(double fromS, double toS) {
        return strikes.stream()
                .filter(strike -> strike.contactNs() >= fromS * 1e9 && strike.contactNs() < toS * 1e9)
                .count();
    }

    /** Strikes with no true contact near them; one told at the wrong time is another matter. */
    long invented() {
        return strikes.stream()
                .filter(strike -> truth().stream()
                        .noneMatch(stance -> Math.abs(stance.contactNs() - strike.contactNs()) < NEAR_NS))
                .count();
    }

    /** Share in percent of the strikes told from a time on that are rearfoot, or not, in truth too. */
    double rearfootPct(double fromS) {
        int right = 0;
        int all = 0;
        for (Told strike : strikes) {
            for (TrueStance stance : truth()) {
                if (strike.contactNs() > fromS * 1e9 && Math.abs(stance.contactNs() - strike.contactNs()) < NEAR_NS) {
                    all++;
                    boolean rear = stance.pattern() == TrueStance.Pattern.REAR;
                    right += rear == (strike.pattern() == StrikePattern.REARFOOT) ? 1 : 0;
                }
            }
        }
        return 100.0 * right / all;
    }

    @Override
    public void strike(Strike strike) {
        long sinceNs = strike.decidedNs() - strike.contactNs();
        strikes.add(new Told(fed.trueNs() - sinceNs, strike.pattern(), strike.angleZero()));
    }

    @Override
    public void stance(Stance stance) {}

    @Override
    public void mount(
            Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {
        kept = calibration != null ? calibration : kept;
        changes.add(new Change(fed.trueNs(), state, reason));
    }
}

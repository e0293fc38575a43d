package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.gait.PlayedPod.Sample;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Placement;
import dev.lightfoot.sim.runner.Strap;
import dev.lightfoot.sim.runner.Worn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One foot of a simulated runner: what one strike hands to the next, and what must not be handed on. */
class FootTrackerTest {
    private static final double RATE_HZ = 208;

    /** A strike, or the stance of one, as it was told. */
    private record Told(
            int what,
            long toldNs,
            long contactNs,
            long terminalNs,
            double angleDeg,
            double confidence,
            AngleZero zero,
            double strideS) {
        boolean strike() {
            return what == FootTracker.STRIKE;
        }
    }

    private FootTracker tracker = new FootTracker();
    private final List<Told> told = new ArrayList<>();

    @BeforeEach
    void aNewTracker() {
        tracker = new FootTracker();
    }

    private static List<Sample> samples(double fromS, double toS) {
        return samples(Mount.straight(), fromS, toS);
    }

    private static List<Sample> samples(Mount mount, double fromS, double toS) {
        return new PlayedPod("heel-runner", 4, mount).samples(fromS, toS, RATE_HZ);
    }

    private List<Told> feed(List<Sample> samples) {
        told.clear();
        for (Sample sample : samples) {
            feed(sample, 0, 0, 0);
        }
        return List.copyOf(told);
    }

    /** Feeds a sample whose gyro is off its zero by so much, rad/s. */
    private void feed(Sample sample, double biasX, double biasY, double biasZ) {
        float[] v = sample.values();
        int what = tracker.sample(
                sample.stampNs(), v[0], v[1], v[2], (float) (v[3] + biasX), (float) (v[4] + biasY), (float)
                        (v[5] + biasZ));
        if (what != FootTracker.NOTHING) {
            told.add(new Told(
                    what,
                    sample.stampNs(),
                    tracker.contactNs(),
                    tracker.terminalContactNs(),
                    tracker.angleDeg(),
                    tracker.confidence(),
                    tracker.angleZero(),
                    tracker.strideS()));
        }
    }

    private static List<Told> strikes(List<Told> told) {
        return told.stream().filter(Told::strike).toList();
    }

    private static Told first(List<Told> told) {
        return strikes(told).getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aGyroOffItsZeroTellsTheSameOnceTheFootHasStood(int axis) {
        // turned so that each of the pod's axes has its share of the pitch axis
        List<Sample> samples = samples(Mount.random(5), 0, 14);
        List<Told> right = strikes(feed(samples));
        double bias = Math.toRadians(4);
        tracker = new FootTracker();
        told.clear();
        for (Sample sample : samples) {
            feed(sample, axis == 0 ? bias : 0, axis == 1 ? bias : 0, axis == 2 ? bias : 0);
        }
        List<Told> off = strikes(told);

        assertThat(off).hasSameSizeAs(right);
        for (int i = 0; i < right.size(); i++) {
            assertThat(off.get(i).angleDeg())
                    .as("strike %d", i)
                    .isCloseTo(right.get(i).angleDeg(), within(0.3));
        }
    }

    @Test
    void aStrikeOfTheHeelIsToldWithConfidenceAndItsStrideWithItsTime() {
        List<Told> all = feed(samples(0, 16));
        List<Told> strikes = strikes(all);

        assertThat(strikes.subList(2, strikes.size()))
                .allSatisfy(strike -> assertThat(strike.confidence()).isBetween(0.6, 1.0));
        assertThat(first(all).strideS()).isNaN();
        for (int i = 1; i < strikes.size(); i++) {
            assertThat(strikes.get(i).strideS())
                    .isCloseTo((strikes.get(i).contactNs() - strikes.get(i - 1).contactNs()) * 1e-9, within(1e-9));
        }
    }

    @Test
    void theLevelCarriedFromStandingIsNotJudgedBy() {
        List<Told> strikes = strikes(feed(samples(0, 16)));

        assertThat(strikes.getFirst().zero()).isEqualTo(AngleZero.NONE);
        assertThat(strikes.get(1).zero()).isEqualTo(AngleZero.STANDING);
    }

    @Test
    void aPodThatSitsAtTheHeelIsToldAsWellAsOneOnTheInstep() {
        List<Told> instep = strikes(feed(samples(0, 24)));
        tracker = new FootTracker();
        Worn worn = new Worn(Placement.HEEL_CUP, Mount.straight(), Strap.TIGHT);
        List<Told> heel = strikes(feed(new PlayedPod("heel-runner", 4, worn).samples(0, 24, RATE_HZ)));

        double sumMs = 0;
        int compared = 0;
        for (Told one : instep) {
            for (Told other : heel) {
                double apartMs = (other.contactNs() - one.contactNs()) * 1e-6;
                if (one.contactNs() > 10e9 && Math.abs(apartMs) < 60) {
                    compared++;
                    sumMs += apartMs;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(18);
        assertThat(sumMs / compared).as("contact told so much later, ms").isCloseTo(0, within(4.0));
    }

    /** Where the samples end, between a strike and the end of its stance, and where they go on. */
    private long inMidStanceNs() {
        return first(feed(samples(0, 16)).stream()
                                .filter(each -> each.toldNs() > 12e9)
                                .toList())
                        .toldNs()
                + 30_000_000L;
    }

    private void playTo(long endNs) {
        tracker = new FootTracker();
        feed(samples(0, endNs * 1e-9));
    }

    @Test
    void afterABreakInMidStanceItsEndIsNotToldNorItsLevelUsedNorAStrideMadeOfIt() {
        long brokenNs = inMidStanceNs();
        playTo(brokenNs);
        List<Told> without = feed(samples(brokenNs * 1e-9, 16));
        assertThat(without.getFirst().strike()).as("the stance ends").isFalse();

        playTo(brokenNs);
        tracker.breakOff();
        List<Told> after = feed(samples(brokenNs * 1e-9, 16));
        assertNothingOfTheStanceBefore(after);
    }

    @ParameterizedTest
    @ValueSource(longs = {95_000_000L, 300_000_000L})
    void afterAHoleInMidStanceNeither(long holeNs) {
        long brokenNs = inMidStanceNs();
        playTo(brokenNs);
        List<Told> after = feed(samples((brokenNs + holeNs) * 1e-9, 16));
        assertNothingOfTheStanceBefore(after);
    }

    private static void assertNothingOfTheStanceBefore(List<Told> after) {
        assertTheFirstStandsAlone(after);
        assertThat(strikes(after).get(1).zero()).isEqualTo(AngleZero.STANDING);
        assertThat(strikes(after).get(1).strideS()).isBetween(0.6, 0.9);
    }

    private static void assertTheFirstStandsAlone(List<Told> after) {
        assertThat(after.getFirst().strike()).isTrue();
        assertThat(first(after).zero()).isEqualTo(AngleZero.NONE);
        assertThat(first(after).strideS()).isNaN();
    }

    @Test
    void aStrikeWithoutALevelIsFoundAtTheSameTime() {
        List<Told> whole = strikes(feed(samples(0, 16)));
        int compared = 0;
        for (int i = 8; i < whole.size(); i++) {
            // broken off in the stance before
            long brokenNs = whole.get(i - 1).toldNs() + 60_000_000L;
            playTo(brokenNs);
            tracker.breakOff();
            Told alone = first(feed(samples(brokenNs * 1e-9, 16)));
            assertThat(alone.zero()).isEqualTo(AngleZero.NONE);
            assertThat((alone.contactNs() - whole.get(i).contactNs()) * 1e-6)
                    .as("strike %d, ms", i)
                    .isCloseTo(0, within(6.0));
            if (!Double.isNaN(alone.angleDeg())) {
                compared++;
                assertThat(alone.angleDeg())
                        .as("strike %d, deg", i)
                        .isCloseTo(whole.get(i).angleDeg(), within(6.0));
            }
        }
        assertThat(compared).isGreaterThan(4);
    }

    @Test
    void whoStandsAfterABreakHasALevelForTheNextStrike() {
        feed(samples(0, 16));
        tracker.breakOff();
        // the same runner, standing and setting out again later on the pod's clock
        List<Told> after = feed(samples(0, 10).stream()
                .map(sample -> sample.stamped(sample.stampNs() + 20_000_000_000L))
                .toList());

        assertThat(first(after).zero()).isEqualTo(AngleZero.STANDING);
    }

    @Test
    void aHoleDoesNotMakeTwoHalvesOfStandingOne() {
        for (int i = 1; i <= 45; i++) {
            tracker.sample(i * 10_000_000L, 0, 0, 9.81f, 0, 0, 0);
        }
        for (int i = 1; i <= 35; i++) {
            tracker.sample(540_000_000L + i * 10_000_000L, 0, 0, 9.81f, 0, 0, 0);
        }
        assertThat(tracker.mount().standing().still()).isFalse();
    }

    @Test
    void aTurnThatTheGyroCouldNotTellLosesTheLevelUntilTheNextFlat() {
        feed(samples(0, 12));
        assertThat(told.getLast().zero()).isEqualTo(AngleZero.STANDING);
        List<Told> clipped = feed(samples(12, 16).stream()
                .map(sample -> {
                    float[] v = sample.values();
                    for (int i = 3; i < 6; i++) {
                        v[i] = Math.clamp(v[i], -4.4f, 4.4f);
                    }
                    return sample.reading(v);
                })
                .toList());

        assertThat(strikes(clipped).subList(1, strikes(clipped).size()))
                .isNotEmpty()
                .allMatch(strike -> strike.zero() == AngleZero.NONE);
    }

    @Test
    void whatAFaultInterruptedIsNotToldWhenTheSensorMends() {
        long brokenNs = inMidStanceNs();
        playTo(brokenNs);
        List<Sample> stuck = new ArrayList<>();
        for (Sample sample : samples(brokenNs * 1e-9, 20)) {
            float[] v = sample.values();
            v[1] = 1;
            stuck.add(sample.reading(v));
        }
        feed(stuck);
        assertThat(tracker.learning()).isTrue();
        List<Told> after = feed(samples(20, 40));

        assertThat(tracker.learning()).isFalse();
        assertTheFirstStandsAlone(after);
    }
}

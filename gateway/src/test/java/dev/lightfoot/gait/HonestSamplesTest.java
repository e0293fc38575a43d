package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.gait.PlayedPod.Sample;
import dev.lightfoot.sim.runner.Mount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Samples spoiled in each way that pods and radios spoil them: no strike is invented, and what cannot be judged is not. */
class HonestSamplesTest {
    private static final String[] SCENARIOS = {"good-run", "heel-runner", "walk", "slide"};
    private static final double SECONDS = 40;

    private long strikes;
    private long contacts;
    private long invented;

    @Test
    void lostSamples() {
        play((samples, random) -> {
            List<Sample> left = new ArrayList<>();
            for (int i = 0; i < samples.size(); i++) {
                if (random.nextDouble() < 0.01) {
                    i += random.nextInt(12);
                } else {
                    left.add(samples.get(i));
                }
            }
            return left;
        });
        assertThat(strikes).as("strikes of %d contacts", contacts).isGreaterThan(contacts * 8 / 10);
    }

    @Test
    void duplicates() {
        play((samples, random) -> {
            List<Sample> doubled = new ArrayList<>();
            for (Sample sample : samples) {
                doubled.add(sample);
                if (random.nextDouble() < 0.1) {
                    doubled.add(sample);
                }
            }
            return doubled;
        });
        assertThat(strikes).isGreaterThan(contacts * 95 / 100);
    }

    @Test
    void samplesOutOfOrder() {
        play((samples, random) -> {
            List<Sample> shuffled = new ArrayList<>(samples);
            for (int i = 0; i + 8 < shuffled.size(); i++) {
                if (random.nextDouble() < 0.01) {
                    Collections.swap(shuffled, i, i + 1 + random.nextInt(6));
                }
            }
            return shuffled;
        });
        assertThat(strikes).isGreaterThan(contacts * 8 / 10);
    }

    @Test
    void aClockThatWraps() {
        play((samples, random) -> samples.stream()
                .map(sample -> sample.stamped(
                        sample.trueNs() < 20_000_000_000L ? sample.trueNs() + 4_000_000_000_000L : sample.trueNs()))
                .toList());
        assertThat(strikes).isGreaterThan(contacts * 9 / 10);
    }

    @Test
    void aClockThatDrifts() {
        play((samples, random) -> samples.stream()
                .map(sample -> sample.stamped((long) (sample.trueNs() * (1 + 0.003 * random.nextInt(1, 2)))))
                .toList());
        assertThat(strikes).isGreaterThan(contacts * 95 / 100);
    }

    @Test
    void oneStampFarAhead() {
        play((samples, random) -> {
            List<Sample> spoiled = new ArrayList<>(samples);
            int at = samples.size() / 2 + random.nextInt(100);
            spoiled.set(at, samples.get(at).stamped(samples.get(at).stampNs() + 3_600_000_000_000L));
            return spoiled;
        });
        assertThat(strikes).isGreaterThan(contacts * 9 / 10);
    }

    @Test
    void readingsAtTheEndOfTheRange() {
        for (float gyro : new float[] {4.4f, 8.7f, 17.4f}) {
            play((samples, random) -> samples.stream()
                    .map(sample -> sample.reading(clipped(sample.values(), 39.2f, gyro)))
                    .toList());
        }
    }

    @Test
    void anAxisThatSticksIsNoticedAndNothingIsJudged() {
        for (int channel = 0; channel < 6; channel++) {
            int stuck = channel;
            for (int seed = 1; seed <= 3; seed++) {
                PlayedPod pod = new PlayedPod("good-run", seed, Mount.straight());
                List<Sample> samples = pod.samples(0, SECONDS, 208);
                int from = samples.size() / 2 + 13 * seed;
                float value = samples.get(from).values()[stuck];
                for (int i = from; i < samples.size(); i++) {
                    float[] values = samples.get(i).values();
                    values[stuck] = value;
                    samples.set(i, samples.get(i).reading(values));
                }
                pod.feed(samples);
                assertThat(pod.tracker.learning(Foot.LEFT))
                        .as("channel %d, seed %d", stuck, seed)
                        .isTrue();
                assertThat(pod.changes.getLast().state()).isEqualTo(MountState.FAULTY);
                assertThat(pod.changes.getLast().reason()).isEqualTo(MountReason.SENSOR_STUCK);
                assertThat(pod.told(SECONDS / 2 + 2, SECONDS))
                        .as("channel %d, seed %d", stuck, seed)
                        .isZero();
                count(pod);
            }
        }
        assertHonest();
    }

    @Test
    void anAxisDeadFromTheStartIsNeverJudged() {
        for (int channel = 0; channel < 6; channel++) {
            PlayedPod pod = new PlayedPod("heel-runner", 2, Mount.random(5));
            List<Sample> samples = new ArrayList<>();
            for (Sample sample : pod.samples(0, 20, 104)) {
                float[] values = sample.values();
                values[channel] = 0;
                samples.add(sample.reading(values));
            }
            pod.feed(samples);
            assertThat(pod.strikes).as("channel %d", channel).isEmpty();
            assertThat(pod.changes.getLast().state()).isEqualTo(MountState.FAULTY);
        }
    }

    @Test
    void aSensorThatMendsIsJudgedAgain() {
        PlayedPod pod = new PlayedPod("good-run", 3, Mount.straight());
        List<Sample> samples = pod.samples(0, SECONDS, 208);
        for (int i = 3000; i < 4000; i++) {
            samples.set(i, samples.get(i).reading(samples.get(3000).values()));
        }
        pod.feed(samples);
        assertThat(pod.changes)
                .extracting(PlayedPod.Change::reason)
                .containsExactly(
                        MountReason.NEW,
                        MountReason.LEARNED,
                        MountReason.SENSOR_STUCK,
                        MountReason.SENSOR_MOVES,
                        MountReason.LEARNED);
        assertThat(pod.told(16, 19)).isZero();
        assertThat(pod.changes.getLast().trueNs()).isLessThan(25_000_000_000L);
        assertThat(pod.told(26, 38)).isGreaterThanOrEqualTo(pod.contacts(26, 38) - 1);
    }

    @Test
    void noNumbers() {
        play((samples, random) -> {
            List<Sample> spoiled = new ArrayList<>(samples);
            for (int i = 0; i < samples.size(); i++) {
                if (random.nextDouble() < 0.02) {
                    float[] values = samples.get(i).values();
                    values[random.nextInt(6)] = random.nextBoolean() ? Float.NaN : Float.NEGATIVE_INFINITY;
                    spoiled.set(i, samples.get(i).reading(values));
                }
            }
            return spoiled;
        });
        assertThat(strikes).isGreaterThan(contacts * 9 / 10);
    }

    @Test
    void wildReadings() {
        play((samples, random) -> {
            List<Sample> spoiled = new ArrayList<>(samples);
            for (int i = 0; i < samples.size(); i++) {
                if (random.nextDouble() < 0.0005) {
                    float[] values = samples.get(i).values();
                    values[random.nextInt(6)] = (random.nextFloat() - 0.5f) * 1e6f;
                    spoiled.set(i, samples.get(i).reading(values));
                }
            }
            return spoiled;
        });
    }

    private static float[] clipped(float[] values, float accMps2, float gyroRadPerS) {
        float[] clipped = new float[6];
        for (int i = 0; i < 6; i++) {
            float range = i < 3 ? accMps2 : gyroRadPerS;
            clipped[i] = Math.clamp(values[i], -range, range);
        }
        return clipped;
    }

    private void play(BiFunction<List<Sample>, Random, List<Sample>> spoil) {
        for (String scenario : SCENARIOS) {
            for (long seed = 1; seed <= 4; seed++) {
                PlayedPod pod = new PlayedPod(scenario, seed, seed % 2 == 0 ? Mount.random(seed) : Mount.straight());
                pod.feed(spoil.apply(pod.samples(0, SECONDS, seed == 3 ? 104 : 208), new Random(seed)));
                count(pod);
            }
        }
        assertHonest();
    }

    private void count(PlayedPod pod) {
        strikes += pod.strikes.size();
        contacts += pod.contacts(5, SECONDS - 1);
        invented += pod.invented();
    }

    private void assertHonest() {
        assertThat(invented).as("invented, of %d contacts", contacts).isLessThanOrEqualTo(contacts / 200);
    }
}

package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.gait.PlayedPod.Change;
import dev.lightfoot.gait.PlayedPod.Sample;
import dev.lightfoot.sim.runner.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tracker knows of a pod's mount: learned, kept, handed over, doubted, and learned again. */
class MountTest {
    private static final double SLIP_S = 15.3;

    @ParameterizedTest
    @CsvSource({"30, 0, 0, 1", "30, 1, 0, 0", "90, 0, 0, 1"})
    void aPodThatTurnsInMidRunIsNoticedAndLearnedAgain(double deg, double x, double y, double z) {
        for (long seed : new long[] {1, 2, 5, 6}) {
            PlayedPod pod = new PlayedPod("heel-runner", seed, Mount.straight());
            pod.feed(slipping(pod.samples(0, 45, 208), deg, x, y, z));
            Change noticed = after(pod, MountState.LEARNING);
            assertThat(noticed.reason()).as("seed %d", seed).isEqualTo(MountReason.SLIPPED);
            assertThat(noticed.trueNs() * 1e-9).as("seed %d", seed).isBetween(SLIP_S, SLIP_S + 8);
            Change again = after(pod, MountState.KNOWN);
            assertThat(pod.told(noticed.trueNs() * 1e-9, again.trueNs() * 1e-9 - 0.1))
                    .as("told while learning, seed %d", seed)
                    .isZero();
            assertThat(pod.told(28, 44)).as("seed %d", seed).isGreaterThanOrEqualTo(pod.contacts(28, 44) * 6 / 10);
            assertThat(pod.rearfootPct(28)).as("seed %d", seed).isGreaterThan(80);
        }
    }

    @Test
    void aPodThatSitsFastIsNeverAccused() {
        for (String scenario : new String[] {"good-run", "walk", "slide", "hills"}) {
            for (long seed = 1; seed <= 5; seed++) {
                PlayedPod pod = new PlayedPod(scenario, seed, Mount.straight());
                pod.feed(pod.samples(0, 90, 104));
                assertThat(pod.changes)
                        .as("%s, seed %d", scenario, seed)
                        .extracting(Change::reason)
                        .containsExactly(MountReason.NEW, MountReason.LEARNED, MountReason.SETTLED);
            }
        }
    }

    @Test
    void whereSamplesBreakOffTheMountIsKept() {
        PlayedPod pod = new PlayedPod("good-run", 4, Mount.random(9));
        pod.feed(pod.samples(0, 20, 208));
        pod.tracker.breakOff(Foot.LEFT);
        pod.feed(pod.samples(24, 40, 208));
        assertThat(pod.tracker.learning(Foot.LEFT)).isFalse();
        assertThat(pod.changes).hasSize(2);
        assertThat(pod.told(25.5, 39)).isGreaterThanOrEqualTo(pod.contacts(25.5, 39) - 1);
    }

    @Test
    void aStoredCalibrationIsJudgedByFromTheFirstStride() {
        MountCalibration calibration = learned(Mount.random(9));
        PlayedPod pod = new PlayedPod("good-run", 4, Mount.random(9));
        pod.tracker.calibrate(Foot.LEFT, MountCalibration.of(calibration.numbers()));
        pod.feed(pod.samples(20, 40, 208));
        assertThat(pod.changes).extracting(Change::reason).containsExactly(MountReason.CALIBRATED);
        assertThat(pod.strikes.getFirst().contactNs() * 1e-9).isLessThan(21.6);
        assertThat(pod.strikes.getLast().zero()).isEqualTo(AngleZero.CALIBRATION);
        assertThat(pod.told(21.6, 39)).isGreaterThanOrEqualTo(pod.contacts(21.6, 39) - 1);
    }

    @Test
    void aCalibrationOfAnotherMountIsRefutedByStanding() {
        PlayedPod pod = new PlayedPod("good-run", 4, Mount.random(9));
        pod.tracker.calibrate(Foot.LEFT, learned(Mount.random(11)));
        pod.feed(pod.samples(0, 25, 208));
        assertThat(pod.changes)
                .extracting(Change::reason)
                .startsWith(MountReason.CALIBRATED, MountReason.STOOD_OTHERWISE, MountReason.LEARNED);
        assertThat(pod.strikes.getLast().zero()).isEqualTo(AngleZero.STANDING);
        assertThat(pod.rearfootPct(0)).isGreaterThan(95);
    }

    @Test
    void aCalibrationOfAnotherMountIsRefutedInMotionToo() {
        PlayedPod pod = new PlayedPod("good-run", 4, Mount.random(9));
        pod.tracker.calibrate(Foot.LEFT, learned(Mount.random(11)));
        pod.feed(pod.samples(20, 60, 208));
        assertThat(pod.changes).extracting(Change::reason).contains(MountReason.LEARNED);
        assertThat(pod.rearfootPct(40)).isGreaterThan(95);
    }

    @Test
    void whatTheZeroRestsUponIsSaid() {
        PlayedPod stood = new PlayedPod("good-run", 4, Mount.straight());
        stood.feed(stood.samples(0, 20, 208));
        assertThat(stood.strikes.getLast().zero()).isEqualTo(AngleZero.STANDING);
        PlayedPod late = new PlayedPod("good-run", 4, Mount.straight());
        late.feed(late.samples(20, 40, 208));
        assertThat(late.strikes.getLast().zero()).isEqualTo(AngleZero.FOOT_FLAT);
    }

    @Test
    void aCalibrationThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> new MountCalibration(0, 0, 2, 1, 0, 0))
                .hasMessageContaining("up (0.0, 0.0, 2.0) must have length 1");
        assertThatThrownBy(() -> new MountCalibration(0, 0, 1, Float.NaN, 0, 0)).hasMessageContaining("toes");
        assertThatThrownBy(() -> new MountCalibration(0, 0, 1, 0, 0, 1)).hasMessageContaining("square");
        assertThatThrownBy(() -> MountCalibration.of(List.of(0.0, 0.0, 1.0))).hasMessageContaining("6 numbers");
    }

    private static MountCalibration learned(Mount mount) {
        PlayedPod pod = new PlayedPod("good-run", 4, mount);
        pod.feed(pod.samples(0, 60, 208));
        MountCalibration calibration = Objects.requireNonNull(pod.kept, "settled");
        return calibration;
    }

    private static Change after(PlayedPod pod, MountState state) {
        return pod.changes.stream()
                .filter(change -> change.trueNs() > SLIP_S * 1e9 && change.state() == state)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + state + " after the slip: " + pod.changes));
    }

    /** The samples of a pod that turns in 0.2 s about an axis of length one and feels it. */
    private static List<Sample> slipping(List<Sample> samples, double deg, double x, double y, double z) {
        List<Sample> slipping = new ArrayList<>();
        for (Sample sample : samples) {
            double share = Math.clamp((sample.trueNs() * 1e-9 - SLIP_S) / 0.2, 0, 1);
            double angle = -Math.toRadians(deg) * share;
            float[] v = turned(sample.values(), x, y, z, angle);
            if (share > 0 && share < 1) {
                v[3] += (float) (x * Math.toRadians(deg) / 0.2);
                v[4] += (float) (y * Math.toRadians(deg) / 0.2);
                v[5] += (float) (z * Math.toRadians(deg) / 0.2);
            }
            slipping.add(sample.reading(v));
        }
        return slipping;
    }

    /** Rodrigues' rotation of both vectors. */
    private static float[] turned(float[] v, double x, double y, double z, double angle) {
        float[] turned = new float[6];
        for (int i = 0; i < 6; i += 3) {
            double dot = (1 - Math.cos(angle)) * (x * v[i] + y * v[i + 1] + z * v[i + 2]);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            turned[i] = (float) (cos * v[i] + sin * (y * v[i + 2] - z * v[i + 1]) + dot * x);
            turned[i + 1] = (float) (cos * v[i + 1] + sin * (z * v[i] - x * v[i + 2]) + dot * y);
            turned[i + 2] = (float) (cos * v[i + 2] + sin * (x * v[i + 1] - y * v[i]) + dot * z);
        }
        return turned;
    }
}

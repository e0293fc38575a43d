package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a pod sits on its shoe, kept with the pod in the file and forgotten when it sits otherwise. */
class KeptMountsTest {
    private static final String LEFT = "C0:FF:EE:00:00:01";
    private static final String RIGHT = "C0:FF:EE:00:00:02";
    private static final MountCalibration FLAT = new MountCalibration(0, 0, 1, 1, 0, 0);

    @TempDir
    private Path folder = Path.of("unset");

    private PodFile file() {
        return new PodFile(folder.resolve("pods.toml"));
    }

    private FileAdoption adoption() {
        return new FileAdoption(file(), InstantSource.system(), List::of);
    }

    private static Event streams(String pod, Foot foot) {
        return new Event.Linked(0, pod, foot, "streaming", "208 Hz", null);
    }

    private static Event mounted(Foot foot, MountReason reason, @Nullable MountCalibration calibration) {
        MountState state = calibration == null ? MountState.LEARNING : MountState.KNOWN;
        return new Event.Mounted(0, foot, state, reason, calibration);
    }

    private static void settle(KeptMounts mounts, String pod, Foot foot) {
        mounts.accept(streams(pod, foot));
        mounts.accept(mounted(foot, MountReason.NEW, null));
        mounts.accept(mounted(foot, MountReason.SETTLED, FLAT));
    }

    @Test
    void aSettledMountIsKeptWithItsPodAndNoOther() throws Exception {
        adoption().adopt(new KnownPod(LEFT, Foot.LEFT));
        adoption().adopt(new KnownPod(RIGHT, Foot.RIGHT));
        KeptMounts mounts = new KeptMounts(file(), List.of());
        mounts.accept(streams(RIGHT, Foot.RIGHT));
        settle(mounts, LEFT, Foot.LEFT);

        AdoptedPods kept = file().read();
        assertThat(kept.find(LEFT).orElseThrow().calibration()).contains(FLAT);
        assertThat(kept.find(RIGHT).orElseThrow().calibration()).isEmpty();
    }

    @Test
    void aPodThatSlippedOrStandsOtherwiseIsLearnedAnewNextTime() throws Exception {
        for (MountReason reason : List.of(MountReason.SLIPPED, MountReason.STOOD_OTHERWISE)) {
            adoption().adopt(new KnownPod(LEFT, Foot.LEFT));
            KeptMounts mounts = new KeptMounts(file(), List.of());
            settle(mounts, LEFT, Foot.LEFT);
            mounts.accept(mounted(Foot.LEFT, reason, null));
            assertThat(file().read().find(LEFT).orElseThrow().mount()).isEmpty();
        }
    }

    @Test
    void aPodOfTheConfigurationIsRememberedButNotAdoptedByThat() throws Exception {
        KnownPod named = new KnownPod(LEFT, Foot.LEFT).on(null, "racer");
        settle(new KeptMounts(file(), List.of(named)), LEFT, Foot.LEFT);

        AdoptedPods kept = file().read();
        assertThat(kept.pods()).isEmpty();
        assertThat(kept.remembered(named).calibration()).contains(FLAT);
        assertThat(kept.remembered(named.on(Foot.RIGHT, null)).calibration()).isEmpty();
        assertThat(kept.remembered(named.on(null, "trail")).calibration()).isEmpty();
    }

    @Test
    void aPodThatNobodyKnowsAnyMoreLeavesNothing() throws Exception {
        settle(new KeptMounts(file(), List.of()), LEFT, Foot.LEFT);
        assertThat(file().read()).isEqualTo(AdoptedPods.NONE);
    }

    @Test
    void onAnotherFootOrShoeOrAdoptedAnewItIsForgotten() throws Exception {
        for (KnownPod said : List.of(
                new KnownPod(LEFT, Foot.RIGHT), new KnownPod(LEFT, null).on(null, "trail"), new KnownPod(LEFT, null))) {
            adoption().forget(LEFT);
            adoption().adopt(new KnownPod(LEFT, Foot.LEFT).on(null, "racer"));
            settle(new KeptMounts(file(), List.of()), LEFT, Foot.LEFT);
            assertThat(file().read().find(LEFT).orElseThrow().mount()).hasSize(6);
            adoption().adopt(said);
            assertThat(file().read().find(LEFT).orElseThrow().mount())
                    .as("adopted as %s", said)
                    .isEmpty();
        }
    }

    @Test
    void aDamagedMountIsPassedOverAndThePodIsKnownAllTheSame() throws Exception {
        for (String mount : List.of("[]", "[1.0]", "[0.0, 0.0, 2.0, 1.0, 0.0, 0.0]", "[0, 0, 1, 0, 0, 1]")) {
            Files.writeString(
                    file().path(), "version = 1\n[[pod]]\naddress = \"" + LEFT + "\"\nmount = " + mount + "\n");
            assertThat(file().read().find(LEFT).orElseThrow().calibration())
                    .as(mount)
                    .isEmpty();
        }
    }

    @Test
    void aSpoiltFileIsLeftAsItIs() throws Exception {
        Files.writeString(file().path(), "version = 2");
        settle(new KeptMounts(file(), List.of(new KnownPod(LEFT, null))), LEFT, Foot.LEFT);
        assertThat(Files.readString(file().path())).isEqualTo("version = 2");
    }
}

package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.GaitListener;
import dev.lightfoot.gait.GaitTracker;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that starts while the runner runs: with the mount of the run before it judges from the first strides. */
class MountAfterRestartTest {
    private static final String LEFT = "C0:FF:EE:00:00:01";
    /** When the scenario's runner runs, s. */
    private static final double RUNS_S = 20;

    private static final double RATE_HZ = 208;
    private static final double STRIDE_S = 0.8;

    private final Mount mount = Mount.random(9);
    private final Body body = new Body(Scenarios.named("good-run"), 4, mount, mount);

    @TempDir
    private Path folder = Path.of("unset");

    private PodFile file = new PodFile(folder);

    @BeforeEach
    void adopt() throws Exception {
        file = new PodFile(folder.resolve("pods.toml"));
        new FileAdoption(file, InstantSource.system(), List::of).adopt(new KnownPod(LEFT, Foot.LEFT));
    }

    @Test
    void thePodJudgesFromItsFirstStridesWithoutLearningAgain() throws Exception {
        keepWhatARunHasSettled();

        List<Event> events = eventsUntilTheFirstStrike();

        assertThat(reasons(events)).startsWith(MountReason.CALIBRATED).doesNotContain(MountReason.LEARNED);
        assertThat(secondsFromStreamToStrike(events)).isLessThan(2.5 * STRIDE_S);
    }

    @Test
    void afterADamagedMountItIsLearnedAnew() throws Exception {
        keepWhatARunHasSettled();
        Files.writeString(
                file.path(), Files.readString(file.path()).replaceAll("mount = .*", "mount = [0, 0, 9, 1, 0, 0]"));

        assertThat(reasons(eventsUntilTheFirstStrike())).containsExactly(MountReason.NEW, MountReason.LEARNED);
    }

    private void keepWhatARunHasSettled() {
        KeptMounts mounts = new KeptMounts(file, List.of());
        mounts.accept(new Event.Linked(0, LEFT, Foot.LEFT, "streaming", "208 Hz", null));
        GaitTracker tracker = new GaitTracker(new GaitListener() {
            @Override
            public void strike(Strike strike) {}

            @Override
            public void stance(Stance stance) {}

            @Override
            public void mount(
                    Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration settled) {
                mounts.accept(new Event.Mounted(timeNs / 1000, foot, state, reason, settled));
            }
        });
        ImuReading reading = new ImuReading();
        Body settling = new Body(Scenarios.named("good-run"), 4, mount, mount);
        for (long i = 0; i < 60 * RATE_HZ; i++) {
            long timeNs = (long) (i * 1e9 / RATE_HZ);
            settling.left().read(timeNs, reading);
            tracker.sample(
                    Foot.LEFT,
                    timeNs,
                    (float) reading.accXMps2,
                    (float) reading.accYMps2,
                    (float) reading.accZMps2,
                    (float) reading.gyroXRadPerS,
                    (float) reading.gyroYRadPerS,
                    (float) reading.gyroZRadPerS);
        }
    }

    private static ImuSource running(ImuSource from) {
        return new ImuSource() {
            @Override
            public Side side() {
                return from.side();
            }

            @Override
            public void read(long timeNs, ImuReading into) {
                from.read(timeNs + (long) (RUNS_S * 1e9), into);
            }
        };
    }

    private List<Event> eventsUntilTheFirstStrike() throws Exception {
        BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
        EventRing ring = new EventRing(1024);
        List<Event> events = new ArrayList<>();
        try (Keeper keeper = new Keeper(ring, 0, List.of(queue::add));
                StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), ring);
                VirtualBluez bluez = VirtualBluez.builder(running(body.left()), running(body.right()))
                        .start();
                BluezRadio radio = new BluezRadio(
                        RadioSettings.of(bluez.busAddress(), "hci0", List.of()).withPodFile(file.path()),
                        loop,
                        keeper::offer,
                        () -> 0)) {
            Thread.ofPlatform().name("keeper").start(keeper);
            Thread.ofPlatform().name("strike loop").start(loop);
            radio.start();
            while (events.stream().noneMatch(Event.Struck.class::isInstance)) {
                Event event = queue.poll(40, TimeUnit.SECONDS);
                assertThat(event).as("after %s; %s", events, radio.pods()).isNotNull();
                events.add(event);
            }
        }
        return events;
    }

    private static List<MountReason> reasons(List<Event> events) {
        return events.stream()
                .filter(Event.Mounted.class::isInstance)
                .map(event -> ((Event.Mounted) event).reason())
                .toList();
    }

    private static double secondsFromStreamToStrike(List<Event> events) {
        long fromUs = events.stream()
                .filter(event ->
                        event instanceof Event.Linked linked && linked.state().equals("streaming"))
                .findFirst()
                .orElseThrow()
                .timeUs();
        return (events.getLast().timeUs() - fromUs) / 1e6;
    }
}

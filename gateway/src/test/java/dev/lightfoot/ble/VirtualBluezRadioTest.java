package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.loop.WallClock;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the simulated body to the event sinks, through the virtual BlueZ on a real bus. */
class VirtualBluezRadioTest {
    private static final String LEFT = "C0:FF:EE:00:00:01";
    private static final String RIGHT = "C0:FF:EE:00:00:02";
    private static final List<KnownPod> PODS = List.of(new KnownPod(LEFT, null), new KnownPod(RIGHT, null));

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final EventRing ring = new EventRing(1024);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), ring);
    private final Keeper keeper = new Keeper(ring, WallClock.system(), List.of(events::add));

    @TempDir
    private Path directory = Path.of("unset");

    @BeforeEach
    void startThreads() {
        Thread.ofPlatform().name("keeper").start(keeper);
        Thread.ofPlatform().name("strike loop").start(loop);
    }

    @AfterEach
    void closeAll() {
        loop.close();
        keeper.close();
    }

    private String address() {
        return "unix:path=" + directory.resolve("bus");
    }

    private VirtualBluez bluez() throws Exception {
        return bluez(1);
    }

    private VirtualBluez bluez(double speed) throws Exception {
        Body body = new Body(Scenarios.named("good-run"), 3);
        return VirtualBluez.builder(body.left(), body.right())
                .address(address())
                .speed(speed)
                .start();
    }

    private BluezRadio radio(RadioSettings settings) {
        BluezRadio radio = new BluezRadio(settings, loop, keeper::offer, WallClock.system()::offsetNs);
        radio.start();
        return radio;
    }

    private BluezRadio radio() {
        return radio(RadioSettings.of(address(), "hci0", PODS));
    }

    private static void await(BluezRadio radio, String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; %s; %s", what, radio.standing(), radio.pods())
                    .isLessThan(limitNs);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void bothStream(BluezRadio radio) {
        await(
                radio,
                "both pods streaming",
                () -> radio.pods().stream().allMatch(pod -> pod.state() == LinkState.STREAMING));
        long left = radio.pods().get(0).loss().notifications();
        long right = radio.pods().get(1).loss().notifications();
        await(
                radio,
                "samples of both",
                () -> radio.pods().get(0).loss().notifications() > left + 20
                        && radio.pods().get(1).loss().notifications() > right + 20);
    }

    private void samplesFlowWithoutLossAt208Hz(BluezRadio radio) {
        bothStream(radio);
        await(
                radio,
                "a measured rate of 208 Hz, which a busy machine may take some seconds to show",
                () -> radio.pods().stream().allMatch(pod -> Math.abs(pod.loss().rateHz() - 208) < 8));
        for (PodStatus pod : radio.pods()) {
            assertThat(pod.foot()).isEqualTo(pod.address().equals(LEFT) ? Foot.LEFT : Foot.RIGHT);
            assertThat(pod.loss().lost()).isZero();
            assertThat(pod.loss().garbage()).isZero();
            assertThat(pod.batteryPct()).isBetween(1, 100);
        }
    }

    @Test
    void bothPodsStreamByAcquireNotify() throws Exception {
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio()) {
            samplesFlowWithoutLossAt208Hz(radio);
            assertThat(radio.pods().getFirst().reason()).isEqualTo("208 Hz by AcquireNotify");
            assertThat(bluez.dropped(Side.LEFT)).isZero();
        }
    }

    @Test
    void strikesOfBothFeetComeOutBehindTheRing() throws Exception {
        EnumSet<Foot> struck = EnumSet.noneOf(Foot.class);
        try (VirtualBluez _ = bluez(4);
                BluezRadio _ = radio()) {
            while (struck.size() < 2) {
                Event event = events.poll(20, TimeUnit.SECONDS);
                assertThat(event).as("struck so far: %s", struck).isNotNull();
                if (event instanceof Event.Struck strike) {
                    struck.add(strike.foot());
                }
            }
        }
        assertThat(keeper.dropped()).isZero();
    }

    @Test
    void bothPodsStreamByStartNotify() throws Exception {
        try (VirtualBluez _ = bluez();
                BluezRadio radio =
                        radio(RadioSettings.of(address(), "hci0", PODS).withoutAcquireNotify())) {
            samplesFlowWithoutLossAt208Hz(radio);
            assertThat(radio.pods().getFirst().reason()).isEqualTo("208 Hz by StartNotify");
        }
    }

    @Test
    void tenSecondsByStartNotifyKeepTheirOrderAndLoseNothing() throws Exception {
        try (VirtualBluez _ = bluez();
                BluezRadio radio =
                        radio(RadioSettings.of(address(), "hci0", PODS).withoutAcquireNotify())) {
            await(
                    radio,
                    "10 s of both",
                    () -> radio.pods().stream().allMatch(pod -> pod.loss().samples() >= 10 * 208));
            assertThat(radio.pods()).allSatisfy(pod -> {
                assertThat(pod.reason()).isEqualTo("208 Hz by StartNotify");
                assertThat(pod.loss().lost()).isZero();
                assertThat(pod.loss().outOfOrder()).isZero();
                assertThat(pod.loss().duplicates()).isZero();
                assertThat(pod.loss().garbage()).isZero();
            });
        }
    }

    @Test
    void garbageADroppedLinkAndAVanishedPodAreBorne() throws Exception {
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio()) {
            bothStream(radio);
            bluez.sendGarbage(Side.RIGHT, new byte[] {1, 2, 3});
            await(radio, "the garbage", () -> radio.pods().get(1).loss().garbage() == 1);
            bluez.failNextConnect(Side.RIGHT);
            bluez.dropLink(Side.RIGHT);
            await(radio, "the loss", () -> radio.pods().get(1).state() != LinkState.STREAMING);
            bothStream(radio);
            bluez.vanish(Side.LEFT);
            await(radio, "the loss", () -> radio.pods().get(0).state() == LinkState.KNOWN);
            assertThat(radio.pods().get(1).state()).isEqualTo(LinkState.STREAMING);
            bluez.comeBack(Side.LEFT);
            bothStream(radio);
            assertThat(radio.pods().get(1).loss().lost()).isZero();
        }
    }

    @Test
    void bluetoothdThatDiesAndStartsAgainIsNoticed() throws Exception {
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio()) {
            bothStream(radio);
            bluez.killBluetoothd();
            await(radio, "the reason", () -> radio.standing().contains("BlueZ is not running"));
            bluez.startBluetoothd();
            bothStream(radio);
        }
    }

    @Test
    void theBusThatGoesAndComesBackAtItsAddressIsNoticedAndNoFdIsLeft() throws Exception {
        long fdsBefore = openFds();
        try (BluezRadio radio = radio()) {
            await(radio, "the reason", () -> radio.standing().contains(address()));
            for (int round = 0; round < 2; round++) {
                try (VirtualBluez _ = bluez()) {
                    bothStream(radio);
                }
                await(radio, "both lost", () -> radio.pods().stream().allMatch(pod -> pod.state() == LinkState.KNOWN));
            }
            await(radio, "every fd closed", () -> openFds() <= fdsBefore + 4);
        }
    }

    private static long openFds() {
        try (var fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

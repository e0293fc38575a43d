package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pods that are not ours, that lie or flood, and a BlueZ in a mood, through the virtual BlueZ on a real bus. */
class HostileAirTest {
    private static final int HASTE = 10;
    private static final String LEFT = "C0:FF:EE:00:00:01";
    private static final String RIGHT = "C0:FF:EE:00:00:02";
    private static final String AWAY = "C0:FF:EE:00:00:03";
    private static final List<KnownPod> BOTH = List.of(new KnownPod(LEFT, Foot.LEFT), new KnownPod(RIGHT, Foot.RIGHT));

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(1024));
    private final Body body = new Body(Scenarios.named("good-run"), 3);

    @TempDir
    private Path folder = Path.of("unset");

    private VirtualBluez bluez;

    @SuppressWarnings("NullAway.Init") // each test begins to listen
    private BluezRadio radio;

    @BeforeEach
    void start() throws Exception {
        Thread.ofPlatform().name("strike loop").start(loop);
        bluez = VirtualBluez.builder(body.left(), body.right())
                .haste(HASTE)
                .bonding(true)
                .start();
    }

    @AfterEach
    void stop() {
        radio.close();
        loop.close();
        bluez.close();
    }

    private void listen(List<KnownPod> pods) {
        radio = new BluezRadio(
                RadioSettings.of(bluez.busAddress(), "hci0", pods)
                        .withPodFile(folder.resolve("pods.toml"))
                        .bonding(true)
                        .with(Patience.usual().divided(HASTE)),
                loop,
                events::add,
                () -> 0);
        radio.start();
    }

    private void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; %s; %s; %s", what, radio.standing(), radio.pods(), radio.heard())
                    .isLessThan(limitNs);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private PodStatus pod(String address) {
        return radio.pods().stream()
                .filter(pod -> pod.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private void streams(String address) {
        await(address + " streaming", () -> pod(address).state() == LinkState.STREAMING);
        long before = pod(address).loss().notifications();
        await("samples of " + address, () -> pod(address).loss().notifications() > before + 20);
    }

    private boolean told(String address, String words) {
        return events.stream()
                .anyMatch(event -> event instanceof Event.Linked linked
                        && linked.pod().equals(address)
                        && linked.reason().contains(words));
    }

    @Test
    void aPodThatTakesTheNameOfOursIsALookAlikeAndNeitherHeardNorAdopted() throws Exception {
        PodFile file = new PodFile(folder.resolve("pods.toml"));
        file.change(before -> before.with(new KnownPod(LEFT, Foot.LEFT).heardAs("Lightfoot L", "random"))
                .with(new KnownPod(AWAY, Foot.RIGHT))); // is not there, so that the scan goes on
        bluez.rename(Side.RIGHT, "Lightfoot L");
        new FileAdoption(file, InstantSource.system(), List::of).openWindow(Duration.ofSeconds(60));
        listen(List.of());
        await("the left pod to be enrolled", () -> radio.pods().size() == 2);
        streams(LEFT);
        await(
                "the look-alike to be listed",
                () -> radio.heard().stream()
                        .anyMatch(sighting -> sighting.address().equals(RIGHT)
                                && sighting.standing() == Sighting.Standing.LOOK_ALIKE
                                && sighting.words().equals("look-alike of " + LEFT)));
        long before = pod(LEFT).loss().notifications();
        await("a second more", () -> pod(LEFT).loss().notifications() > before + 100);

        assertThat(radio.pods()).extracting(PodStatus::address).containsExactlyInAnyOrder(LEFT, AWAY);
        assertThat(file.read().find(RIGHT)).isEmpty();
        assertThat(events)
                .noneMatch(event ->
                        event instanceof Event.Linked linked && linked.pod().equals(RIGHT));
    }

    @Test
    void aPodThatFloodsIsSentAwayAndCountedAndTheOtherLosesNothing() {
        listen(BOTH);
        streams(LEFT);
        streams(RIGHT);
        for (int sequence = 0; sequence < 3000 && pod(RIGHT).cutOffs() == 0; sequence++) {
            byte[] notification = new byte[20];
            notification[0] = (byte) sequence;
            notification[1] = (byte) (sequence >> 8);
            notification[2] = 1;
            if (pod(RIGHT).state() == LinkState.STREAMING) {
                bluez.sendGarbage(Side.RIGHT, notification);
            }
        }
        await("the flood to be cut off", () -> told(RIGHT, "it floods: more than 416 notifications a second"));
        assertThat(pod(RIGHT).cutOffs()).isEqualTo(1);
        streams(RIGHT);
        streams(LEFT);
        assertThat(pod(LEFT).loss().lost()).isZero();
        assertThat(pod(LEFT).cutOffs()).isZero();
    }

    @Test
    void inProgressIsTakenForAScanThatRunsAndForAConnectToBeTriedAgain() {
        bluez.faults().scanIsBusy(3);
        bluez.faults().connectIsBusy(Side.LEFT, 2);
        listen(BOTH);
        streams(LEFT);
        streams(RIGHT);
        assertThat(told(LEFT, "[InProgress]")).as("%s", events).isTrue();
    }

    @Test
    void aPodThatCanIsBonded() {
        listen(BOTH);
        streams(LEFT);
        streams(RIGHT);
        assertThat(bluez.bonded(Side.LEFT)).isTrue();
        assertThat(bluez.bonded(Side.RIGHT)).isTrue();
        bluez.dropLink(Side.LEFT);
        await("the loss", () -> pod(LEFT).state() != LinkState.STREAMING);
        streams(LEFT);
        assertThat(bluez.bonded(Side.LEFT)).isTrue();
    }

    @Test
    void anEmptyCacheOfServicesIsForgottenAndFoundAnew() {
        bluez.faults().resolveToNothing(Side.LEFT, 1);
        listen(BOTH);
        streams(LEFT);
        streams(RIGHT);
        bluez.vanish(Side.RIGHT);
        bluez.faults().resolveToNothing(Side.RIGHT, 1);
        bluez.comeBack(Side.RIGHT);
        await("the loss", () -> pod(RIGHT).state() != LinkState.STREAMING);
        streams(RIGHT);
        assertThat(told(RIGHT, "BlueZ is to forget what it remembers of it"))
                .as("%s", events)
                .isTrue();
    }

    @Test
    void connectsThatHangAlthoughThePodIsHeardEndWithTheAdapterOffAndOn() {
        bluez.faults().ignoreConnects(Side.LEFT, 1_000);
        listen(List.of(new KnownPod(LEFT, Foot.LEFT)));
        streams(LEFT);
        // only an adapter that was off takes connects again
        assertThat(events.stream()
                        .filter(event -> event instanceof Event.Linked linked
                                && linked.reason().startsWith("no connection within"))
                        .count())
                .isBetween(2L, 3L);
    }

    @Test
    void aBondIsNotForgottenBecauseServicesWereNotFoundOnce() {
        listen(BOTH);
        streams(LEFT);
        bluez.faults().neverResolve(Side.LEFT, 1);
        bluez.dropLink(Side.LEFT);
        await("the loss", () -> pod(LEFT).state() != LinkState.STREAMING);
        streams(LEFT);
        assertThat(told(LEFT, "its services were not found")).as("%s", events).isTrue();
        assertThat(told(LEFT, "BlueZ is to forget")).as("%s", events).isFalse();
        assertThat(bluez.bonded(Side.LEFT)).isTrue();
    }
}

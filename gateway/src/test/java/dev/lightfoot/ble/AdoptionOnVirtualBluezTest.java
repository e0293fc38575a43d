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
import java.nio.file.Files;
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

/** Pods are heard only after they were adopted, through the virtual BlueZ on a real bus. */
class AdoptionOnVirtualBluezTest {
    private static final int HASTE = 10;
    private static final String LEFT = "C0:FF:EE:00:00:01";
    private static final String AWAY = "C0:FF:EE:00:00:03";
    private static final String RIGHT = "C0:FF:EE:00:00:02";

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(1024));

    @TempDir
    private Path folder = Path.of("unset");

    private VirtualBluez bluez;
    private BluezRadio radio;
    private FileAdoption adoption;

    @BeforeEach
    void start() throws Exception {
        Thread.ofPlatform().name("strike loop").start(loop);
        Body body = new Body(Scenarios.named("good-run"), 3);
        bluez = VirtualBluez.builder(body.left(), body.right()).haste(HASTE).start();
        Path file = folder.resolve("pods.toml");
        adoption = new FileAdoption(new PodFile(file), InstantSource.system(), () -> HeardFile.read(file));
        radio = new BluezRadio(
                RadioSettings.of(bluez.busAddress(), "hci0", List.of())
                        .withPodFile(file)
                        .bonding(true)
                        .with(Patience.usual().divided(HASTE)),
                loop,
                events::add,
                () -> 0);
        radio.start();
    }

    @AfterEach
    void stop() {
        radio.close();
        loop.close();
        bluez.close();
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

    private boolean streams(String address) {
        return radio.pods().stream()
                .anyMatch(pod -> pod.address().equals(address) && pod.state() == LinkState.STREAMING);
    }

    @Test
    void podsAdoptedEarlierAreKnownBeforeTheStart() throws Exception {
        adoption.adopt(new KnownPod(AWAY, Foot.RIGHT));
        RadioSettings settings = RadioSettings.of(bluez.busAddress(), "hci0", List.of());
        BluezRadio next = new BluezRadio(settings.withPodFile(folder.resolve("pods.toml")), loop, events::add, () -> 0);
        assertThat(next.pods()).extracting(PodStatus::address).containsExactly(AWAY);
    }

    @Test
    void bothAreListedBeforeAnyIsAdoptedAndTheSecondWhileTheFirstStreams() throws Exception {
        await("both to be listed", () -> radio.heard().size() == 2);
        adoption.adopt(new KnownPod(LEFT, Foot.LEFT));
        await("the left pod", () -> streams(LEFT));
        bluez.vanish(Side.RIGHT);
        bluez.rename(Side.RIGHT, "Lightfoot R2");
        bluez.comeBack(Side.RIGHT);
        await(
                "the right one to be heard anew",
                () -> radio.heard().stream()
                        .anyMatch(sighting -> sighting.name().equals("Lightfoot R2")));
        assertThat(streams(LEFT)).isTrue();
    }

    @Test
    void onlyTheAdoptedOneIsHeardTheOtherIsListedAndIgnored() throws Exception {
        adoption.adopt(new KnownPod(AWAY, Foot.RIGHT)); // is not there, so that the scan goes on
        adoption.adopt(new KnownPod(LEFT, Foot.LEFT));
        await("the left pod", () -> streams(LEFT));
        await(
                "the right pod to be listed",
                () -> adoption.heard().stream()
                        .anyMatch(sighting ->
                                sighting.address().equals(RIGHT) && sighting.standing() == Sighting.Standing.UNKNOWN));
        assertThat(radio.pods()).extracting(PodStatus::address).containsExactlyInAnyOrder(LEFT, AWAY);

        adoption.forget(LEFT);
        adoption.forget(AWAY);
        await("nothing to be heard", () -> radio.pods().isEmpty());
        assertThat(events)
                .isNotEmpty()
                .allMatch(event ->
                        event instanceof Event.Linked linked && linked.pod().equals(LEFT));
    }

    @Test
    void anOpenWindowAdoptsBothAndClosesByItself() throws Exception {
        adoption.openWindow(Duration.ofSeconds(60));
        await("both pods", () -> streams(LEFT) && streams(RIGHT));
        AdoptedPods adopted = new PodFile(folder.resolve("pods.toml")).read();
        assertThat(adopted.windowUntil()).isNull();
        assertThat(adopted.pods()).extracting(KnownPod::name).containsExactlyInAnyOrder("Lightfoot L", "Lightfoot R");
        assertThat(adopted.pods()).extracting(KnownPod::addressType).containsOnly("random");
    }

    @Test
    void aPodOnAFootThatIsHeardAlreadyIsSentAway() throws Exception {
        adoption.adopt(new KnownPod(LEFT, null));
        await("the left pod", () -> streams(LEFT));
        adoption.adopt(new KnownPod(RIGHT, Foot.LEFT));
        await("the other to be enrolled", () -> radio.pods().size() == 2);
        assertThat(streams(RIGHT)).isFalse();
        adoption.forget(LEFT);
        await("the other in its place", () -> streams(RIGHT));
    }

    @Test
    void aFileThatIsSpoiltWhileItRunsChangesNothing() throws Exception {
        adoption.adopt(new KnownPod(LEFT, null));
        await("the left pod", () -> streams(LEFT));
        Files.writeString(folder.resolve("pods.toml"), "version = 7");
        adoptLaterThrough("version = 1\n[[pod]]\naddress = \"" + RIGHT + "\"\n");
        await("what the mended file says", () -> streams(RIGHT));
    }

    private void adoptLaterThrough(String text) throws Exception {
        long before = radio.pods().getFirst().loss().notifications();
        await("a second of the left pod", () -> radio.pods().getFirst().loss().notifications() > before + 100);
        assertThat(streams(LEFT)).isTrue();
        Files.writeString(folder.resolve("pods.toml"), text);
    }
}

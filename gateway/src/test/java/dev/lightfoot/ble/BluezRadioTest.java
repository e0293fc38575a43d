package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.StrikeLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BluezRadioTest {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(64));
    private final PrivateBus bus;
    private final BluezRadio radio;
    private String lastReason = "";

    BluezRadioTest() throws IOException {
        bus = new PrivateBus();
        Thread.ofPlatform().name("strike loop").start(loop);
        radio = new BluezRadio(
                RadioSettings.of(bus.address(), "hci0", List.of(new KnownPod(FakeBluez.ADDRESS, Foot.LEFT))),
                loop,
                events::add,
                () -> 0);
    }

    @AfterEach
    void closeAll() throws IOException {
        radio.close();
        loop.close();
        bus.close();
    }

    /** The states up to and with the next streaming. */
    private List<String> statesUntil(String last) throws InterruptedException {
        List<String> states = new ArrayList<>();
        while (states.isEmpty() || !states.getLast().equals(last)) {
            Event event = events.poll(15, TimeUnit.SECONDS);
            assertThat(event)
                    .as("after %s, radio: %s", states, radio.standing())
                    .isNotNull();
            if (event instanceof Event.Linked linked) {
                states.add(linked.state());
                lastReason = linked.reason();
            }
        }
        return states;
    }

    private static void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(limitNs);
            Thread.onSpinWait();
        }
    }

    private void samplesArrive(FakeBluez bluez) {
        long before = radio.pods().getFirst().loss().notifications();
        for (int i = 0; i < 100; i++) {
            bluez.notifySample(i);
        }
        await("100 notifications", () -> radio.pods().getFirst().loss().notifications() == before + 100);
        assertThat(radio.pods().getFirst().loss().lost()).isZero();
    }

    @Test
    void aPodIsFoundOnAnAdapterThatWasOffAndItsSamplesComeByAcquireNotify() throws Exception {
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 0)) {
            radio.start();
            assertThat(statesUntil("streaming"))
                    .containsExactly("seen", "connecting", "resolving", "starting", "streaming");
            assertThat(radio.pods().getFirst().reason()).isEqualTo("200 Hz by AcquireNotify");
            samplesArrive(bluez);
        }
    }

    @Test
    void whereAcquireNotifyIsRefusedSamplesComeByStartNotify() throws Exception {
        try (FakeBluez bluez = new FakeBluez(bus.address(), false, 0)) {
            radio.start();
            statesUntil("streaming");
            assertThat(radio.pods().getFirst().reason()).isEqualTo("200 Hz by StartNotify");
            samplesArrive(bluez);
        }
    }

    @Test
    void aConnectThatFailsIsTriedAgainWithItsReasonTold() throws Exception {
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 2)) {
            radio.start();
            assertThat(statesUntil("backing_off")).containsExactly("seen", "connecting", "backing_off");
            assertThat(lastReason).contains("le-connection-abort-by-local");
            statesUntil("streaming");
            assertThat(bluez.connects()).isEqualTo(3);
        }
    }

    @Test
    void aDroppedLinkAndAVanishedPodComeBack() throws Exception {
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 0)) {
            radio.start();
            statesUntil("streaming");
            samplesArrive(bluez);
            bluez.dropLink();
            assertThat(statesUntil("streaming")).startsWith("lost", "backing_off", "known", "seen");
            samplesArrive(bluez);
            bluez.vanish();
            assertThat(statesUntil("streaming")).startsWith("lost", "backing_off", "known", "seen");
            samplesArrive(bluez);
        }
    }

    @Test
    void bluezThatLeavesTheBusAndComesBackIsUsedAgain() throws Exception {
        try (FakeBluez _ = new FakeBluez(bus.address(), true, 0)) {
            radio.start();
            statesUntil("streaming");
        }
        assertThat(statesUntil("known")).startsWith("lost");
        await("the reason", () -> radio.standing().contains("BlueZ is not running"));
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 0)) {
            statesUntil("streaming");
            samplesArrive(bluez);
        }
    }

    @Test
    void aBusThatIsNotThereIsNamedAndUsedWhenItComesAndAgainAfterARestart() throws Exception {
        bus.stop();
        radio.start();
        await("the reason", () -> radio.standing().contains("connecting to D-Bus at " + bus.address()));
        for (int round = 0; round < 2; round++) {
            bus.start();
            start();
            bus.stop();
        }
    }

    @Test
    void closingLetsThePodGo() throws Exception {
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 0)) {
            radio.start();
            statesUntil("streaming");
            assertThat(bluez.connected()).isTrue();
            events.clear();
            radio.close();
            assertThat(bluez.connected()).isFalse();
            assertThat(events).hasSize(1).first().isInstanceOfSatisfying(Event.Linked.class, linked -> {
                assertThat(linked.state()).isEqualTo("lost");
                assertThat(linked.reason()).isEqualTo("the gateway stops");
            });
        }
    }

    @Test
    void aPodThatFloodsIsSentAwayWithItsReasonAndHeardAgainWhenItBehaves() throws Exception {
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 0)) {
            radio.start();
            statesUntil("streaming");
            for (int i = 0; radio.pods().getFirst().state() == LinkState.STREAMING; i++) {
                assertThat(i).as("notifications of a flood").isLessThan(1_000_000);
                bluez.notifySample(i);
            }
            assertThat(statesUntil("backing_off")).containsExactly("lost", "backing_off");
            assertThat(lastReason).startsWith("it floods: more than 400 notifications a second");
            assertThat(radio.pods().getFirst().cutOffs()).isEqualTo(1);
            statesUntil("streaming");
            long before = radio.pods().getFirst().loss().notifications();
            for (int i = 0; i < 100; i++) {
                bluez.notifySample(i);
            }
            await("100 more", () -> radio.pods().getFirst().loss().notifications() == before + 100);
        }
    }

    private void start() throws DBusException, InterruptedException {
        try (FakeBluez bluez = new FakeBluez(bus.address(), true, 0)) {
            statesUntil("streaming");
            samplesArrive(bluez);
        }
    }
}

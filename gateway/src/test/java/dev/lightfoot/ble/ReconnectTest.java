package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** 200 reconnects over one bus connection, through the virtual BlueZ and AcquireNotify, and what they leave behind. */
class ReconnectTest {
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 100;
    /** Of the pool that carries virtual threads, which may still grow or shrink. */
    private static final int POOL_THREADS = 2;

    private final Semaphore leftStreams = new Semaphore(0);
    private final Semaphore rightStreams = new Semaphore(0);

    @Test
    void leaveNoFdAndNoThread() throws Exception {
        StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(1024));
        Thread.ofPlatform().name("strike loop").start(loop);
        Body body = new Body(Scenarios.named("good-run"), 3);
        try (loop;
                VirtualBluez bluez =
                        VirtualBluez.builder(body.left(), body.right()).start();
                BluezRadio radio = new BluezRadio(settings(bluez.busAddress()), loop, this::count, 0)) {
            radio.start();
            bothStream(radio);
            reconnect(bluez, radio, WARM_UP_ROUNDS);
            long fdsBefore = openFds();
            int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();

            reconnect(bluez, radio, ROUNDS);

            fallsTo("fds", fdsBefore, ReconnectTest::openFds);
            fallsTo(
                    "threads",
                    threadsBefore + POOL_THREADS,
                    () -> ManagementFactory.getThreadMXBean().getThreadCount());
            assertThat(radio.pods()).allSatisfy(pod -> assertThat(pod.reason()).isEqualTo("208 Hz by AcquireNotify"));
        }
    }

    private static RadioSettings settings(String address) {
        RadioSettings usual = RadioSettings.of(
                address,
                "hci0",
                List.of(new KnownPod("C0:FF:EE:00:00:01", null), new KnownPod("C0:FF:EE:00:00:02", null)));
        return new RadioSettings(
                address,
                "hci0",
                usual.pods(),
                true,
                usual.connectLimit(),
                usual.resolveLimit(),
                usual.startLimit(),
                usual.silenceLimit(),
                Duration.ofMillis(1),
                Duration.ofMillis(1));
    }

    private void count(Event event) {
        if (event instanceof Event.Linked linked
                && linked.state().equals("streaming")
                && !linked.reason().equals("battery")) {
            (linked.pod().endsWith("1") ? leftStreams : rightStreams).release();
        }
    }

    private void reconnect(VirtualBluez bluez, BluezRadio radio, int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            bluez.dropLink(Side.LEFT);
            bluez.dropLink(Side.RIGHT);
            bothStream(radio);
        }
    }

    private void bothStream(BluezRadio radio) throws InterruptedException {
        assertThat(leftStreams.tryAcquire(20, TimeUnit.SECONDS) && rightStreams.tryAcquire(20, TimeUnit.SECONDS))
                .as("both stream; %s; %s", radio.standing(), radio.pods())
                .isTrue();
    }

    private interface Count {
        long now() throws IOException;
    }

    private static void fallsTo(String what, long limit, Count count) throws IOException {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (count.now() > limit && System.nanoTime() < untilNs) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(count.now()).as(what).isLessThanOrEqualTo(limit);
    }

    private static long openFds() throws IOException {
        try (var fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        }
    }
}

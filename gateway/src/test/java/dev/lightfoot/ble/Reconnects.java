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
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** Links that drop and come back over one bus connection, and what the process and the bus hold meanwhile. */
final class Reconnects implements AutoCloseable {
    /** Both radio and patience: a link comes back in some 20 ms. */
    private static final int HASTE = 20;
    /** Of the pool that carries virtual threads, which may still grow or shrink. */
    private static final int POOL_THREADS = 2;

    private static final long HEAP_BYTES = 4_000_000;

    /** What is held; the heap after a collection. */
    record Holding(long fds, int threads, long matchRules, long heapBytes) {
        boolean noMoreThan(Holding before) {
            return fds <= before.fds
                    && threads <= before.threads + POOL_THREADS
                    && matchRules <= before.matchRules
                    && heapBytes <= before.heapBytes + HEAP_BYTES;
        }
    }

    /** The bus daemon's own figures. */
    @DBusInterfaceName("org.freedesktop.DBus.Debug.Stats")
    public interface Stats extends DBusInterface {
        Map<String, Variant<?>> GetStats();
    }

    private final Semaphore leftStreams = new Semaphore(0);
    private final Semaphore rightStreams = new Semaphore(0);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(1024));
    private final VirtualBluez bluez;
    private final BluezRadio radio;
    private final DBusConnection observer;

    Reconnects() throws Exception {
        Thread.ofPlatform().daemon().name("strike loop").start(loop);
        Body body = new Body(Scenarios.named("good-run"), 3);
        bluez = VirtualBluez.builder(body.left(), body.right()).haste(HASTE).start();
        observer = DBusConnectionBuilder.forAddress(bluez.busAddress())
                .withShared(false)
                .build();
        radio = new BluezRadio(
                RadioSettings.of(
                                bluez.busAddress(),
                                "hci0",
                                List.of(
                                        new KnownPod("C0:FF:EE:00:00:01", null),
                                        new KnownPod("C0:FF:EE:00:00:02", null)))
                        .with(Patience.usual().divided(HASTE).backingOffAtMost(Duration.ofMillis(1))),
                loop,
                this::count,
                () -> 0);
        radio.start();
        bothStream();
    }

    private void count(Event event) {
        if (event instanceof Event.Linked linked
                && linked.state().equals("streaming")
                && !linked.reason().equals("battery")) {
            (linked.pod().endsWith("1") ? leftStreams : rightStreams).release();
        }
    }

    /** Drops both links and waits until both stream, so many times. */
    void rounds(int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            bluez.dropLink(Side.LEFT);
            bluez.dropLink(Side.RIGHT);
            bothStream();
        }
    }

    private void bothStream() throws InterruptedException {
        assertThat(leftStreams.tryAcquire(20, TimeUnit.SECONDS) && rightStreams.tryAcquire(20, TimeUnit.SECONDS))
                .as("both stream; %s; %s", radio.standing(), radio.pods())
                .isTrue();
    }

    /** Waits until both stream in these words: a machine that is busy otherwise may have dropped one by its silence. */
    void awaitStreams(String words) {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!pods().stream().allMatch(pod -> pod.reason().equals(words))) {
            assertThat(System.nanoTime()).as("%s: %s", words, pods()).isLessThan(untilNs);
            LockSupport.parkNanos(1_000_000);
        }
    }

    List<PodStatus> pods() {
        return radio.pods();
    }

    Holding holding() throws Exception {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        try (var fds = Files.list(Path.of("/proc/self/fd"))) {
            return new Holding(
                    fds.count(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    matchRules(),
                    runtime.totalMemory() - runtime.freeMemory());
        }
    }

    /** Waits until no more is held than before, for as long as it may take to settle. */
    Holding settledAtMost(Holding before) throws Exception {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        Holding now = holding();
        while (!now.noMoreThan(before) && System.nanoTime() < untilNs) {
            LockSupport.parkNanos(50_000_000);
            now = holding();
        }
        return now;
    }

    private long matchRules() throws Exception {
        Map<String, Variant<?>> stats = observer.getRemoteObject(
                        "org.freedesktop.DBus", "/org/freedesktop/DBus", Stats.class)
                .GetStats();
        Variant<?> rules = stats.get("MatchRules");
        return rules != null && rules.getValue() instanceof Number number ? number.longValue() : -1;
    }

    @Override
    public void close() throws IOException {
        radio.close();
        loop.close();
        observer.close();
        bluez.close();
    }
}

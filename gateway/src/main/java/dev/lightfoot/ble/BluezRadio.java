package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.loop.StrikeLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the pods through BlueZ and keeps at it: one supervisor thread owns the bus, the index of objects, the scan and the
 * links, and builds all of it anew when BlueZ, the bus or the adapter has gone. {@link #pods}, {@link #standing} and
 * {@link #close} are for any thread.
 */
public final class BluezRadio implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BluezRadio.class);
    private static final long TICK_MS = 100;

    private final RadioSettings settings;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Calls calls = new Calls(inbox::add);
    private final BluezObjects objects = new BluezObjects();
    private final Discovery discovery = new Discovery(calls);
    private final AdapterPower power = new AdapterPower(calls);
    private final Backoff reopening = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4), new Random());
    private final List<PodLink> links;
    private final Thread supervisor = Thread.ofPlatform().name("bluez").daemon().unstarted(this::run);

    private @Nullable BluezBus bus;
    private int generation;
    private boolean loading;
    private boolean cameWhileLoading;
    private boolean loaded;
    private final List<Runnable> heldSignals = new ArrayList<>();
    private long openAtNs = System.nanoTime();
    private volatile String standing = "not started";
    private volatile boolean closed;

    /**
     * @param events takes each change of a link, from any thread
     * @param epochOffsetNs from the host's monotonic clock to the Unix epoch
     */
    public BluezRadio(RadioSettings settings, StrikeLoop loop, Consumer<Event> events, long epochOffsetNs) {
        this.settings = settings;
        links = settings.pods().stream()
                .map(pod -> new PodLink(pod, settings, objects, loop, calls, inbox::add, events, epochOffsetNs))
                .toList();
    }

    public void start() {
        supervisor.start();
    }

    /** Each pod as it stands. */
    public List<PodStatus> pods() {
        return links.stream().map(PodLink::status).toList();
    }

    /** How BlueZ and the adapter stand, in one sentence. */
    public String standing() {
        return standing;
    }

    private void run() {
        try {
            while (!closed) {
                Runnable next = inbox.poll(TICK_MS, TimeUnit.MILLISECONDS);
                turn(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            letGo();
            drop("the gateway stops", System.nanoTime());
        }
    }

    /** Does what has come in, and goes on as far as it can; a fault of our own builds everything anew. */
    private void turn(@Nullable Runnable first) {
        try {
            for (Runnable next = first; next != null; next = inbox.poll()) {
                next.run();
            }
            tick(System.nanoTime());
        } catch (RuntimeException e) {
            LOG.error("the Bluetooth supervisor failed and begins anew", e);
            drop("a fault in the gateway: " + e, System.nanoTime());
        }
    }

    private void letGo() {
        BluezBus current = bus;
        if (current != null && loaded) {
            Parting.from(
                    current,
                    links.stream()
                            .filter(PodLink::holds)
                            .flatMap(
                                    link -> objects
                                            .adapter(settings.adapter())
                                            .flatMap(on -> objects.device(on, link.address()))
                                            .stream())
                            .toList());
        }
    }

    private void tick(long nowNs) {
        BluezBus current = bus;
        if (current == null) {
            if (nowNs - openAtNs >= 0) {
                open();
            }
        } else if (loaded) {
            objects.adapter(settings.adapter())
                    .ifPresentOrElse(
                            adapter -> tickAdapter(new Session(current, adapter), nowNs),
                            () -> suspend(
                                    "BlueZ has no Bluetooth adapter " + settings.adapter()
                                            + "; plug it in, or name another in bluetooth.adapter",
                                    nowNs));
        }
    }

    private void tickAdapter(Session session, long nowNs) {
        String name = session.adapter().substring(session.adapter().lastIndexOf('/') + 1);
        if (!objects.powered(session.adapter())) {
            suspend("the Bluetooth adapter " + name + " is off; switching it on", nowNs);
            power.switchOn(session, nowNs);
            return;
        }
        say("listening on Bluetooth adapter " + name);
        boolean connecting = links.stream().anyMatch(link -> link.state() == LinkState.CONNECTING);
        for (PodLink link : links) {
            link.tick(session, !connecting && discovery.off(), nowNs);
            connecting |= link.state() == LinkState.CONNECTING;
        }
        boolean looking = links.stream().anyMatch(link -> link.state() == LinkState.KNOWN);
        boolean next = connecting || links.stream().anyMatch(link -> link.state() == LinkState.SEEN);
        discovery.want(looking && !next, session, nowNs);
    }

    private void open() {
        generation++;
        try {
            bus = BluezBus.open(settings.busAddress(), new Signals(generation));
            load();
        } catch (BluezException e) {
            openAtNs = System.nanoTime() + reopening.nextNs();
            say(e.getMessage() + "; check that D-Bus runs there or set another address, trying again");
        }
    }

    private void load() {
        BluezBus from = bus;
        if (from == null || loading) {
            cameWhileLoading = true;
            return;
        }
        int mine = generation;
        loading = true;
        cameWhileLoading = false;
        calls.ask(
                () -> from.listen() ? from.managedObjects() : Map.<DBusPath, Map<String, Map<String, Variant<?>>>>of(),
                managed -> {
                    if (mine == generation) {
                        loaded(managed);
                    }
                },
                e -> {
                    if (mine == generation) {
                        drop(String.valueOf(e.getMessage()), System.nanoTime());
                    }
                });
    }

    private void loaded(Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed) {
        loading = false;
        if (managed.isEmpty()) {
            if (cameWhileLoading) {
                load();
                return;
            }
            say("BlueZ is not running on D-Bus at " + settings.busAddress()
                    + "; start it with: systemctl start bluetooth");
            return;
        }
        reopening.reset();
        objects.clear();
        managed.forEach((path, interfaces) -> objects.added(path.getPath(), interfaces));
        loaded = true;
        heldSignals.forEach(Runnable::run);
        heldSignals.clear();
    }

    /** Lets go of the bus and all that came from it. */
    private void drop(String why, long nowNs) {
        generation++;
        BluezBus gone = bus;
        bus = null;
        loading = false;
        loaded = false;
        heldSignals.clear();
        objects.clear();
        suspend(why, nowNs);
        openAtNs = nowNs + reopening.nextNs();
        power.forget(nowNs);
        if (gone != null) {
            Thread.ofVirtual().name("bluez close").start(gone::close);
        }
    }

    private void suspend(String why, long nowNs) {
        say(why);
        discovery.forget();
        links.forEach(link -> link.abandon(why, closed, nowNs));
    }

    private void say(@Nullable String words) {
        String said = String.valueOf(words);
        if (!said.equals(standing)) {
            standing = said;
            LOG.info("Bluetooth: {}", said);
        }
    }

    /** BlueZ's signals of one connection, taken to the supervisor's thread, and held there until the index is loaded. */
    private final class Signals implements BluezListener {
        private final int of;

        Signals(int of) {
            this.of = of;
        }

        private void take(Runnable signal) {
            inbox.add(() -> {
                if (of == generation) {
                    if (loaded) {
                        signal.run();
                    } else {
                        heldSignals.add(signal);
                    }
                }
            });
        }

        @Override
        public void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {
            take(() -> objects.added(path, interfaces));
        }

        @Override
        public void removed(String path, List<String> interfaces) {
            take(() -> objects.removed(path, interfaces));
        }

        @Override
        public void changed(
                String path, String interfaceName, Map<String, Variant<?>> properties, List<String> invalidated) {
            take(() -> objects.changed(path, interfaceName, properties, invalidated));
        }

        @Override
        public void ownerChanged(boolean present, String words) {
            inbox.add(() -> {
                if (of == generation) {
                    if (!present) {
                        drop(words, System.nanoTime());
                    } else if (!loaded) {
                        load();
                    }
                }
            });
        }
    }

    /** Ends the supervisor; links are let go. */
    @Override
    public void close() {
        closed = true;
        inbox.add(() -> {});
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.loop.StrikeLoop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hears the pods through BlueZ and keeps at it: one supervisor thread owns the bus, the index of objects, the scan and the
 * links, and builds all of it anew when BlueZ, the bus or the adapter has gone. {@link #pods}, {@link #heard},
 * {@link #standing} and {@link #close} are for any thread.
 */
public final class BluezRadio implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BluezRadio.class);

    /** For so long after somebody asked what is heard, pods are listened for: a page asks every other second. */
    private static final long ASKED_NS = 10_000_000_000L;

    private static final int BOTH_FEET = 2;

    private final RadioSettings settings;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Calls calls = new Calls(inbox::add);
    private final BluezObjects objects = new BluezObjects();
    private final BluezPresence presence;
    private final Scanner scanner;
    private final AdapterPower power;
    private final Supervision supervision;
    private final Roster roster;
    private final HeardBoard board = new HeardBoard();
    private final @Nullable HeardFile heardFile;
    private final Thread supervisor = Thread.ofPlatform().name("bluez").daemon().unstarted(this::run);
    private final @Nullable BandLink band;
    private long unhangFromNs = System.nanoTime();
    private volatile List<PodLink> links;
    private volatile String standing = "not started";
    private volatile boolean closed;
    private volatile long askedAtNs = System.nanoTime() - ASKED_NS;

    /**
     * @param events takes each change of a link, from any thread
     * @param epochOffsetNs from the host's monotonic clock to the Unix epoch
     */
    public BluezRadio(RadioSettings settings, StrikeLoop loop, Consumer<Event> events, LongSupplier epochOffsetNs) {
        this(settings, loop, events, epochOffsetNs, null);
    }

    /**
     * The same beside a wristband.
     *
     * @param wristband to be kept connected too; null for none
     */
    public BluezRadio(
            RadioSettings settings,
            StrikeLoop loop,
            Consumer<Event> events,
            LongSupplier epochOffsetNs,
            @Nullable Wristband wristband) {
        this.settings = settings;
        presence = new BluezPresence(settings, calls, inbox::add, objects, this::absent);
        power = new AdapterPower(calls, settings.patience());
        scanner = new Scanner(settings.patience(), calls, objects, power);
        supervision = new Supervision(settings, objects, loop, calls, new Feet(), inbox::add, events, epochOffsetNs);
        roster = new Roster(settings, System.nanoTime());
        heardFile = settings.podFile() == null ? null : HeardFile.hold(settings.podFile(), System.nanoTime());
        roster.changed(System.nanoTime());
        links = roster.pods().stream().map(pod -> new PodLink(pod, supervision)).toList();
        band = wristband == null ? null : new BandLink(wristband, settings.patience(), objects, calls);
    }

    public void start() {
        supervisor.start();
    }

    /** Each pod that is to be heard, as it stands. */
    public List<PodStatus> pods() {
        return links.stream().map(PodLink::status).toList();
    }

    /** The pods that were heard lately, adopted or not; unless both feet stream, they are listened for from now on for a while. */
    public List<Sighting> heard() {
        askedAtNs = System.nanoTime();
        return board.all();
    }

    /** How BlueZ and the adapter stand, in one sentence. */
    public String standing() {
        return standing;
    }

    private void run() {
        try {
            while (!closed) {
                turn(inbox.poll(settings.patience().tick().toMillis(), TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            letGo(held());
            links.forEach(link -> link.part("the gateway stops", System.nanoTime()));
            presence.drop("the gateway stops", System.nanoTime());
            if (heardFile != null) {
                heardFile.close();
            }
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
            presence.drop("a fault in the gateway: " + e, System.nanoTime());
        }
    }

    private void tick(long nowNs) {
        if (roster.changed(nowNs)) {
            enroll(nowNs);
        }
        BluezBus bus = presence.ready(nowNs).orElse(null);
        if (bus != null) {
            objects.adapter(settings.adapter())
                    .ifPresentOrElse(
                            adapter -> tickAdapter(new Session(bus, adapter), nowNs),
                            () -> suspend(
                                    "BlueZ has no Bluetooth adapter " + settings.adapter()
                                            + "; plug it in, or name another in bluetooth.adapter",
                                    nowNs));
        }
    }

    /** Other pods are to be heard: links to those that are no more end, the others go on. */
    private void enroll(long nowNs) {
        List<PodLink> next = new ArrayList<>();
        for (KnownPod pod : roster.pods()) {
            PodLink link = links.stream()
                    .filter(each -> each.pod().linksAs(pod))
                    .findFirst()
                    .orElseGet(() -> new PodLink(pod, supervision));
            link.is(pod);
            next.add(link);
        }
        List<PodLink> leaving =
                links.stream().filter(link -> !next.contains(link)).toList();
        letGo(leaving.stream().filter(PodLink::holds).map(PodLink::pod).toList());
        leaving.forEach(link -> link.part("it is not adopted any more, or on another foot or shoe", nowNs));
        links = List.copyOf(next);
    }

    /** All that is to be let go of at the end; the wristband rests by then. */
    private List<KnownPod> held() {
        List<KnownPod> held = new ArrayList<>(
                links.stream().filter(PodLink::holds).map(PodLink::pod).toList());
        if (band != null) {
            band.lastWord();
            if (band.holds()) {
                held.add(band.device());
            }
        }
        return held;
    }

    private void letGo(List<KnownPod> leaving) {
        presence.ready(System.nanoTime())
                .ifPresent(bus -> Parting.from(
                        bus,
                        leaving.stream()
                                .map(pod -> objects.adapter(settings.adapter())
                                        .flatMap(on -> objects.device(on, pod))
                                        .orElse(null))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private void tickAdapter(Session session, long nowNs) {
        String name = session.adapter().substring(session.adapter().lastIndexOf('/') + 1);
        if (!objects.powered(session.adapter())) {
            suspend("the Bluetooth adapter " + name + " is off; switching it on", nowNs);
            power.switchOn(session, nowNs);
            return;
        }
        power.mayAgain(nowNs);
        say("listening on Bluetooth adapter " + name, false);
        Instant now = Instant.now();
        board.take(Sightings.of(objects.devices(session.adapter()), roster.pods()), nowNs);
        if (heardFile != null) {
            heardFile.tell(board.all(), nowNs);
        }
        roster.adoptFrom(board.all(), now);
        boolean connecting = (band != null && band.connecting())
                || links.stream().anyMatch(link -> link.state() == LinkState.CONNECTING);
        for (PodLink link : links) {
            link.tick(session, !connecting && scanner.off(), nowNs);
            connecting |= link.state() == LinkState.CONNECTING;
        }
        boolean sought = links.stream().anyMatch(link -> link.state() == LinkState.KNOWN && link.wanted());
        boolean waiting = links.stream().anyMatch(link -> link.state() == LinkState.SEEN && link.wanted());
        boolean looking = roster.windowOpen(now) || choosing(nowNs) || sought;
        boolean next = connecting || waiting;
        boolean all = false;
        if (band != null) {
            band.tick(session, !connecting && scanner.off(), waiting, sought, nowNs);
            next |= band.next(nowNs) || band.connecting();
            all = band.lookedFor(nowNs) || (links.isEmpty() && !band.holds());
        }
        boolean streaming = links.stream().anyMatch(link -> link.state() == LinkState.STREAMING);
        unhang(session, streaming, nowNs);
        if (scanner.tick(session, (looking || all) && !next, all, streaming, nowNs)) {
            presence.drop("the adapter is looked up anew, as it hears nothing", nowNs);
        }
    }

    /** Somebody may want to choose from what is heard; never at the cost of the samples of two feet. */
    private boolean choosing(long nowNs) {
        return links.isEmpty()
                || (nowNs - askedAtNs < ASKED_NS
                        && links.stream()
                                        .filter(link -> link.state() == LinkState.STREAMING)
                                        .count()
                                < BOTH_FEET);
    }

    /**
     * Connects that hang one after the other end with the adapter off and on, when that costs nobody a stream, and not again
     * for as long as a deaf one is given.
     */
    private void unhang(Session session, boolean streaming, long nowNs) {
        if (!streaming && nowNs - unhangFromNs >= 0 && links.stream().anyMatch(link -> link.hung.many())) {
            LOG.warn("Bluetooth: connects hang although the pod is heard; switching the adapter off and on");
            links.forEach(link -> link.hung.clear());
            power.cycle(session, nowNs);
            unhangFromNs = nowNs + settings.patience().deaf().toNanos();
        }
    }

    private void absent(String why, long nowNs) {
        suspend(why, nowNs);
        power.mayAgain(nowNs);
    }

    private void suspend(String why, long nowNs) {
        say(why, true);
        scanner.forget();
        if (!closed) {
            links.forEach(link -> link.abandon(why, nowNs));
            if (band != null) {
                band.abandon(why, nowNs);
            }
        }
    }

    private void say(String words, boolean warning) {
        if (!words.equals(standing)) {
            standing = words;
            LOG.atLevel(warning && !closed ? Level.WARN : Level.INFO).log("Bluetooth: {}", words);
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

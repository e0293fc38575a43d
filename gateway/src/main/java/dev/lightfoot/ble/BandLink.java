package dev.lightfoot.ble;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The link to the wristband: found, connected, its Alert Level (2A06) of Immediate Alert (1802) found, and made anew with a
 * growing pause whenever it has gone. Pods come first: it connects only while none is waiting to, and one that was not
 * heard only while none is looked for. Lives on the supervisor's thread.
 */
final class BandLink {
    private static final Logger LOG = LoggerFactory.getLogger(BandLink.class);
    private static final UUID IMMEDIATE_ALERT = UUID.fromString("00001802-0000-1000-8000-00805f9b34fb");
    private static final UUID ALERT_LEVEL = UUID.fromString("00002a06-0000-1000-8000-00805f9b34fb");

    /** A band is worth less air than a pod: its pauses are so many times a pod's shortest and longest, 1 s and 30 s. */
    private static final int FIRST_PAUSE = 4;

    private static final int MOST_PAUSE = 20;

    /** Signals of services trail behind ServicesResolved. */
    private static final int EMPTY_TICKS = 5;

    /** BlueZ takes the RSSI away when a scan ends, and a scan ends before a connect. */
    private static final int HEARD_TICKS = 30;

    private static final long LAST_WORD_NS = 400_000_000L;
    private static final long POLL_NS = 5_000_000L;

    private enum State {
        AWAY,
        CONNECTING,
        RESOLVING,
        QUIETING,
        READY
    }

    private final Wristband band;
    private final KnownPod device;
    private final Patience patience;
    private final BluezObjects objects;
    private final Calls calls;
    private final Backoff backoff;
    private State state = State.AWAY;
    private String reason = "";
    private int transitions;
    private long sinceNs;
    private long waitNs;
    private boolean everHeard;
    private long heardAtNs;
    private boolean unknown;
    private long unknownSinceNs;
    private boolean onFaith;
    private int leaving;
    private @Nullable BandWriter writer;

    BandLink(Wristband band, Patience patience, BluezObjects objects, Calls calls) {
        this.band = band;
        this.patience = patience;
        this.objects = objects;
        this.calls = calls;
        device = new KnownPod(band.address(), null);
        backoff = new Backoff(
                patience.firstBackoff().multipliedBy(FIRST_PAUSE),
                patience.mostBackoff().multipliedBy(MOST_PAUSE),
                new Random(band.address().hashCode()));
        sinceNs = System.nanoTime();
    }

    /** What BlueZ's objects are looked up by. */
    KnownPod device() {
        return device;
    }

    boolean connecting() {
        return state == State.CONNECTING;
    }

    /** Whether it has a link, or is about to. */
    boolean holds() {
        return state != State.AWAY;
    }

    /** Whether all is to be scanned for because of it: a sixth of the time, while BlueZ knows nothing of it. */
    boolean lookedFor(long nowNs) {
        long windowNs = patience.unheard().toNanos() / 2;
        return unknown && (nowNs - unknownSinceNs) % (6 * windowNs) < windowNs;
    }

    /** Whether a scan for pods is to pause for it: it was heard just now and it is its turn. */
    boolean next(long nowNs) {
        return state == State.AWAY && !unknown && heard(nowNs) && due(nowNs);
    }

    /**
     * Goes on as far as it can.
     *
     * @param mayConnect whether nobody scans and no pod connects
     * @param podWaits whether a pod is to be connected to
     * @param podSought whether a pod is looked for
     */
    void tick(Session session, boolean mayConnect, boolean podWaits, boolean podSought, long nowNs) {
        Optional<String> found = objects.device(session.adapter(), device);
        if (found.isEmpty() != unknown) {
            unknown = found.isEmpty();
            unknownSinceNs = nowNs;
        }
        if (found.isEmpty()) {
            away("BlueZ has not heard it: switch it on and bring it near", false, nowNs);
            return;
        }
        String path = found.get();
        boolean connected = objects.connected(path);
        if (objects.heard(path)) {
            everHeard = true;
            heardAtNs = nowNs;
        }
        switch (state) {
            case AWAY -> {
                if (connected && due(nowNs)) {
                    transitionTo(State.RESOLVING, nowNs);
                } else if (due(nowNs) && mayConnect && !podWaits && (heard(nowNs) || !podSought)) {
                    connect(session, path, nowNs);
                }
            }
            case CONNECTING -> {
                if (connected) {
                    transitionTo(State.RESOLVING, nowNs);
                } else if (podWaits || (podSought && onFaith)) {
                    give(session, path, "a pod is connected to first", nowNs);
                } else if (over(patience.connect(), nowNs)) {
                    give(session, path, "no connection within " + words(patience.connect()), nowNs);
                }
            }
            case RESOLVING -> resolve(session, path, connected, nowNs);
            case QUIETING, READY -> {
                BandWriter open = writer;
                if (!connected) {
                    away("it disconnected", true, nowNs);
                } else if (open != null && open.hangs(patience.start().toNanos(), nowNs)) {
                    give(session, path, "a write was not answered within " + words(patience.start()), nowNs);
                }
            }
        }
    }

    private boolean heard(long nowNs) {
        return everHeard
                && nowNs - heardAtNs < patience.tick().multipliedBy(HEARD_TICKS).toNanos();
    }

    private boolean due(long nowNs) {
        return leaving == 0 && nowNs - sinceNs >= waitNs;
    }

    private void connect(Session session, String path, long nowNs) {
        onFaith = !heard(nowNs);
        transitionTo(State.CONNECTING, nowNs);
        int mine = transitions;
        calls.tell(
                () -> session.bus().connect(path),
                () -> ifStill(mine, () -> transitionTo(State.RESOLVING, System.nanoTime())),
                e -> ifStill(mine, () -> {
                    if (e.errorName().equals("AlreadyConnected")) {
                        transitionTo(State.RESOLVING, System.nanoTime());
                    } else {
                        away(String.valueOf(e.getMessage()), true, System.nanoTime());
                    }
                }));
    }

    private void resolve(Session session, String path, boolean connected, long nowNs) {
        boolean resolved = connected && objects.servicesResolved(path);
        Optional<String> level = objects.characteristic(path, IMMEDIATE_ALERT, ALERT_LEVEL);
        Duration settling = patience.tick().multipliedBy(EMPTY_TICKS);
        Duration limit = patience.resolve().multipliedBy(2);
        if (resolved && level.isPresent()) {
            quiet(session, path, level.get(), nowNs);
        } else if (resolved && over(settling, nowNs)) {
            give(session, path, "it has no Immediate Alert (service 1802 with 2A06), so it cannot buzz", nowNs);
        } else if (!connected && over(settling, nowNs)) {
            away("it disconnected before its services were found", true, nowNs);
        } else if (over(limit, nowNs)) {
            give(session, path, "its services were not found within " + words(limit), nowNs);
        }
    }

    private void quiet(Session session, String path, String level, long nowNs) {
        transitionTo(State.QUIETING, nowNs);
        int mine = transitions;
        BandWriter opened = new BandWriter(
                next -> session.bus().writeCommand(level, new byte[] {(byte) next}),
                band::asked,
                () -> calls.later(() -> ifStill(mine, () -> ready(System.nanoTime()))),
                e -> calls.later(() -> ifStill(
                        mine,
                        () -> give(
                                session, path, "it does not take Alert Level: " + e.getMessage(), System.nanoTime()))));
        writer = opened;
        opened.start();
    }

    private void ready(long nowNs) {
        BandWriter open = writer;
        if (open != null) {
            state = State.READY;
            sinceNs = nowNs;
            LOG.info("wristband {}: connected, and told to rest", band.address());
            reason = "";
            band.reachedBy(open);
        }
    }

    /** Gives this link up and has BlueZ end it. */
    private void give(Session session, String path, String why, long nowNs) {
        leaving++;
        calls.tell(() -> session.bus().disconnect(path), () -> leaving--, _ -> leaving--);
        away(why, true, nowNs);
    }

    /** BlueZ or the adapter has gone. */
    void abandon(String why, long nowNs) {
        away(why, false, nowNs);
    }

    private void away(String why, boolean failure, long nowNs) {
        BandWriter open = writer;
        writer = null;
        if (open != null) {
            open.end();
        }
        if (state == State.READY && over(patience.mostBackoff(), nowNs)) {
            backoff.reset();
        }
        if (failure) {
            waitNs = backoff.nextNs();
        }
        if (state != State.AWAY) {
            transitionTo(State.AWAY, nowNs);
        }
        band.unreachable("is not connected: " + why);
        if (!why.equals(reason)) {
            reason = why;
            LOG.atLevel(failure ? Level.WARN : Level.INFO)
                    .log("wristband {}: {}; trying again, cues go on without it", band.address(), why);
        }
    }

    /** Has it rest, within a moment, as the gateway stops. */
    void lastWord() {
        band.stop();
        BandWriter open = writer;
        long untilNs = System.nanoTime() + LAST_WORD_NS;
        while (open != null && !open.rested() && System.nanoTime() - untilNs < 0) {
            LockSupport.parkNanos(this, POLL_NS);
        }
        if (open != null) {
            open.end();
        }
    }

    private void transitionTo(State next, long nowNs) {
        state = next;
        sinceNs = nowNs;
        transitions++;
    }

    private void ifStill(int mine, Runnable reaction) {
        if (mine == transitions) {
            reaction.run();
        }
    }

    private boolean over(Duration limit, long nowNs) {
        return nowNs - sinceNs > limit.toNanos();
    }

    private static String words(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }
}

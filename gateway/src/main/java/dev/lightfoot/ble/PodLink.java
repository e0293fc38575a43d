package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.loop.FloodGate;
import dev.lightfoot.loop.PodStream;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.PodDriver;
import dev.lightfoot.pod.PodDrivers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The link to one pod, from known to streaming and back, as often as it takes. All of it happens on the supervisor's
 * thread, in {@link #tick} and in the answers to calls; {@link #status} is for any thread.
 */
final class PodLink {
    /** A device that BlueZ remembers but does not hear is tried all the same after so long. */
    private static final long UNHEARD_NS = 10_000_000_000L;
    /** A stream that held so long was a good one: the next failure is a first one. */
    private static final long GOOD_STREAM_NS = 10_000_000_000L;

    private final KnownPod pod;
    private final RadioSettings settings;
    private final BluezObjects objects;
    private final StrikeLoop loop;
    private final Calls calls;
    private final Consumer<Runnable> supervisor;
    private final Backoff backoff;
    private final LossAccount loss = new LossAccount();

    private final LinkStanding standing;
    private volatile @Nullable PodStream stream;
    private @Nullable StartedPod started;
    private long waitNs;
    private long lastHeardNs;
    private long lastUsed;

    PodLink(
            KnownPod pod,
            RadioSettings settings,
            BluezObjects objects,
            StrikeLoop loop,
            Calls calls,
            Consumer<Runnable> supervisor,
            Consumer<Event> events,
            long epochOffsetNs) {
        this.pod = pod;
        this.settings = settings;
        this.objects = objects;
        this.loop = loop;
        this.calls = calls;
        this.supervisor = supervisor;
        backoff = new Backoff(
                settings.firstBackoff(),
                settings.mostBackoff(),
                new Random(pod.address().hashCode()));
        standing = new LinkStanding(pod, events, epochOffsetNs);
    }

    LinkState state() {
        return standing.state();
    }

    PodStatus status() {
        PodStream streaming = stream;
        return new PodStatus(
                pod.address(),
                standing.foot(),
                standing.state(),
                standing.reason(),
                standing.batteryPct(),
                loss.report(),
                streaming == null ? 0 : streaming.driftPpm());
    }

    /** Goes on as far as it can; it may connect when nobody scans and no other link is connecting. */
    void tick(Session session, boolean mayConnect, long nowNs) {
        Optional<String> found = objects.device(session.adapter(), pod.address());
        if (found.isEmpty()) {
            if (state() == LinkState.LOST) {
                backOff(standing.reason(), nowNs);
            } else if (state() != LinkState.KNOWN && state() != LinkState.BACKING_OFF) {
                lose("BlueZ knows it no more", nowNs);
            } else if (state() == LinkState.BACKING_OFF && standing.inStateNs(nowNs) >= waitNs) {
                transitionTo(LinkState.KNOWN, nowNs, "looking for it");
            }
            return;
        }
        String device = found.get();
        boolean connected = objects.connected(device);
        standing.batteryIs(objects.batteryPct(device).orElse(null), nowNs);
        long inStateNs = standing.inStateNs(nowNs);
        switch (state()) {
            case KNOWN -> {
                if (connected || objects.heard(device)) {
                    transitionTo(LinkState.SEEN, nowNs, connected ? "connected already" : "heard");
                } else if (inStateNs > UNHEARD_NS) {
                    transitionTo(LinkState.SEEN, nowNs, "not heard, but BlueZ remembers it");
                }
            }
            case SEEN -> {
                if (mayConnect) {
                    connect(session, device, nowNs);
                }
            }
            case CONNECTING -> {
                if (over(inStateNs, settings.connectLimit())) {
                    calls.tellInVain(() -> session.bus().disconnect(device));
                    backOff("no connection within " + settings.connectLimit().toSeconds() + " s", nowNs);
                }
            }
            case RESOLVING -> resolve(session, device, connected, nowNs);
            case STARTING -> {
                if (!connected) {
                    lose("it disconnected while starting", nowNs);
                } else if (over(inStateNs, settings.startLimit())) {
                    calls.tellInVain(() -> session.bus().disconnect(device));
                    backOff("not started within " + settings.startLimit().toSeconds() + " s", nowNs);
                }
            }
            case STREAMING -> {
                if (!connected) {
                    lose("it disconnected", nowNs);
                } else {
                    watchForSilence(session, device, nowNs);
                }
            }
            case LOST -> backOff(standing.reason(), nowNs);
            case BACKING_OFF -> {
                if (inStateNs >= waitNs) {
                    transitionTo(LinkState.KNOWN, nowNs, "looking for it");
                }
            }
        }
    }

    private void connect(Session session, String device, long nowNs) {
        transitionTo(LinkState.CONNECTING, nowNs, "asked BlueZ");
        int mine = standing.transitions();
        calls.tell(
                () -> session.bus().connect(device),
                () -> answered(mine, () -> transitionTo(LinkState.RESOLVING, System.nanoTime(), "connected")),
                e -> answered(mine, () -> {
                    if (e.errorName().equals("AlreadyConnected")) {
                        transitionTo(LinkState.RESOLVING, System.nanoTime(), "connected already");
                    } else {
                        backOff(words(e), System.nanoTime());
                    }
                }));
    }

    private void resolve(Session session, String device, boolean connected, long nowNs) {
        long inStateNs = standing.inStateNs(nowNs);
        Map<UUID, String> characteristics = objects.characteristics(device);
        Optional<PodDriver> driver = PodDrivers.of(characteristics::containsKey);
        if (objects.servicesResolved(device) && driver.isPresent()) {
            start(session, device, driver.get(), characteristics, nowNs);
        } else if (over(inStateNs, settings.resolveLimit())) {
            calls.tellInVain(() -> session.bus().removeDevice(session.adapter(), device));
            backOff(
                    objects.servicesResolved(device)
                            ? "it serves nothing of " + PodDrivers.words()
                                    + "; BlueZ is to forget what it remembers of it"
                            : "its services were not found within "
                                    + settings.resolveLimit().toSeconds() + " s",
                    nowNs);
        } else if (!connected && over(inStateNs, Duration.ofSeconds(1))) {
            lose("it disconnected before its services were found", nowNs);
        }
    }

    private void start(
            Session session, String device, PodDriver driver, Map<UUID, String> characteristics, long nowNs) {
        transitionTo(LinkState.STARTING, nowNs, driver.kind().words() + " services found");
        int mine = standing.transitions();
        calls.ask(
                () -> StartedPod.start(session.bus(), pod, driver, characteristics, settings.acquireNotify()),
                begun -> {
                    if (mine == standing.transitions()) {
                        stream(session, device, begun, System.nanoTime());
                    } else {
                        begun.discard();
                    }
                },
                e -> answered(mine, () -> backOff(words(e), System.nanoTime())));
    }

    private void stream(Session session, String device, StartedPod begun, long nowNs) {
        started = begun;
        lastHeardNs = nowNs;
        lastUsed = loss.used();
        PodStream streaming = new PodStream(
                begun.foot(),
                begun.fd(),
                begun.start().decoder(),
                loss,
                FloodGate.forRate(begun.start().rateHz()),
                (ended, why) -> supervisor.accept(() -> ended(session, device, ended, why)));
        stream = streaming;
        standing.footIs(begun.foot());
        loop.attach(streaming);
        transitionTo(LinkState.STREAMING, nowNs, begun.start().rateHz() + " Hz by " + begun.way());
    }

    /** The strike loop has let go of it; a pod that floods or breaks something is sent away too. */
    private void ended(Session session, String device, PodStream ended, String why) {
        if (ended == stream) {
            if (objects.connected(device)) {
                calls.tellInVain(() -> session.bus().disconnect(device));
            }
            lose(why, System.nanoTime());
        }
    }

    private void watchForSilence(Session session, String device, long nowNs) {
        long used = loss.used();
        if (used != lastUsed) {
            lastUsed = used;
            lastHeardNs = nowNs;
        } else if (over(nowNs - lastHeardNs, settings.silenceLimit())) {
            calls.tellInVain(() -> session.bus().disconnect(device));
            lose("connected, but silent for " + settings.silenceLimit().toSeconds() + " s", nowNs);
        }
    }

    /** Whether this link holds the pod's one connection. */
    boolean holds() {
        return switch (state()) {
            case KNOWN, SEEN, LOST, BACKING_OFF -> false;
            case CONNECTING, RESOLVING, STARTING, STREAMING -> true;
        };
    }

    String address() {
        return pod.address();
    }

    /** BlueZ or the adapter has gone, and everything is built anew when it is back; or it is left for good. */
    void abandon(String why, boolean forGood, long nowNs) {
        LinkState before = state();
        if (before != LinkState.KNOWN && before != LinkState.LOST && before != LinkState.BACKING_OFF) {
            transitionTo(LinkState.LOST, nowNs, why);
        }
        release();
        if (!forGood && before != LinkState.KNOWN) {
            transitionTo(LinkState.KNOWN, nowNs, "to be looked for anew");
        }
    }

    private void lose(String why, long nowNs) {
        if (state() == LinkState.STREAMING && standing.inStateNs(nowNs) > GOOD_STREAM_NS) {
            backoff.reset();
        }
        transitionTo(LinkState.LOST, nowNs, why);
        release();
    }

    private void backOff(String why, long nowNs) {
        release();
        waitNs = backoff.nextNs();
        transitionTo(LinkState.BACKING_OFF, nowNs, why + "; again in " + waitNs / 1_000_000 + " ms");
    }

    private void release() {
        PodStream streaming = stream;
        stream = null;
        if (streaming != null) {
            loop.detach(streaming);
        }
        if (started != null) {
            started.stopFeeding();
            started = null;
        }
    }

    private void answered(int mine, Runnable reaction) {
        if (mine == standing.transitions()) {
            reaction.run();
        }
    }

    private void transitionTo(LinkState next, long nowNs, String reason) {
        standing.transitionTo(next, nowNs, reason);
    }

    private static String words(BluezException e) {
        return e.errorName().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + " [" + e.errorName() + "]";
    }

    private static boolean over(long ns, Duration limit) {
        return ns > limit.toNanos();
    }
}

package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.loop.PodStream;
import dev.lightfoot.pod.PodDriver;
import dev.lightfoot.pod.PodDrivers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The link to one pod, from known to streaming and back, as often as it takes. All of it happens on the supervisor's
 * thread, in {@link #tick} and in the answers to calls; {@link #status} is for any thread.
 */
final class PodLink {
    /** Signals of services trail behind ServicesResolved. */
    private static final int EMPTY_TICKS = 5;

    private static final Duration PAIRING = Duration.ofSeconds(20);

    private final KnownPod pod;
    private final Supervision with;
    private final Patience patience;
    private final Backoff backoff;
    private final LinkStanding standing;
    private final LinkStream stream;
    private long waitNs;
    private boolean pairingTried;
    private final AtomicLong cutOffs = new AtomicLong();

    PodLink(KnownPod pod, Supervision with) {
        this.pod = pod;
        this.with = with;
        patience = with.settings().patience();
        backoff = new Backoff(
                patience.firstBackoff(),
                patience.mostBackoff(),
                new Random(pod.address().hashCode()));
        standing = new LinkStanding(pod, with.events(), with.epochOffsetNs());
        stream = new LinkStream(with.loop());
    }

    KnownPod pod() {
        return pod;
    }

    LinkState state() {
        return standing.state();
    }

    PodStatus status() {
        return new PodStatus(
                pod.address(),
                standing.foot(),
                standing.state(),
                standing.reason(),
                standing.batteryPct(),
                stream.report(),
                stream.driftPpm(),
                cutOffs.get());
    }

    /** Goes on as far as it can; it may connect when nobody scans and no other link is connecting. */
    void tick(Session session, boolean mayConnect, long nowNs) {
        Optional<String> found = with.objects().device(session.adapter(), pod);
        if (found.isEmpty()) {
            tickUnknown(nowNs);
            return;
        }
        String device = found.get();
        boolean connected = with.objects().connected(device);
        standing.batteryIs(with.objects().batteryPct(device).orElse(null), nowNs);
        long inStateNs = standing.inStateNs(nowNs);
        switch (state()) {
            case KNOWN -> {
                if (connected || with.objects().heard(device)) {
                    transitionTo(LinkState.SEEN, nowNs, connected ? "connected already" : "heard");
                } else if (over(inStateNs, patience.resolve())) {
                    transitionTo(LinkState.SEEN, nowNs, "not heard, but BlueZ remembers it");
                }
            }
            case SEEN -> {
                if (mayConnect && wanted()) {
                    connect(session, device, nowNs);
                }
            }
            case CONNECTING -> giveUpAfter(patience.connect(), "no connection", session, device, nowNs);
            case RESOLVING -> resolve(session, device, connected, nowNs);
            case STARTING -> {
                if (!connected) {
                    lose("it disconnected while starting", nowNs);
                } else {
                    Duration limit = pairingTried ? patience.start().plus(PAIRING) : patience.start();
                    giveUpAfter(limit, "not started", session, device, nowNs);
                }
            }
            case STREAMING -> {
                if (!connected) {
                    lose("it disconnected", nowNs);
                } else if (over(stream.silentNs(nowNs), patience.silence())) {
                    disconnect(session, device);
                    lose("connected, but silent for " + words(patience.silence()), nowNs);
                }
            }
            case LOST -> backOff(standing.reason(), nowNs);
            case BACKING_OFF -> lookAgain(nowNs);
        }
    }

    private void tickUnknown(long nowNs) {
        switch (state()) {
            case KNOWN -> {}
            case LOST -> backOff(standing.reason(), nowNs);
            case BACKING_OFF -> lookAgain(nowNs);
            case SEEN, CONNECTING, RESOLVING, STARTING, STREAMING -> lose("BlueZ knows it no more", nowNs);
        }
    }

    private void lookAgain(long nowNs) {
        if (standing.inStateNs(nowNs) >= waitNs) {
            transitionTo(LinkState.KNOWN, nowNs, "looking for it");
        }
    }

    private void giveUpAfter(Duration limit, String what, Session session, String device, long nowNs) {
        if (over(standing.inStateNs(nowNs), limit)) {
            disconnect(session, device);
            backOff(what + " within " + words(limit), nowNs);
        }
    }

    private void connect(Session session, String device, long nowNs) {
        transitionTo(LinkState.CONNECTING, nowNs, "asked BlueZ");
        int mine = standing.transitions();
        with.calls()
                .tell(
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
        Map<UUID, String> characteristics = with.objects().characteristics(device);
        Optional<PodDriver> driver = PodDrivers.of(characteristics::containsKey);
        boolean resolved = with.objects().servicesResolved(device);
        if (connected && resolved && driver.isPresent()) {
            start(session, device, driver.get(), characteristics, nowNs);
        } else if (connected && resolved && over(inStateNs, patience.tick().multipliedBy(EMPTY_TICKS))) {
            with.calls().tellInVain(() -> session.bus().removeDevice(session.adapter(), device));
            backOff(
                    "it serves nothing of " + PodDrivers.words() + "; BlueZ is to forget what it remembers of it",
                    nowNs);
        } else if (over(inStateNs, patience.resolve())) {
            with.calls().tellInVain(() -> session.bus().removeDevice(session.adapter(), device));
            backOff("its services were not found within " + words(patience.resolve()), nowNs);
        } else if (!connected && over(inStateNs, patience.tick().multipliedBy(EMPTY_TICKS))) {
            lose("it disconnected before its services were found", nowNs);
        }
    }

    private void start(
            Session session, String device, PodDriver driver, Map<UUID, String> characteristics, long nowNs) {
        transitionTo(LinkState.STARTING, nowNs, driver.kind().words() + " services found");
        int mine = standing.transitions();
        boolean pairing =
                with.settings().bond() && !pairingTried && !with.objects().paired(device);
        pairingTried |= pairing;
        boolean acquire = with.settings().acquireNotify();
        with.calls()
                .ask(
                        () -> {
                            if (pairing) {
                                Bonding.tryWith(session.bus(), device, pod.address());
                            }
                            return StartedPod.start(session.bus(), pod, driver, characteristics, acquire);
                        },
                        begun -> {
                            if (mine == standing.transitions()) {
                                stream(session, device, begun, System.nanoTime());
                            } else {
                                begun.discard();
                            }
                        },
                        e -> answered(mine, () -> {
                            disconnect(session, device);
                            backOff(words(e), System.nanoTime());
                        }));
    }

    private void stream(Session session, String device, StartedPod begun, long nowNs) {
        Foot foot = begun.foot();
        String other = foot == null ? null : with.feet().take(foot, pod.address());
        if (other != null) {
            begun.discard();
            disconnect(session, device);
            backOff("it is of the foot that " + other + " is heard on already", nowNs);
            return;
        }
        standing.footIs(foot);
        stream.begin(begun, (ended, why) -> with.supervisor().accept(() -> ended(session, device, ended, why)), nowNs);
        transitionTo(LinkState.STREAMING, nowNs, begun.start().rateHz() + " Hz by " + begun.way());
    }

    /** The strike loop has let go of it; a pod that floods, lies or breaks something is sent away too. */
    private void ended(Session session, String device, PodStream ended, String why) {
        if (stream.is(ended)) {
            if (with.objects().connected(device)) {
                cutOffs.incrementAndGet();
                disconnect(session, device);
            }
            lose(why, System.nanoTime());
        }
    }

    /** Whether it is looked for now: not while another pod is heard on its foot. */
    boolean wanted() {
        return with.feet().free(standing.foot(), pod.address());
    }

    /** Whether this link holds the pod's one connection. */
    boolean holds() {
        return switch (state()) {
            case KNOWN, SEEN, LOST, BACKING_OFF -> false;
            case CONNECTING, RESOLVING, STARTING, STREAMING -> true;
        };
    }

    /** BlueZ or the adapter has gone, and everything is built anew when it is back. */
    void abandon(String why, long nowNs) {
        LinkState before = state();
        release();
        if (before != LinkState.KNOWN && before != LinkState.LOST && before != LinkState.BACKING_OFF) {
            transitionTo(LinkState.LOST, nowNs, why);
        }
        if (before != LinkState.KNOWN) {
            transitionTo(LinkState.KNOWN, nowNs, "to be looked for anew");
        }
    }

    /** It is left for good. */
    void part(String why, long nowNs) {
        standing.part();
        release();
        if (holds() || state() == LinkState.SEEN) {
            transitionTo(LinkState.LOST, nowNs, why);
        }
    }

    private void lose(String why, long nowNs) {
        if (state() == LinkState.STREAMING && over(standing.inStateNs(nowNs), patience.silence())) {
            backoff.reset(); // a stream that held so long was a good one: the next failure is a first one
        }
        release();
        transitionTo(LinkState.LOST, nowNs, why);
    }

    private void backOff(String why, long nowNs) {
        release();
        waitNs = backoff.nextNs();
        transitionTo(LinkState.BACKING_OFF, nowNs, why + "; again in " + waitNs / 1_000_000 + " ms");
    }

    private void release() {
        stream.release();
        with.feet().release(pod.address());
    }

    private void disconnect(Session session, String device) {
        with.calls().tellInVain(() -> session.bus().disconnect(device));
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

    private static String words(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }

    private static boolean over(long ns, Duration limit) {
        return ns > limit.toNanos();
    }
}

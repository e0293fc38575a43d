package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.loop.LinkListener;
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

    private volatile KnownPod pod;
    private final Supervision with;
    private final Patience patience;
    private final Backoff backoff;
    private final LinkStanding standing;
    private final LinkStream stream;
    private final LinkCalls calls;
    private final Resolving resolving;
    final HungConnects hung = new HungConnects();
    private long waitNs;
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
        calls = new LinkCalls(pod, with, standing);
        stream = new LinkStream(with.loop());
        resolving = new Resolving(patience.resolve());
    }

    KnownPod pod() {
        return pod;
    }

    /** What is known of the pod has changed, and its link serves on. */
    void is(KnownPod same) {
        pod = same;
    }

    LinkState state() {
        return standing.state();
    }

    PodStatus status() {
        return standing.status(stream, cutOffs.get());
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
        switch (state()) {
            case KNOWN -> look(device, connected, nowNs);
            case SEEN -> {
                if (mayConnect && wanted()) {
                    connect(session, device, nowNs);
                }
            }
            case CONNECTING -> {
                if (connected) {
                    connected("connected", nowNs); // newer BlueZ answer Connect only when the services are found
                } else if (giveUpAfter(patience.connect(), "no connection", session, device, nowNs)) {
                    hung.timedOut();
                }
            }
            case RESOLVING -> resolve(session, device, connected, nowNs);
            case STARTING -> {
                if (!connected) {
                    lose("it disconnected while starting", nowNs);
                } else {
                    giveUpAfter(calls.startLimit(), "not started", session, device, nowNs);
                }
            }
            case STREAMING -> {
                if (!connected) {
                    lose("it disconnected", nowNs);
                } else if (over(stream.silentNs(nowNs), stream.mostSilence(patience))) {
                    calls.disconnect(session, device);
                    lose("connected, but silent for " + words(stream.mostSilence(patience)), nowNs);
                }
            }
            case LOST -> backOff(standing.reason(), nowNs);
            case BACKING_OFF -> {
                lookAgain(nowNs);
                if (state() == LinkState.KNOWN) {
                    look(device, connected, nowNs); // now, so that nobody scans for what is connected already
                }
            }
        }
    }

    private void tickUnknown(long nowNs) {
        switch (state()) {
            case KNOWN -> {}
            case SEEN -> standing.transitionTo(LinkState.KNOWN, nowNs, "BlueZ knows it no more");
            case LOST -> backOff(standing.reason(), nowNs);
            case BACKING_OFF -> lookAgain(nowNs);
            case CONNECTING, RESOLVING, STARTING, STREAMING -> lose("BlueZ knows it no more", nowNs);
        }
    }

    private void lookAgain(long nowNs) {
        if (standing.inStateNs(nowNs) >= waitNs && !calls.leaving(nowNs)) {
            standing.transitionTo(LinkState.KNOWN, nowNs, "looking for it");
        }
    }

    private void look(String device, boolean connected, long nowNs) {
        boolean heard = with.objects().heard(device);
        hung.heard(heard);
        if (connected || heard) {
            standing.transitionTo(LinkState.SEEN, nowNs, connected ? "connected already" : "heard");
        } else if (over(standing.inStateNs(nowNs), patience.resolve())) {
            standing.transitionTo(LinkState.SEEN, nowNs, "not heard, but BlueZ remembers it");
        }
    }

    private boolean giveUpAfter(Duration limit, String what, Session session, String device, long nowNs) {
        boolean late = over(standing.inStateNs(nowNs), limit);
        if (late) {
            calls.disconnect(session, device);
            backOff(what + " within " + words(limit), nowNs);
        }
        return late;
    }

    private void connected(String how, long nowNs) {
        hung.clear();
        standing.transitionTo(LinkState.RESOLVING, nowNs, how);
    }

    private void connect(Session session, String device, long nowNs) {
        standing.transitionTo(LinkState.CONNECTING, nowNs, "asked BlueZ");
        calls.connect(
                session, device, how -> connected(how, System.nanoTime()), why -> backOff(why, System.nanoTime()));
    }

    private void resolve(Session session, String device, boolean connected, long nowNs) {
        long inStateNs = standing.inStateNs(nowNs);
        Map<UUID, String> characteristics = with.objects().characteristics(device);
        Optional<PodDriver> driver = PodDrivers.of(characteristics::containsKey);
        boolean resolved = with.objects().servicesResolved(device);
        if (connected && resolved && driver.isPresent()) {
            resolving.took(inStateNs);
            start(session, device, driver.get(), characteristics, nowNs);
        } else if (connected && resolved && over(inStateNs, patience.tick().multipliedBy(EMPTY_TICKS))) {
            forget("it serves nothing of " + PodDrivers.words(), session, device, nowNs);
        } else if (over(inStateNs, resolving.limit())) {
            forget("its services were not found within " + words(resolving.failed()), session, device, nowNs);
        } else if (!connected && over(inStateNs, patience.tick().multipliedBy(EMPTY_TICKS))) {
            lose("it disconnected before its services were found", nowNs);
        }
    }

    private void start(
            Session session, String device, PodDriver driver, Map<UUID, String> characteristics, long nowNs) {
        standing.transitionTo(LinkState.STARTING, nowNs, driver.kind().words() + " services found");
        calls.start(
                session,
                device,
                driver,
                characteristics,
                begun -> stream(session, device, begun, System.nanoTime()),
                why -> {
                    calls.disconnect(session, device);
                    backOff(why, System.nanoTime());
                });
    }

    private void stream(Session session, String device, StartedPod begun, long nowNs) {
        Foot foot = begun.foot();
        String other = foot == null ? null : with.feet().take(foot, pod.address());
        if (other != null) {
            begun.discard();
            calls.disconnect(session, device);
            backOff("it is of the foot that " + other + " is heard on already", nowNs);
            return;
        }
        standing.footIs(foot);
        resolving.served();
        stream.begin(
                pod, begun, (ended, why) -> with.supervisor().accept(() -> ended(session, device, ended, why)), nowNs);
        standing.transitionTo(LinkState.STREAMING, nowNs, begun.words());
    }

    /** The strike loop has let go of it; a pod that floods, lies or breaks something is sent away too. */
    private void ended(Session session, String device, PodStream ended, String why) {
        if (stream.is(ended)) {
            if (with.objects().connected(device)) {
                calls.disconnect(session, device);
            }
            if (!why.equals(LinkListener.LINK_GONE)) {
                cutOffs.incrementAndGet();
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
        return state().holdsLink();
    }

    /** BlueZ or the adapter has gone, and everything is built anew when it is back. */
    void abandon(String why, long nowNs) {
        LinkState before = state();
        release();
        if (before != LinkState.KNOWN && before != LinkState.LOST && before != LinkState.BACKING_OFF) {
            standing.transitionTo(LinkState.LOST, nowNs, why);
        }
        if (before != LinkState.KNOWN) {
            standing.transitionTo(LinkState.KNOWN, nowNs, "to be looked for anew");
        }
    }

    /** It is left for good. */
    void part(String why, long nowNs) {
        standing.part();
        release();
        if (holds() || state() == LinkState.SEEN) {
            standing.transitionTo(LinkState.LOST, nowNs, why);
        }
    }

    private void lose(String why, long nowNs) {
        if (state() == LinkState.STREAMING
                && over(standing.inStateNs(nowNs) - stream.silentNs(nowNs), patience.mostBackoff())) {
            backoff.reset(); // a stream that held so long was a good one: the next failure is a first one
        }
        release();
        standing.transitionTo(LinkState.LOST, nowNs, why);
    }

    private void backOff(String why, long nowNs) {
        release();
        waitNs = backoff.nextNs();
        standing.transitionTo(LinkState.BACKING_OFF, nowNs, why + "; again in " + waitNs / 1_000_000 + " ms");
    }

    /** What BlueZ remembers of the pod may be the fault: that is undone at once, of a bonded one, which would go on to ask for its bond, at the second time. */
    private void forget(String why, Session session, String device, long nowNs) {
        int inVain = resolving.inVain();
        boolean bonded = with.objects().paired(device);
        if (bonded && inVain == 1) {
            calls.disconnect(session, device);
        } else {
            calls.forget(session, device);
        }
        if (inVain == (bonded ? 2 : 1)) {
            release();
            waitNs = 0;
            standing.transitionTo(LinkState.BACKING_OFF, nowNs, why + "; BlueZ is to forget what it remembers of it");
        } else {
            backOff(why, nowNs);
        }
    }

    private void release() {
        stream.release();
        with.feet().release(pod.address());
    }

    private static String words(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }

    private static boolean over(long ns, Duration limit) {
        return ns > limit.toNanos();
    }
}

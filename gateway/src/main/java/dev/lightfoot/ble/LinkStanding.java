package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * How one link stands, and the one door through which its state changes: each transition is logged once with its reason and
 * told as an event. Changed by the supervisor's thread, read by any.
 */
final class LinkStanding {
    private static final Logger LOG = LoggerFactory.getLogger(LinkStanding.class);

    private record Now(
            LinkState state,
            String reason,
            @Nullable Foot foot,
            @Nullable Integer batteryPct) {}

    private final String address;
    private final Consumer<Event> events;
    private final LongSupplier epochOffsetNs;
    private volatile Now now;
    private long sinceNs;
    private int transitions;
    private boolean parting;

    LinkStanding(KnownPod pod, Consumer<Event> events, LongSupplier epochOffsetNs) {
        address = pod.address();
        this.events = events;
        this.epochOffsetNs = epochOffsetNs;
        now = new Now(LinkState.KNOWN, "not seen yet", pod.foot(), null);
        sinceNs = System.nanoTime();
    }

    LinkState state() {
        return now.state();
    }

    String reason() {
        return now.reason();
    }

    @Nullable
    Foot foot() {
        return now.foot();
    }

    @Nullable
    Integer batteryPct() {
        return now.batteryPct();
    }

    /** With what the link streams. */
    PodStatus status(LinkStream stream, long cutOffs) {
        Now at = now;
        return new PodStatus(
                address,
                at.foot(),
                at.state(),
                at.reason(),
                at.batteryPct(),
                stream.report(),
                stream.driftPpm(),
                stream.figures(),
                cutOffs);
    }

    /** For how long it has been in its state. */
    long inStateNs(long nowNs) {
        return nowNs - sinceNs;
    }

    /** Grows with each transition: an answer that was asked for under another number comes too late. */
    int transitions() {
        return transitions;
    }

    void transitionTo(LinkState next, long nowNs, String reason) {
        transitions++;
        sinceNs = nowNs;
        now = new Now(next, reason, now.foot(), now.batteryPct());
        LOG.atLevel(next == LinkState.LOST && !parting ? Level.WARN : Level.INFO)
                .log("pod {}{}: {} ({})", address, footWord(), next.word(), reason);
        tell(reason, nowNs);
    }

    /** What is lost from now on is let go on purpose: no warning. */
    void part() {
        parting = true;
    }

    void footIs(@Nullable Foot foot) {
        now = new Now(now.state(), now.reason(), foot, now.batteryPct());
    }

    void batteryIs(@Nullable Integer pct, long nowNs) {
        if (pct != null && !pct.equals(now.batteryPct())) {
            now = new Now(now.state(), now.reason(), now.foot(), pct);
            tell("battery", nowNs);
        }
    }

    /** Events name a foot: they begin when it is known. */
    private void tell(String reason, long nowNs) {
        Foot foot = now.foot();
        if (foot != null) {
            long timeUs = Math.floorDiv(nowNs + epochOffsetNs.getAsLong(), 1000L);
            events.accept(new Event.Linked(timeUs, address, foot, now.state().word(), reason, now.batteryPct()));
        }
    }

    private String footWord() {
        Foot foot = now.foot();
        if (foot == null) {
            return "";
        }
        return foot == Foot.LEFT ? " left" : " right";
    }
}

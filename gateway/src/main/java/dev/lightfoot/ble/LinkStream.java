package dev.lightfoot.ble;

import dev.lightfoot.loop.FloodGate;
import dev.lightfoot.loop.LinkListener;
import dev.lightfoot.loop.PodStream;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.pod.Figure;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.LossReport;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one link streams into the strike loop, and its account over all of its streams. Lives on the supervisor's thread;
 * {@link #report}, {@link #figures} and {@link #driftPpm} are for any.
 */
final class LinkStream {
    private final StrikeLoop loop;
    private final LossAccount loss = new LossAccount();
    private volatile @Nullable PodStream stream;
    private @Nullable StartedPod started;
    private long lastHeardNs;
    private long lastUsed;

    LinkStream(StrikeLoop loop) {
        this.loop = loop;
    }

    /** @param pod with its mount, when one is kept */
    void begin(KnownPod pod, StartedPod begun, LinkListener ended, long nowNs) {
        started = begun;
        lastHeardNs = nowNs;
        lastUsed = loss.used();
        PodStream streaming = new PodStream(
                begun.foot(),
                begun.fd(),
                begun.start().decoder(),
                loss,
                FloodGate.forRate(begun.start().rateHz()),
                ended);
        pod.calibration().ifPresent(streaming::mounted);
        stream = streaming;
        loop.attach(streaming);
    }

    boolean is(PodStream other) {
        return stream == other;
    }

    /** For how long nothing that could be used has come. */
    long silentNs(long nowNs) {
        long used = loss.used();
        if (used != lastUsed) {
            lastUsed = used;
            lastHeardNs = nowNs;
        }
        return nowNs - lastHeardNs;
    }

    /** How long it may be silent: a pod that only counts may say nothing while its wearer stands. */
    Duration mostSilence(Patience patience) {
        StartedPod streaming = started;
        boolean counts = streaming != null && !streaming.driver().kind().judgesStrikes();
        return counts ? patience.silenceOfCounters() : patience.silence();
    }

    /** Lets go of what streams; nothing happens when nothing does. */
    void release() {
        PodStream streaming = stream;
        stream = null;
        if (streaming != null) {
            loop.detach(streaming);
        }
        StartedPod ending = started;
        started = null;
        if (ending != null) {
            ending.stopFeeding();
        }
    }

    LossReport report() {
        return loss.report();
    }

    /** What the pod tells beside samples; empty while it does not stream. */
    Map<Figure, Float> figures() {
        PodStream streaming = stream;
        return streaming == null ? Map.of() : streaming.figures().all();
    }

    double driftPpm() {
        PodStream streaming = stream;
        return streaming == null ? 0 : streaming.driftPpm();
    }
}

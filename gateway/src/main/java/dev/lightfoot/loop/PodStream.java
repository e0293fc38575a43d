package dev.lightfoot.loop;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.pod.ArrivalClock;
import dev.lightfoot.pod.Figure;
import dev.lightfoot.pod.Figures;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.PodDecoder;
import dev.lightfoot.pod.Rejection;
import dev.lightfoot.pod.SampleClock;
import dev.lightfoot.pod.SampleSink;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One pod's way from notification to judge: decoder, loss account, sample clock. Belongs to the strike loop's thread once
 * it is attached; {@link #loss()} and {@link #driftPpm()} may be read by any.
 */
public final class PodStream implements SampleSink {
    private final @Nullable Foot foot;
    private final int fd;
    private final PodDecoder decoder;
    private final LossAccount loss;
    private final LinkListener listener;
    private final FloodGate floodGate;
    private final GarbageGate garbageGate = new GarbageGate();
    private final SampleClock clock = new SampleClock();
    private final ArrivalClock arrivalClock = new ArrivalClock();
    private final Figures figures = new Figures();
    private @Nullable MountCalibration mount;
    private @Nullable Judge judge;
    private @Nullable SampleRing raw;
    private long arrivalNs;
    private long firstHostNs;
    private boolean wanted;
    private boolean refused;
    private long clockRestarts;
    private volatile double driftPpm;

    /**
     * @param foot that wears the pod; null for a pod that does not tell how a foot moves
     * @param fd non-blocking SOCK_SEQPACKET, one notification a packet; the strike loop closes it
     * @param loss the pod's account, kept over reconnects by the caller
     */
    public PodStream(
            @Nullable Foot foot,
            int fd,
            PodDecoder decoder,
            LossAccount loss,
            FloodGate floodGate,
            LinkListener listener) {
        this.foot = foot;
        this.fd = fd;
        this.decoder = decoder;
        this.loss = loss;
        this.floodGate = floodGate;
        this.listener = listener;
    }

    public @Nullable Foot foot() {
        return foot;
    }

    /** How the pod sat on its shoe in an earlier run; to be said before the stream is attached. */
    public void mounted(MountCalibration mount) {
        this.mount = mount;
    }

    public LossAccount loss() {
        return loss;
    }

    /** How fast the pod's clock runs against the host's; 0 until known. */
    public double driftPpm() {
        return driftPpm;
    }

    /** What the pod told beside its samples; for any thread. */
    public Figures figures() {
        return figures;
    }

    int fd() {
        return fd;
    }

    LinkListener listener() {
        return listener;
    }

    /** @param raw takes each sample after the judge; null for nobody */
    void begin(Judge judge, @Nullable SampleRing raw) {
        this.judge = judge;
        this.raw = raw;
        loss.restart();
        beginFoot();
    }

    /** The account goes with the pod over all of its links. */
    private void beginFoot() {
        if (judge != null && foot != null) {
            judge.begin(foot, loss, mount);
        }
    }

    /** Takes one notification: null when the stream goes on, else why it must end. */
    @Nullable
    String received(ByteBuffer notification, int length, long arrivalNs) {
        if (!floodGate.admits(arrivalNs)) {
            return floodGate.words();
        }
        this.arrivalNs = arrivalNs;
        refused = false;
        Rejection rejection = decoder.decode(notification, length, this);
        if (rejection != null) {
            loss.reject(rejection);
        }
        boolean good = rejection == null && !refused;
        return garbageGate.admits(good) || !floodGate.limits() ? null : garbageGate.words();
    }

    @Override
    public void notification(
            int sequence, int samples, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore) {
        wanted = loss.accept(sequence, samples, arrivalNs, clipped, lostBefore);
        refused |= !wanted;
        if (wanted) {
            firstHostNs = clock.arrived(firstTickUs, spanNs, arrivalNs);
            loss.delayed(arrivalNs - firstHostNs - spanNs);
            driftPpm = clock.driftPpm();
            if (clock.restarts() != clockRestarts) {
                clockRestarts = clock.restarts();
                beginFoot();
            }
        }
    }

    @Override
    public void untimed(int samples, double periodNs, boolean clipped) {
        firstHostNs = arrivalClock.arrived(samples, periodNs, arrivalNs);
        driftPpm = arrivalClock.driftPpm();
        loss.acceptUnnumbered(samples, arrivalClock.missing(), arrivalNs, clipped);
        loss.delayed(arrivalNs - firstHostNs - Math.round((samples - 1) * periodNs));
        wanted = true;
    }

    @Override
    public void figure(Figure figure, float value) {
        figures.take(figure, value);
        if (foot == null) {
            loss.acceptUnnumbered(0, 0, arrivalNs, false);
        }
    }

    @Override
    public void sample(
            long sinceFirstNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS) {
        if (wanted && judge != null && foot != null) {
            long timeNs = clock.rising(firstHostNs + sinceFirstNs);
            judge.sample(foot, timeNs, accXMps2, accYMps2, accZMps2, gyroXRadPerS, gyroYRadPerS, gyroZRadPerS);
            if (raw != null) {
                raw.put(foot, timeNs, accXMps2, accYMps2, accZMps2, gyroXRadPerS, gyroYRadPerS, gyroZRadPerS);
            }
        }
    }
}

package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.pod.LightfootDecoder;
import dev.lightfoot.pod.LightfootInfo;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.PodInfoException;
import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A pod and its radio: a notification waits for the next connection event, is sent again at the one after when it is lost, and
 * is handed over with some jitter, in order. Times are nanoseconds since the scenario's start, by the host's clock.
 */
final class SimulatedLink {
    static final int RATE_HZ = 208;
    static final long INTERVAL_NS = 15_000_000L;
    static final long JITTER_NS = 2_000_000L;
    static final double LOSS = 0.01;
    private static final long AIR_NS = 300_000L;
    private static final int MTU = 247;
    private static final int SAMPLES_A_PACKET = RATE_HZ * PodSettings.DEFAULT_BATCH_MS / 1000;

    /** One packet: when its last sample was taken, when the socket got it. */
    private record Packet(long lastSampleNs, long sentNs) {}

    private final Posix posix = new Posix();
    private final int[] fds = posix.packetPair();
    private final MemorySegment memory = Arena.ofAuto().allocate(600);
    private final Side side;
    private final Pod pod;
    private final Random random;
    private final long anchorNs;
    private final List<Packet> sent = new ArrayList<>();
    private long readyNs;
    private long dueNs;
    private long clockAheadNs;

    SimulatedLink(Body body, Side side, long seed, StrikeLoop loop) {
        this.side = side;
        random = new Random(seed * 31 + (side == Side.LEFT ? 0 : 1));
        anchorNs = (long) (random.nextDouble() * INTERVAL_NS);
        pod = new Pod(side == Side.LEFT ? body.left() : body.right(), PodSettings.workbench(side, RATE_HZ, seed));
        pod.subscribe(MTU, 0);
        schedule();
        loop.attach(new PodStream(
                foot(), fds[0], new LightfootDecoder(info()), new LossAccount(), FloodGate.open(), (ended, why) -> {}));
    }

    private LightfootInfo info() {
        try {
            return LightfootInfo.read(pod.info());
        } catch (PodInfoException e) {
            throw new IllegalStateException(e);
        }
    }

    Side side() {
        return side;
    }

    Foot foot() {
        return side == Side.LEFT ? Foot.LEFT : Foot.RIGHT;
    }

    /** When the next packet reaches the host. */
    long dueNs() {
        return dueNs;
    }

    private void schedule() {
        readyNs = pod.nextNotificationNs();
        long events = Math.floorDiv(readyNs - anchorNs, INTERVAL_NS) + 1;
        while (random.nextDouble() < LOSS) {
            events++;
        }
        long arrivesNs = anchorNs + events * INTERVAL_NS + AIR_NS + (long) (random.nextDouble() * JITTER_NS);
        dueNs = Math.max(dueNs, arrivesNs);
    }

    void send() {
        byte[] packet = pod.nextNotification();
        MemorySegment.copy(packet, 0, memory, ValueLayout.JAVA_BYTE, 0, packet.length);
        long nowNs = System.nanoTime();
        posix.write(fds[1], memory.address(), packet.length);
        sent.add(new Packet(readyNs, nowNs));
        schedule();
    }

    /** Finds by how much the gateway's idea of the pod's time lies behind the truth, from the cues of the last samples. */
    void learnClock(List<Event.Cued> cues, long startNs) {
        clockAheadNs = cues.stream()
                .mapToLong(cue -> cue.timeUs() * 1000 - packetOf(cue, startNs).lastSampleNs())
                .max()
                .orElse(0);
    }

    private Packet packetOf(Event.Cued cue, long startNs) {
        long decidedNs = startNs + cue.decidedUs() * 1000;
        Packet last = sent.getFirst();
        for (Packet packet : sent) {
            if (packet.sentNs() <= decidedNs) {
                last = packet;
            }
        }
        return last;
    }

    LatencyTable.Row measured(Event.Cued cue, TrueStance stance, long startNs) {
        Packet packet = packetOf(cue, startNs);
        long beforeLastNs = packet.lastSampleNs() + clockAheadNs - cue.timeUs() * 1000;
        long periodNs = 1_000_000_000L / RATE_HZ;
        long packingNs = Math.clamp(Math.round((double) beforeLastNs / periodNs), 0, SAMPLES_A_PACKET - 1) * periodNs;
        return new LatencyTable.Row(
                packet.lastSampleNs() - packingNs - stance.contactNs(),
                packingNs,
                packet.sentNs() - startNs - packet.lastSampleNs(),
                startNs + cue.decidedUs() * 1000 - packet.sentNs(),
                (cue.pinUs() - cue.decidedUs()) * 1000,
                cue.pinUs() * 1000 - stance.contactNs(),
                stance.liftNs() - cue.pinUs() * 1000);
    }
}

package dev.lightfoot.pod;

import dev.lightfoot.sim.pod.Firmware;
import dev.lightfoot.sim.pod.PodKind;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Feeds each decoder, as its driver made it for the simulated pod, with mutations of that pod's own packets. After each burst
 * good packets follow, and samples must come again. Usage: DecoderFuzz [PACKETS [SEED]], 10,000,000 of each pod and 1.
 */
final class DecoderFuzz {
    private static final int GOOD_PACKETS = 400;
    private static final int BURST = 1000;
    /** Of the pod's own packets in a row, within which a decoder must find its way again. */
    private static final int HEALING = 200;

    /**
     * What came of one kind of pod.
     *
     * @param taken mutated packets that gave samples or figures, or nothing without a complaint
     * @param slowestNs for one packet, pauses of the machine included
     */
    record Outcome(PodKind kind, long packets, long taken, long rejected, long samples, long figures, long slowestNs) {}

    private DecoderFuzz() {}

    public static void main(String[] args) throws Exception {
        long packets = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        long all = 0;
        for (PodKind kind : PodKind.values()) {
            long fromNs = System.nanoTime();
            Outcome outcome = run(kind, packets, seed);
            double seconds = (System.nanoTime() - fromNs) / 1e9;
            System.out.printf("%s, %.1f s%n", outcome, seconds);
            all += outcome.packets();
        }
        System.out.printf(
                "%,d mutated packets, seed %d: no exception, no sample out of range, none unannounced%n", all, seed);
    }

    /** Throws at the first packet that a decoder does not bear. */
    static Outcome run(PodKind kind, long packets, long seed) throws PodStartException {
        SimulatedGatt gatt = new SimulatedGatt(firmware(kind, seed));
        PodDriver driver =
                PodDrivers.of(samples -> samples.equals(samplesOf(kind))).orElseThrow();
        PodDecoder decoder = driver.start(gatt).decoder();
        List<byte[]> good = new ArrayList<>();
        for (int i = 0; i < GOOD_PACKETS; i++) {
            good.add(gatt.next(driver.kind().samples()));
        }
        Mutations mutations = new Mutations(good, seed * 31 + kind.word().hashCode());
        SampleInspector inspector = inspector(kind);
        ByteBuffer notification = ByteBuffer.allocateDirect(1024).order(ByteOrder.LITTLE_ENDIAN);
        long taken = 0;
        long slowestNs = 0;
        for (long i = 0; i < packets; i++) {
            byte[] packet = mutations.next();
            long fromNs = System.nanoTime();
            taken += take(decoder, notification, packet, inspector, i) ? 1 : 0;
            slowestNs = Math.max(slowestNs, System.nanoTime() - fromNs);
            if (i % BURST == BURST - 1) {
                heal(decoder, notification, good, inspector, i);
            }
        }
        return new Outcome(kind, packets, taken, packets - taken, inspector.samples(), inspector.figures(), slowestNs);
    }

    private static boolean take(
            PodDecoder decoder, ByteBuffer notification, byte[] packet, SampleInspector inspector, long number) {
        try {
            notification.clear().put(packet).clear();
            boolean taken = decoder.decode(notification, packet.length, inspector) == null;
            inspector.end();
            return taken;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "packet " + number + ": " + HexFormat.of().formatHex(packet), e);
        }
    }

    private static void heal(
            PodDecoder decoder, ByteBuffer notification, List<byte[]> good, SampleInspector inspector, long number) {
        long before = inspector.samples() + inspector.figures();
        for (int i = 0; i < HEALING; i++) {
            take(decoder, notification, good.get(i), inspector, number);
        }
        if (inspector.samples() + inspector.figures() == before) {
            throw new IllegalStateException(
                    "after packet " + number + " nothing came out of " + HEALING + " good packets");
        }
    }

    private static SampleInspector inspector(PodKind kind) {
        return switch (kind) {
            case THINGY52 -> new SampleInspector(32.1, 1024.1); // 10 and 5 fractional bits of i16
            case MOVESENSE, POLAR, METAMOTION -> new SampleInspector(16 * 1.05, 2000 * 1.05);
            case LIGHTFOOT, WITMOTION, RUNNING_SPEED, HEART_RATE -> new SampleInspector(16.01, 2000.1);
        };
    }

    private static Firmware firmware(PodKind kind, long seed) {
        Body body = new Body(Scenarios.named("good-run"), seed);
        return kind.firmware(body.left(), PodSettings.workbench(Side.LEFT, 208, seed));
    }

    private static UUID samplesOf(PodKind kind) {
        return firmware(kind, 1).profile().samples();
    }
}

package dev.lightfoot.loop;

import dev.lightfoot.BusyGateway;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.pod.LightfootDecoder;
import dev.lightfoot.pod.LightfootInfo;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.PodDecoder;
import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes from a pod's socket being readable to the pin written: the sender takes the time just before it writes a
 * notification, the pin (one byte to an eventfd) is written when all of its samples are judged. Beside it, in turns on the
 * same sockets, a bare echo: poll, read, write the pin. Usage: PinLatency [PODS [SECONDS [idle|busy]]].
 */
public final class PinLatency {
    private static final int RATE_HZ = 208;
    private static final int TURNS = 3;

    private final int pods;
    private final int notifications;
    private final List<byte[][]> recorded = new ArrayList<>();
    private final List<LightfootInfo> infos = new ArrayList<>();
    private final List<PacketPair> pairs = new ArrayList<>();
    private final long[][] sentNs;
    private final Pin pin = new Pin();

    private PinLatency(int pods, int seconds) throws Exception {
        this.pods = pods;
        notifications = seconds * RATE_HZ;
        sentNs = new long[pods][notifications];
        for (int i = 0; i < pods; i++) {
            record(i);
            pairs.add(new PacketPair());
        }
    }

    private void record(int i) throws Exception {
        Body body = new Body(Scenarios.named("slide"), 2 + i / 2);
        Side side = i % 2 == 0 ? Side.LEFT : Side.RIGHT;
        PodSettings bench = PodSettings.workbench(side, RATE_HZ, 1 + i);
        Pod pod = new Pod(
                side == Side.LEFT ? body.left() : body.right(),
                new PodSettings(side, RATE_HZ, 0, 0, 0, 16, 2000, 0, bench.error(), 90));
        infos.add(LightfootInfo.read(pod.info()));
        pod.subscribe(247, 0);
        byte[][] packets = new byte[notifications][];
        for (int k = 0; k < notifications; k++) {
            packets[k] = pod.nextNotification();
        }
        recorded.add(packets);
    }

    public static void main(String[] args) throws Exception {
        int pods = args.length > 0 ? Integer.parseInt(args[0]) : 8;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        boolean busy = args.length > 2 && args[2].equals("busy");
        WarmUp.run(FormSettings.defaults(), 30);
        System.out.printf(
                "%d pods at %d Hz, one sample a notification, %d turns of %d s each, %s%n",
                pods, RATE_HZ, TURNS, seconds, busy ? "beside a gateway with history, MQTT and page busy" : "idle");
        PinLatency bench = new PinLatency(pods, seconds);
        if (busy) {
            try (BusyGateway _ = BusyGateway.start()) {
                bench.turns();
            }
        } else {
            bench.turns();
        }
        System.exit(0);
    }

    private void turns() throws Exception {
        Latencies echo = new Latencies("bare echo");
        Latencies judged = new Latencies("judged");
        for (int turn = 0; turn <= TURNS; turn++) {
            boolean counts = turn > 0; // the first turn warms up
            long[][] echoed = echo();
            long[][] decided = judge(counts);
            if (counts) {
                echo.add(echoed);
                judged.add(decided);
            }
        }
        echo.print();
        judged.print();
        System.out.printf("p50 of judged over that of the echo: %.2f%n", judged.us(0.5) / echo.us(0.5));
    }

    /** Sends every notification when it is due, pods evenly spread over the period. */
    private void send() {
        long startNs = System.nanoTime() + 50_000_000;
        for (int k = 0; k < notifications; k++) {
            for (int i = 0; i < pods; i++) {
                long dueNs = startNs + (long) ((k + (double) i / pods) * 1e9 / RATE_HZ);
                for (long leftNs = dueNs - System.nanoTime(); leftNs > 0; leftNs = dueNs - System.nanoTime()) {
                    LockSupport.parkNanos(leftNs);
                }
                sentNs[i][k] = System.nanoTime();
                pairs.get(i).send(recorded.get(i)[k]);
            }
        }
        LockSupport.parkNanos(200_000_000);
    }

    private long[][] judge(boolean said) throws Exception {
        StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(4096));
        Thread thread = Thread.ofPlatform().name("strike loop").start(new RealTime(loop));
        List<Timed> decoders = new ArrayList<>();
        Posix posix = new Posix();
        for (int i = 0; i < pods; i++) {
            Timed decoder = new Timed(i, infos.get(i));
            decoders.add(decoder);
            loop.attach(new PodStream(
                    i % 2 == 0 ? Foot.LEFT : Foot.RIGHT,
                    posix.duplicate(pairs.get(i).gatewayFd()),
                    decoder,
                    new LossAccount(),
                    FloodGate.forRate(RATE_HZ),
                    (ended, why) -> {}));
        }
        var threads = ManagementFactory.getThreadMXBean();
        long cpuNs = threads.getThreadCpuTime(thread.threadId());
        long wallNs = System.nanoTime();
        send();
        cpuNs = threads.getThreadCpuTime(thread.threadId()) - cpuNs;
        wallNs = System.nanoTime() - wallNs;
        loop.close();
        if (said) {
            System.out.printf("strike loop: %.1f %% of one core%n", 100.0 * cpuNs / wallNs);
        }
        return decoders.stream().map(decoder -> decoder.tookNs).toArray(long[][]::new);
    }

    private long[][] echo() throws Exception {
        Echo echo = new Echo(pairs, pin, sentNs);
        Thread thread = Thread.ofPlatform().name("echo").start(new RealTime(echo));
        send();
        echo.stop();
        thread.join();
        return echo.tookNs();
    }

    /** The pod's decoder, and the pin behind it. */
    private final class Timed implements PodDecoder {
        private final int pod;
        private final LightfootDecoder decoder;
        private final long[] tookNs = new long[notifications];
        private int next;

        Timed(int pod, LightfootInfo info) {
            this.pod = pod;
            decoder = new LightfootDecoder(info);
        }

        @Override
        public dev.lightfoot.pod.Rejection decode(
                java.nio.ByteBuffer notification, int length, dev.lightfoot.pod.SampleSink sink) {
            var rejection = decoder.decode(notification, length, sink);
            pin.write();
            if (next < notifications) {
                tookNs[next] = System.nanoTime() - sentNs[pod][next];
                next++;
            }
            return rejection;
        }
    }
}

package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.pod.LightfootDecoder;
import dev.lightfoot.pod.LightfootInfo;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.Rejection;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrikeLoopTest {
    private static final LightfootInfo INFO = new LightfootInfo(1, Foot.LEFT, 200, 16, 2000, 1);

    private final EventRing ring = new EventRing(1024);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), ring);
    private final Thread thread = Thread.ofPlatform().name("strike loop").start(loop);
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    private PodStream attach(PacketPair pair) {
        PodStream stream = new PodStream(
                Foot.LEFT,
                pair.gatewayFd(),
                new LightfootDecoder(INFO),
                new LossAccount(),
                FloodGate.open(),
                (ended, why) -> ends.add(why));
        loop.attach(stream);
        return stream;
    }

    private static void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(limitNs);
            Thread.onSpinWait();
        }
    }

    @Test
    void aNotificationOnASocketIsDecodedAndCounted() {
        PacketPair pair = new PacketPair();
        PodStream stream = attach(pair);
        pair.send(PacketPair.notification(7));
        pair.send(PacketPair.notification(9));
        await("two notifications", () -> stream.loss().report().notifications() == 2);
        assertThat(stream.loss().report().lost()).isEqualTo(1);
        pair.closePodEnd();
    }

    @Test
    void garbageIsCountedAndTheNextIsHeard() {
        PacketPair pair = new PacketPair();
        PodStream stream = attach(pair);
        pair.send(new byte[] {1, 2, 3});
        pair.send(PacketPair.notification(0));
        await("the good one", () -> stream.loss().report().notifications() == 1);
        assertThat(stream.loss().report().garbage()).isEqualTo(1);
        pair.closePodEnd();
    }

    @Test
    void aPeerThatClosesIsReportedAndTheOthersGoOn() throws InterruptedException {
        PacketPair gone = new PacketPair();
        PacketPair stays = new PacketPair();
        attach(gone);
        PodStream stream = attach(stays);
        gone.closePodEnd();
        assertThat(ends.poll(10, TimeUnit.SECONDS)).isEqualTo("the link has gone");
        stays.send(PacketPair.notification(0));
        await("the other pod", () -> stream.loss().report().notifications() == 1);
        assertThat(ends).isEmpty();
        stays.closePodEnd();
    }

    @Test
    void aFaultInAPodsDecoderEndsThatStreamAlone() throws InterruptedException {
        PacketPair broken = new PacketPair();
        PacketPair whole = new PacketPair();
        loop.attach(new PodStream(
                Foot.RIGHT,
                broken.gatewayFd(),
                (notification, length, sink) -> {
                    throw new IllegalStateException("made to fail");
                },
                new LossAccount(),
                FloodGate.open(),
                (ended, why) -> ends.add(why)));
        PodStream stream = attach(whole);
        broken.send(PacketPair.notification(0));
        assertThat(ends.poll(10, TimeUnit.SECONDS))
                .contains("the gateway failed on a notification of 20 bytes", "made to fail");
        whole.send(PacketPair.notification(0));
        await("the other pod", () -> stream.loss().report().notifications() == 1);
        assertThat(loop.faults()).isEqualTo(1);
        broken.closePodEnd();
        whole.closePodEnd();
    }

    @Test
    void aDetachedStreamIsClosedAndToldOnce() throws InterruptedException {
        PacketPair pair = new PacketPair();
        PodStream stream = attach(pair);
        loop.detach(stream);
        loop.detach(stream);
        assertThat(ends.poll(10, TimeUnit.SECONDS)).isEqualTo("detached");
        loop.close();
        assertThat(ends).isEmpty();
    }

    @Test
    void oneStreamTooManyIsRefusedWithItsReason() throws InterruptedException {
        for (int i = 0; i <= StrikeLoop.MAX_STREAMS; i++) {
            attach(new PacketPair());
        }
        assertThat(ends.poll(10, TimeUnit.SECONDS)).contains("holds 16 streams already");
        loop.close();
        assertThat(ends).hasSize(StrikeLoop.MAX_STREAMS).containsOnly("the gateway stops");
    }

    @Test
    void aSampleAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PacketPair pair = new PacketPair();
        PodStream stream = attach(pair);
        long leastBytes = Long.MAX_VALUE;
        int sent = 0;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(thread.threadId());
            for (int i = 0; i < 20_000; i++) {
                pair.send(PacketPair.notification(sent++));
            }
            int all = sent;
            await("all of them", () -> stream.loss().used() == all);
            leastBytes = Math.min(leastBytes, threads.getThreadAllocatedBytes(thread.threadId()) - before);
        }
        assertThat(leastBytes).isZero();
        pair.closePodEnd();
        assertThat(bytesOfADecoderThatAllocates(threads)).isGreaterThanOrEqualTo(4096);
    }

    /** That the measure measures. */
    private long bytesOfADecoderThatAllocates(ThreadMXBean threads) {
        PacketPair pair = new PacketPair();
        LossAccount loss = new LossAccount();
        List<byte[]> kept = new CopyOnWriteArrayList<>();
        long before = threads.getThreadAllocatedBytes(thread.threadId());
        loop.attach(new PodStream(
                Foot.RIGHT,
                pair.gatewayFd(),
                (notification, length, sink) -> {
                    kept.add(new byte[4096]);
                    return Rejection.NO_SAMPLES;
                },
                loss,
                FloodGate.open(),
                (ended, why) -> ends.add(why)));
        pair.send(new byte[] {1});
        await("the garbage", () -> loss.report().garbage() == 1);
        pair.closePodEnd();
        assertThat(kept).hasSize(1);
        return threads.getThreadAllocatedBytes(thread.threadId()) - before;
    }
}

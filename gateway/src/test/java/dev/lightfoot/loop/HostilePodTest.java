package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.pod.LightfootDecoder;
import dev.lightfoot.pod.LightfootInfo;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.LossReport;
import dev.lightfoot.pod.PodDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a left pod sends, the strike loop goes on, and with it the right pod. */
class HostilePodTest {
    private static final LightfootInfo INFO = new LightfootInfo(1, Foot.LEFT, 208, 16, 2000, 19);

    private final EventRing ring = new EventRing(1024);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), ring);
    private final Thread thread = Thread.ofPlatform().name("strike loop").start(loop);
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final PacketPair hostile = new PacketPair();
    private final LossAccount loss = new LossAccount();

    @AfterEach
    void theOtherPodIsStillHeard() {
        PacketPair good = new PacketPair();
        LossAccount goodLoss = attachRight(good, FloodGate.forRate(208));
        good.send(PacketPair.notification(0));
        await("the right pod", () -> goodLoss.used() == 1);
        assertThat(thread.isAlive()).isTrue();
        good.closePodEnd();
        hostile.closePodEnd();
        loop.close();
    }

    private LossAccount attachRight(PacketPair pair, FloodGate gate) {
        LossAccount account = new LossAccount();
        loop.attach(new PodStream(
                Foot.RIGHT, pair.gatewayFd(), new LightfootDecoder(INFO), account, gate, (ended, why) -> {}));
        return account;
    }

    private void attach(PodDecoder decoder, FloodGate gate, LinkListener listener) {
        loop.attach(new PodStream(Foot.LEFT, hostile.gatewayFd(), decoder, loss, gate, listener));
    }

    private void attach(FloodGate gate) {
        attach(new LightfootDecoder(INFO), gate, (ended, why) -> ends.add(why));
    }

    private static void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(limitNs);
            Thread.onSpinWait();
        }
    }

    private static byte[] notification(int sequence, long tickUs, int samples, SplittableRandom random) {
        byte[] bytes = new byte[8 + 12 * samples];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) sequence)
                .put(2, (byte) samples)
                .putInt(3, (int) tickUs);
        return bytes;
    }

    @Test
    void randomBytesInWellFormedAndMalformedNotificationsAreBorne() {
        attach(FloodGate.open());
        long sent = 0;
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int sequence = random.nextInt(1 << 16);
            long tickUs = random.nextLong(1L << 32);
            for (int i = 0; i < 2_000; i++) {
                int kind = random.nextInt(20);
                sequence += kind == 0 ? random.nextInt(1 << 16) : 1;
                tickUs += kind == 1 ? random.nextLong(1L << 32) : random.nextInt(10_000);
                byte[] bytes = notification(sequence, tickUs, random.nextInt(1, 20), random);
                if (kind == 2) {
                    bytes[2] = (byte) random.nextInt(256);
                }
                hostile.send(kind == 3 ? Arrays.copyOf(bytes, random.nextInt(1, 513)) : bytes);
                sent++;
            }
            long all = sent;
            await("all of seed " + seed, () -> accountedFor() == all);
            assertThat(loop.faults()).as("seed %d", seed).isZero();
        }
        assertThat(ends).isEmpty();
        assertThat(loss.report().garbage()).isPositive();
    }

    private long accountedFor() {
        LossReport report = loss.report();
        return report.notifications() + report.duplicates() + report.outOfOrder() + report.garbage();
    }

    @Test
    void timeStampsThatJumpBackAndForthAreBorneAndTheSamplesAfterThemAreUsed() {
        attach(FloodGate.open());
        SplittableRandom random = new SplittableRandom(7);
        long[] jumpsUs = {1, -1, 4_000_000, -4_000_000, 60_000_000, -60_000_000, 1L << 31, -(1L << 31), 0xffff_ffffL};
        long tickUs = 0xffff_0000L;
        int sent = 0;
        for (long jumpUs : jumpsUs) {
            tickUs += jumpUs;
            for (int i = 0; i < 300; i++) {
                hostile.send(notification(sent++, tickUs, 2, random));
                tickUs += 9_615;
            }
        }
        int all = sent;
        await("all of them", () -> loss.used() == all);
        assertThat(loop.faults()).isZero();
    }

    @Test
    void sequenceNumbersWrapWithoutALoss() {
        attach(FloodGate.open());
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            hostile.send(notification(65_500 + i, 4_800L * i, 1, random));
        }
        await("all of them", () -> loss.used() == 100);
        assertThat(loss.report().lost()).isZero();
    }

    @Test
    void readingsThatAreNoNumbersGiveNoStrike() {
        float[] no = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE};
        int[] count = {0};
        PodDecoder decoder = (bytes, length, sink) -> {
            int n = count[0]++;
            sink.notification(n, 1, n * 4_800L, 0, false, false);
            float value = no[n % no.length];
            sink.sample(0, value, n % 3 == 0 ? 9.81f : value, value, n % 2 == 0 ? value : 0, value, value);
            return null;
        };
        attach(decoder, FloodGate.open(), (ended, why) -> ends.add(why));
        for (int i = 0; i < 20_000; i++) {
            hostile.send(new byte[] {1});
        }
        await("all of them", () -> loss.used() == 20_000);
        assertThat(loop.faults()).isZero();
        EventOf eventOf = new EventOf(0);
        for (Event event = ring.take(eventOf); event != null; event = ring.take(eventOf)) {
            assertThat(event).isInstanceOfAny(Event.Formed.class, Event.Mounted.class);
        }
    }

    @Test
    void aFloodIsCutOffWithItsReasonAlthoughMostOfItIsGood() throws InterruptedException {
        attach(FloodGate.forRate(208));
        AtomicBoolean cut = new AtomicBoolean();
        Thread flood = Thread.ofPlatform().start(() -> {
            for (int i = 0; !cut.get(); i++) {
                hostile.offer(i % 8 != 7 ? PacketPair.notification(i - i / 8) : new byte[] {1, 2, 3});
            }
        });
        String why = ends.poll(20, TimeUnit.SECONDS);
        cut.set(true);
        flood.join();
        assertThat(why).startsWith("it floods: more than 416 notifications a second");
    }

    @Test
    void garbageIsCutOffWithItsReason() throws InterruptedException {
        attach(FloodGate.forRate(208));
        for (int i = 0; i < 200; i++) {
            hostile.send(new byte[] {1, 2, 3});
        }
        assertThat(ends.poll(20, TimeUnit.SECONDS)).startsWith("it sends garbage: 200 notifications more");
    }

    @Test
    void aFloodDoesNotKeepTheOthersFromTheirTurn() throws InterruptedException {
        attach(FloodGate.open());
        AtomicBoolean over = new AtomicBoolean();
        byte[] good = PacketPair.notification(0);
        Thread flood = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                hostile.offer(good);
            }
        });
        PacketPair right = new PacketPair();
        LossAccount rightLoss = attachRight(right, FloodGate.open());
        for (int i = 0; i < 100; i++) {
            right.send(PacketPair.notification(i));
        }
        await("the right pod", () -> rightLoss.used() == 100);
        over.set(true);
        flood.join();
        right.closePodEnd();
    }

    @Test
    void anErrorInTheDecoderAndAListenerThatFailsAreCountedAndBorne() {
        attach(
                (bytes, length, sink) -> {
                    throw new StackOverflowError("made to fail");
                },
                FloodGate.open(),
                (ended, why) -> {
                    ends.add(why);
                    throw new IllegalStateException("the listener fails too");
                });
        hostile.send(new byte[] {1});
        await("two faults", () -> loop.faults() == 2);
        assertThat(ends).hasSize(1).first().asString().contains("StackOverflowError: made to fail");
    }
}

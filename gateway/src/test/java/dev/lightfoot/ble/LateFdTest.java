package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.Posix;
import dev.lightfoot.loop.StrikeLoop;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.junit.jupiter.api.Test;

/** AcquireNotify's answer that comes when nobody waits for it any more. */
class LateFdTest {
    private static final int NOTIFICATION_BYTES = 20;
    private static final Patience QUICK_BUT_BEARING_SILENCE =
            Patience.usual().divided(10).bearingSilence(Duration.ofMinutes(1));

    private final Posix posix = new Posix();

    /** Whether somebody holds the other end of a socket: a packet to it is taken. */
    private boolean otherEndIsOpen(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            return posix.write(fd, arena.allocate(NOTIFICATION_BYTES).address(), NOTIFICATION_BYTES)
                    == NOTIFICATION_BYTES;
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(limitNs);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void afterItsTimeLimitItsFdIsClosed() {
        int[] pair = posix.packetPair();
        LateFd late = new LateFd();
        assertThatThrownBy(() -> late.await(Duration.ofMillis(1)))
                .isInstanceOf(BluezException.class)
                .hasMessageContaining("not answered");
        assertThat(otherEndIsOpen(pair[0])).isTrue();

        late.handle(new TwoTuple<>(new FileDescriptor(pair[1]), new UInt16(247)));

        assertThat(otherEndIsOpen(pair[0])).isFalse();
        posix.close(pair[0]);
    }

    @Test
    void inTimeItsFdBelongsToWhoWaits() throws BluezException {
        int[] pair = posix.packetPair();
        LateFd inTime = new LateFd();
        inTime.handle(new TwoTuple<>(new FileDescriptor(pair[1]), new UInt16(247)));
        assertThat(inTime.await(Duration.ofMillis(1))).isEqualTo(pair[1]);
        assertThat(otherEndIsOpen(pair[0])).isTrue();
        posix.close(pair[0]);
        posix.close(pair[1]);
    }

    @Test
    void afterTheLinkWasGivenUpItsFdIsClosedAndNoSampleOfItReachesTheNextLink() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(64));
        Thread.ofPlatform().name("strike loop").start(loop);
        try (PrivateBus bus = new PrivateBus();
                FakeBluez bluez = new FakeBluez(bus.address(), true, 0);
                BluezRadio radio = new BluezRadio(
                        RadioSettings.of(bus.address(), "hci0", List.of(new KnownPod(FakeBluez.ADDRESS, Foot.LEFT)))
                                .with(QUICK_BUT_BEARING_SILENCE),
                        loop,
                        _ -> {},
                        () -> 0)) {
            bluez.answerNextAcquireAfter(answer);
            radio.start();
            await(
                    "a second link that streams",
                    () -> bluez.connects() >= 2 && radio.pods().getFirst().state() == LinkState.STREAMING);
            assertThat(bluez.lateFd()).isEqualTo(-1);
            bluez.notifySample(0);
            await("its first sample", () -> radio.pods().getFirst().loss().notifications() == 1);

            answer.countDown();
            await("the late answer", () -> bluez.lateFd() >= 0);
            int taken = 0;
            for (;
                    otherEndIsOpen(bluez.lateFd());
                    taken++) { // goes on until the fd is closed, on the supervisor's turn
                assertThat(taken).as("packets to a late fd that is still open").isLessThan(20_000);
                LockSupport.parkNanos(1_000_000);
            }
            bluez.notifySample(1);
            await("its second sample", () -> radio.pods().getFirst().loss().notifications() >= 2);
            assertThat(radio.pods().getFirst().loss().notifications())
                    .as("of the link that streams, and none of the %d of the late one", taken)
                    .isEqualTo(2);
        } finally {
            answer.countDown();
            loop.close();
        }
    }
}

package dev.lightfoot.sim.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The wire of POD-PROFILE.md, byte by byte. */
class PodTest {
    private static final double G = 9.80665;

    @Test
    void infoTellsTheSettings() {
        assertThat(new Pod(still(), settings(208, 0, 0, 0)).info())
                .isEqualTo(bytes(
                        "01" // profile version
                                + "01" // left foot
                                + "d000" // 208 Hz
                                + "10" // 16 g
                                + "d007" // 2000 deg/s
                                + "02")); // at most 2 samples a notification: 10 ms
    }

    @Test
    void aNotificationHasAHeaderAndTwelveBytesASample() {
        Pod pod = new Pod(still(), settings(200, 0.003, 0xFFFF_FF00L, 0));
        pod.subscribe(247, 0);
        assertThat(pod.nextNotification())
                .isEqualTo(bytes(
                        "0000" // sequence number 0
                                + "02" // two samples, no flags
                                + "00ffffff" // first sample at 0xFFFFFF00 us of the pod's clock
                                + "03" // the period is 0.3 % longer than 5 ms
                                + "0000" + "0000" + "0008" // acceleration 0, 0, +1 g: 32768 / 16
                                + "0000" + "00f0" + "0020" // angular rate 0, -250, +500 deg/s: -4096, 8192
                                + "0000" + "0000" + "0008" + "0000" + "00f0" + "0020")); // the second sample
        byte[] second = pod.nextNotification();
        assertThat(second[0]).isEqualTo((byte) 1); // sequence number
        // Two periods of 5.015 ms later: 0xFFFFFF00 + 10030 wraps to 9774.
        assertThat(little(second).getInt(3)).isEqualTo(9774);
    }

    @Test
    void aValueBeyondTheRangeIsClippedAndFlagged() {
        Pod pod = new Pod(
                source((timeNs, into) -> {
                    into.accXMps2 = 17 * G;
                    into.accYMps2 = -17 * G;
                    into.accZMps2 = 0;
                }),
                settings(100, 0, 0, 0));
        pod.subscribe(23, 0);
        byte[] clipped = pod.nextNotification();
        assertThat(clipped[2]).isEqualTo((byte) 0x41); // one sample, bit 6
        assertThat(little(clipped).getShort(8)).isEqualTo(Short.MAX_VALUE);
        assertThat(little(clipped).getShort(10)).isEqualTo((short) -32767); // -32768 is not sent
    }

    @Test
    void samplesLostInThePodAreFlaggedOnce() {
        Pod pod = new Pod(still(), settings(100, 0, 0, 0));
        pod.subscribe(23, 0);
        pod.loseSamples(3);
        byte[] afterLoss = pod.nextNotification();
        assertThat(afterLoss[2]).isEqualTo((byte) 0x81); // one sample, bit 7
        assertThat(little(afterLoss).getInt(3)).isEqualTo(30_000);
        assertThat(pod.nextNotification()[2]).isEqualTo((byte) 0x01);
    }

    @Test
    void theMtuBoundsTheSamples() {
        assertThat(PodProfile.samplesAtMtu(23)).isEqualTo(1);
        assertThat(PodProfile.samplesAtMtu(247)).isEqualTo(19);
        assertThat(PodProfile.samplesAtMtu(517)).isEqualTo(31);
        Pod pod = new Pod(still(), settings(416, 0, 0, 0));
        pod.subscribe(35, 0);
        assertThat(pod.nextNotification()).hasSize(8 + 12 * 2);
        pod.subscribe(517, 0);
        assertThat(pod.nextNotification()).hasSize(8 + 12 * 4);
    }

    @Test
    void aFastClockSamplesEarlierInTheBodysTimeAndEachSubscriptionStartsAtSequenceZero() {
        Pod pod = new Pod(still(), settings(100, 0, 0, 500));
        pod.subscribe(23, 3_600_000_000_000L);
        long dueNs = pod.nextNotificationNs();
        // In an hour the clock has gained 500 ppm: 1.8 s.
        assertThat(Integer.toUnsignedLong(little(pod.nextNotification()).getInt(3)))
                .isEqualTo(3_601_800_000L);
        assertThat(dueNs).isBetween(3_600_000_000_000L - 1, 3_600_000_000_000L + 10_000_000);
        pod.subscribe(23, 3_700_000_000_000L);
        assertThat(little(pod.nextNotification()).getShort(0)).isZero();
    }

    @Test
    void sequenceNumbersWrap() {
        Pod pod = new Pod(still(), settings(416, 0, 0, 0));
        pod.subscribe(23, 0);
        for (int i = 0; i < 65_536; i++) {
            assertThat(little(pod.nextNotification()).getShort(0) & 0xFFFF).isEqualTo(i);
        }
        assertThat(little(pod.nextNotification()).getShort(0)).isZero();
    }

    @Test
    void controlSetsRateFootAndRanges() {
        Pod pod = new Pod(still(), settings(208, 0, 0, 0));
        assertThat(pod.control(bytes("01" + "6800"))).isZero(); // 104 Hz
        assertThat(pod.control(bytes("02" + "02"))).isZero(); // right foot
        assertThat(pod.control(bytes("03" + "20" + "a00f"))).isZero(); // 32 g, 4000 deg/s
        assertThat(pod.info()).isEqualTo(bytes("0102680020a00f01"));
    }

    @Test
    void controlRefusesWhatItCannotDo() {
        Pod pod = new Pod(still(), settings(208, 0, 0, 0));
        assertThat(pod.control(bytes("01" + "3100"))).isEqualTo(0x80); // 49 Hz
        assertThat(pod.control(bytes("01" + "a101"))).isEqualTo(0x80); // 417 Hz
        assertThat(pod.control(bytes("02" + "03"))).isEqualTo(0x80); // no such foot
        assertThat(pod.control(bytes("03" + "03" + "d007"))).isEqualTo(0x80); // 3 g
        assertThat(pod.control(bytes("09"))).isEqualTo(0x82); // unknown opcode
        assertThat(pod.control(bytes("01" + "68"))).isEqualTo(0x0D); // too short
        assertThat(pod.control(bytes(""))).isEqualTo(0x0D);
        pod.subscribe(23, 0);
        assertThat(pod.control(bytes("01" + "6800"))).isEqualTo(0x81); // busy
        assertThat(pod.control(bytes("03" + "20" + "a00f"))).isEqualTo(0x81);
        assertThat(pod.control(bytes("02" + "02"))).isZero();
    }

    @Test
    void settingsOutsideTheProfileAreNamed() {
        assertThatThrownBy(() -> settings(49, 0, 0, 0)).hasMessageContaining("rate 49 Hz");
        assertThatThrownBy(() -> new Pod(still(), settings(50, 0, 0, 0)).subscribe(22, 0))
                .hasMessageContaining("MTU 22");
    }

    private static PodSettings settings(int rateHz, double deviation, long clockZeroUs, double driftPpm) {
        return new PodSettings(
                Side.LEFT, rateHz, deviation, clockZeroUs, driftPpm, 16, 2000, 10, SensorError.none(), 80);
    }

    private interface Motion {
        void read(long timeNs, ImuReading into);
    }

    private static ImuSource still() {
        return source((timeNs, into) -> {
            into.accZMps2 = G;
            into.gyroYRadPerS = Math.toRadians(-250);
            into.gyroZRadPerS = Math.toRadians(500);
        });
    }

    private static ImuSource source(Motion motion) {
        return new ImuSource() {
            @Override
            public Side side() {
                return Side.LEFT;
            }

            @Override
            public void read(long timeNs, ImuReading into) {
                motion.read(timeNs, into);
            }
        };
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

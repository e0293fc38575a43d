package dev.lightfoot.sim.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The firmware's bytes against POD-PROFILE.md, written out by hand. */
class PodWireTest {
    private static final double G = 9.80665;

    @Test
    void infoTellsVersionFootRateRangesAndBatch() {
        assertThat(hex(pod(Side.RIGHT, 208, 0, 0, 0, 10).info()))
                .isEqualTo(
                        "01" // profile version 1
                                + "02" // right foot
                                + "d000" // 208 Hz
                                + "10" // 16 g
                                + "d007" // 2000 deg/s
                                + "02"); // 10 ms at 208 Hz: 2 samples
    }

    @Test
    void notificationsAreLaidOutAsTheProfileSaysAndTheClockWraps() {
        Pod pod = pod(Side.LEFT, 100, -0.012, (1L << 32) - 10_000, 0, 20);
        pod.subscribe(247, 0);
        String sample = "0008" // acc x +1 g of 16: 32768 / 16 = 2048
                + "00f0" // acc y -2 g: -4096
                + "0000" // acc z
                + "0008" // gyro x +125 deg/s of 2000: 2048
                + "00fc" // gyro y -62.5 deg/s: -1024
                + "0100"; // gyro z one count
        assertThat(hex(pod.nextNotification()))
                .isEqualTo(
                        "0000" // sequence number 0
                                + "02" // 2 samples, nothing clipped, nothing lost
                                + "f0d8ffff" // 2^32 - 10,000 us
                                + "f4" // period 1.2 % short
                                + sample
                                + sample);
        assertThat(hex(pod.nextNotification()))
                .isEqualTo(
                        "0100" // sequence number 1
                                + "02"
                                + "20260000" // 2 periods of 9,880 us later, wrapped: 9,760 us
                                + "f4"
                                + sample
                                + sample);
    }

    @ParameterizedTest
    @CsvSource({"23, 1", "34, 1", "35, 2", "247, 19", "383, 31", "517, 31"})
    void theMtuBoundsTheSamples(int mtu, int samples) {
        Pod pod = pod(Side.LEFT, 416, 0, 0, 0, 1000);
        pod.subscribe(mtu, 0);
        byte[] notification = pod.nextNotification();
        assertThat(notification).hasSize(8 + 12 * samples);
        assertThat(notification[2]).isEqualTo((byte) samples);
        assertThat(notification.length).isLessThanOrEqualTo(mtu - 3);
    }

    @Test
    void clippingAndLossAreFlaggedOnce() {
        ImuSource kick = source(Side.LEFT, 200, -200);
        Pod pod = new Pod(kick, settings(Side.LEFT, 100, 0, 0, 0, 0));
        pod.subscribe(23, 0);
        assertThat(hex(pod.nextNotification())).startsWith("000041").contains("ff7f0180"); // bit 6, +-32767
        pod.loseSamples(5);
        assertThat(hex(pod.nextNotification())).startsWith("0100c1" + "60ea0000"); // bits 6 and 7; 60,000 us
        assertThat(hex(pod.nextNotification())).startsWith("020041");
    }

    @Test
    void sequenceNumbersWrapAndStartAnewWithEachSubscription() {
        Pod pod = pod(Side.LEFT, 416, 0, 0, 0, 0);
        pod.subscribe(23, 0);
        for (int i = 0; i < 65_535; i++) {
            pod.nextNotification();
        }
        assertThat(hex(pod.nextNotification())).startsWith("ffff");
        assertThat(hex(pod.nextNotification())).startsWith("0000");
        pod.nextNotification();
        pod.unsubscribe();
        pod.subscribe(23, TimeUnit.MINUTES.toNanos(5));
        assertThat(hex(pod.nextNotification())).startsWith("0000");
    }

    @Test
    void aFastClockShortensTheSamplesInBodyTime() {
        Pod pod = pod(Side.LEFT, 100, 0, 0, 1000, 0);
        pod.subscribe(23, 0);
        for (int i = 0; i < 1000; i++) {
            pod.nextNotification();
        }
        assertThat(pod.nextNotificationNs()).isCloseTo(9_990_009_990L, within(1L));
        assertThat(hex(pod.nextNotification())).startsWith("e80301" + "80969800"); // 10,000,000 us by its own clock
    }

    @ParameterizedTest
    @CsvSource({
        "01a001, 0, 0101a00110d00704", // 416 Hz
        "013100, 128, 0101640010d00701", // 49 Hz is too few
        "01a101, 128, 0101640010d00701", // 417 Hz is too many
        "0164, 13, 0101640010d00701", // a byte short
        "0202, 0, 0102640010d00701", // right foot
        "0200, 128, 0101640010d00701", // not a foot
        "0308e803, 0, 0101640008e80301", // 8 g, 1000 deg/s
        "0307e803, 128, 0101640010d00701", // 7 g
        "03080000, 128, 0101640010d00701", // 0 deg/s
        "0308e80300, 13, 0101640010d00701", // a byte too many
        "04, 130, 0101640010d00701", // unknown
        "'', 13, 0101640010d00701", // empty
    })
    void controlIsCarriedOutOrRefusedAndInfoTells(String command, int attError, String info) {
        Pod pod = pod(Side.LEFT, 100, 0, 0, 0, 10);
        assertThat(pod.control(HexFormat.of().parseHex(command))).isEqualTo(attError);
        assertThat(hex(pod.info())).isEqualTo(info);
    }

    @Test
    void rateAndRangesAreBusyWhileSubscribedButTheFootIsNot() {
        Pod pod = pod(Side.LEFT, 100, 0, 0, 0, 10);
        pod.subscribe(23, 0);
        assertThat(pod.control(new byte[] {1, 104, 0})).isEqualTo(0x81);
        assertThat(pod.control(new byte[] {3, 8, (byte) 0xE8, 3})).isEqualTo(0x81);
        assertThat(pod.control(new byte[] {2, 2})).isZero();
        pod.unsubscribe();
        assertThat(pod.control(new byte[] {1, 104, 0})).isZero();
    }

    @Test
    void anMtuOutsideTheBoundsIsRefused() {
        Pod pod = pod(Side.LEFT, 100, 0, 0, 0, 10);
        assertThatThrownBy(() -> pod.subscribe(22, 0)).hasMessageContaining("22");
        assertThatThrownBy(() -> pod.subscribe(518, 0)).hasMessageContaining("518");
    }

    private static Pod pod(Side foot, int rateHz, double deviation, long zeroUs, double ppm, int batchMs) {
        return new Pod(source(foot, G, -2 * G), settings(foot, rateHz, deviation, zeroUs, ppm, batchMs));
    }

    private static PodSettings settings(Side foot, int hz, double deviation, long zeroUs, double ppm, int batchMs) {
        return new PodSettings(foot, hz, deviation, zeroUs, ppm, 16, 2000, batchMs, SensorError.none(), 87);
    }

    private static ImuSource source(Side side, double accXMps2, double accYMps2) {
        return new ImuSource() {
            @Override
            public Side side() {
                return side;
            }

            @Override
            public void read(long timeNs, ImuReading into) {
                into.accXMps2 = accXMps2;
                into.accYMps2 = accYMps2;
                into.accZMps2 = 0;
                into.gyroXRadPerS = Math.toRadians(125);
                into.gyroYRadPerS = Math.toRadians(-62.5);
                into.gyroZRadPerS = Math.toRadians(2000.0 / 32768);
            }
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

package dev.lightfoot.sim.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The bytes of the pods one can buy, written out by hand from the makers' formats: acc 1, -2, 0 g; gyro 125, -62.5, 0 deg/s. */
class BoughtFirmwareWireTest {
    private static final double G = 9.80665;
    private static final UUID MOVESENSE_COMMAND = UUID.fromString("34800001-7185-4d5d-b431-630e7050e8f0");
    private static final UUID WITMOTION_COMMAND = UUID.fromString("0000ffe9-0000-1000-8000-00805f9a34fb");
    private static final UUID METAMOTION_COMMAND = UUID.fromString("326a9001-85cb-9195-d9dd-464cfbbae75a");
    private static final UUID POLAR_CONTROL = UUID.fromString("fb005c81-02e7-f387-1cad-8acd2d8df0c8");

    @Test
    void movesenseAnswersASubscriptionAndSendsTimeThenAccelerationsThenTurns() {
        Firmware pod = subscribed(PodKind.MOVESENSE);
        pod.write(MOVESENSE_COMMAND, bytes("0163" + "2f4d6561732f494d55362f3133"), 0); // 99, "/Meas/IMU6/13"
        assertThat(next(pod)).isEqualTo("01" + "63" + "00c8"); // result, 99, 200 big-endian
        assertThat(next(pod))
                .isEqualTo(
                        "02" // data
                                + "63" // 99
                                + "88130000" // 5,000 ms
                                + "0ae81c41" // acc x 9.80665 m/s2
                                + "0ae89cc1" // acc y -19.6133 m/s2
                                + "00000000" // acc z
                                + "0000fa42" // gyro x 125 deg/s
                                + "00007ac2" // gyro y -62.5 deg/s
                                + "00000000"); // gyro z
    }

    @Test
    void movesenseSplitsAMessageAt150Bytes() {
        Firmware pod = subscribed(PodKind.MOVESENSE);
        pod.write(MOVESENSE_COMMAND, bytes("0163" + "2f4d6561732f494d55362f313034"), 0); // "/Meas/IMU6/104"
        next(pod);
        assertThat(next(pod)).startsWith("0263").hasSize(2 * 152);
        assertThat(next(pod)).startsWith("0363").hasSize(2 * 48); // 4 + 8 x 24 bytes in all
    }

    @Test
    void movesenseRefusesARateItDoesNotHave() {
        Firmware pod = subscribed(PodKind.MOVESENSE);
        pod.write(MOVESENSE_COMMAND, bytes("0163" + "2f4d6561732f494d55362f313030"), 0); // "/Meas/IMU6/100"
        assertThat(next(pod)).isEqualTo("01" + "63" + "0194"); // 404
    }

    @Test
    void witMotionSendsFramesAndCutsEverySeventh() {
        Firmware pod = subscribed(PodKind.WITMOTION);
        String frame = "5561"
                + "0008" // acc x 2048 of 32768 is 1 of 16 g
                + "00f0" // acc y -2 g
                + "0000" // acc z
                + "0008" // gyro x 125 of 2000 deg/s
                + "00fc" // gyro y -62.5 deg/s
                + "0000" // gyro z
                + "000000000000"; // angles
        for (int i = 0; i < 6; i++) {
            assertThat(next(pod)).isEqualTo(frame);
        }
        assertThat(next(pod)).isEqualTo(frame.substring(0, 26));
        assertThat(next(pod)).isEqualTo(frame.substring(26));
    }

    @Test
    void witMotionTakesARateOnlyWhenUnlocked() {
        Firmware pod = subscribed(PodKind.WITMOTION);
        next(pod);
        pod.write(WITMOTION_COMMAND, bytes("ffaa030b00"), 0); // 200 Hz
        assertThat(pod.dueNs()).isEqualTo(100_000_000L); // still 10 Hz
        pod.write(WITMOTION_COMMAND, bytes("ffaa6988b5"), 0); // unlock
        pod.write(WITMOTION_COMMAND, bytes("ffaa030b00"), 5_000_000L);
        next(pod);
        assertThat(pod.dueNs()).isEqualTo(10_000_000L);
    }

    @Test
    void metaMotionSendsThreeSamplesOfEachSensorApart() {
        Firmware pod = subscribed(PodKind.METAMOTION);
        for (String command : new String[] {
            "0303280c", "03020100", "031c01", "030101", // acc: 100 Hz and 16 g, enable, packed, start
            "13032800", "13020100", "130701", "130101" // gyro: 100 Hz and 2000 deg/s, enable, packed, start
        }) {
            pod.write(METAMOTION_COMMAND, bytes(command), 0);
        }
        String acc = "000800f00000"; // 2048 LSB/g
        String gyro = "0208fffb0000"; // 16.4 LSB per deg/s: 2050, -1025
        assertThat(next(pod)).isEqualTo("031c" + acc + acc + acc);
        assertThat(next(pod)).isEqualTo("1307" + gyro + gyro + gyro);
    }

    @Test
    void polarStartsAStreamOnlyInSdkModeAndTellsItsFactor() {
        Firmware pod = subscribed(PodKind.POLAR);
        // start acc: 208 Hz, 16 bit, 16 g, 3 channels
        byte[] start = bytes("0202" + "0001d000" + "01011000" + "02011000" + "040103");
        pod.write(POLAR_CONTROL, start, 0);
        assertThat(next(pod)).isEqualTo("f00202" + "0300"); // not supported
        pod.write(POLAR_CONTROL, bytes("0209"), 0);
        assertThat(next(pod)).isEqualTo("f00209" + "0000"); // SDK mode
        pod.write(POLAR_CONTROL, start, 0);
        assertThat(next(pod)).isEqualTo("f00202" + "0000" + "0501" + "0000003a"); // factor 2^-11
        assertThat(next(pod)).startsWith("02").contains("000800f00000"); // acc, reference 1, -2, 0 g
    }

    @Test
    void thingySendsRawMotion() {
        assertThat(next(subscribed(PodKind.THINGY52)))
                .isEqualTo(
                        "0004" // acc x 1024 is 1 g
                                + "00f8" // acc y -2 g
                                + "0000" // acc z
                                + "a00f" // gyro x 4000 is 125 deg/s
                                + "30f8" // gyro y -62.5 deg/s
                                + "0000" // gyro z
                                + "000000000000"); // compass
    }

    @Test
    void runningSpeedCountsHowOftenItsFootComesToRest() {
        // still for 0.3 s and turning for 0.3 s: 100 strides a minute, of one foot
        Firmware pod = subscribed(PodKind.RUNNING_SPEED, timeNs -> timeNs / 300_000_000L % 2 == 0 ? 0 : 3);
        next(pod);
        assertThat(next(pod))
                .isEqualTo(
                        "04" // running
                                + "0002" // 2 m/s
                                + "64"); // 100 a minute
        assertThat(next(subscribed(PodKind.RUNNING_SPEED, _ -> 0))).isEqualTo("00" + "0002" + "00"); // stands
    }

    @Test
    void heartRateTellsBeatsContactAndAnInterval() {
        assertThat(next(subscribed(PodKind.HEART_RATE)))
                .isEqualTo(
                        "16" // contact known and there, intervals follow
                                + "8c" // 140
                                + "b601"); // 438 / 1024 s
    }

    private static Firmware subscribed(PodKind kind) {
        return subscribed(kind, _ -> 1);
    }

    private static Firmware subscribed(PodKind kind, LongToDoubleFunction size) {
        var settings = new PodSettings(Side.LEFT, 208, 0, 5_000_000, 0, 16, 2000, 10, SensorError.none(), 87);
        Firmware pod = kind.firmware(source(size), settings);
        for (Firmware.Service service : pod.profile().services()) {
            for (Firmware.Characteristic one : service.characteristics()) {
                if (one.flag().contains("notify") || one.flag().contains("indicate")) {
                    pod.notify(one.uuid(), true, 247, 0);
                }
            }
        }
        return pod;
    }

    private static ImuSource source(LongToDoubleFunction sizeAt) {
        return new ImuSource() {
            @Override
            public Side side() {
                return Side.LEFT;
            }

            @Override
            public void read(long timeNs, ImuReading into) {
                double size = sizeAt.applyAsDouble(timeNs);
                into.accXMps2 = size * G;
                into.accYMps2 = size * -2 * G;
                into.accZMps2 = 0;
                into.gyroXRadPerS = size * Math.toRadians(125);
                into.gyroYRadPerS = size * Math.toRadians(-62.5);
                into.gyroZRadPerS = 0;
            }
        };
    }

    private static String next(Firmware pod) {
        return HexFormat.of().formatHex(pod.next().bytes());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

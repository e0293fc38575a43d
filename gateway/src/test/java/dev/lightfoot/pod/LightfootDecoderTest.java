package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.gait.Foot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LightfootDecoderTest {
    private static final LightfootInfo INFO = new LightfootInfo(1, Foot.LEFT, 200, 16, 2000, 3);

    private final LightfootDecoder decoder = new LightfootDecoder(INFO);
    private final Collected collected = new Collected();

    private static ByteBuffer hex(String... fields) {
        byte[] bytes = HexFormat.of().parseHex(String.join("", fields).replace(" ", ""));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private @Nullable Rejection decode(ByteBuffer bytes) {
        return decoder.decode(bytes, bytes.capacity(), collected);
    }

    @Test
    void twoSamplesAreDecodedFieldByField() {
        ByteBuffer bytes = hex(
                "34 12", // sequence 0x1234
                "02", // two samples, no flags
                "40 42 0f 00", // first sample at 1,000,000 us
                "0a", // period 1 % longer: 5.05 ms
                "00 08", // acc x 2048 = 1 g
                "00 f8", // acc y -2048 = -1 g
                "00 00", // acc z 0
                "00 40", // gyro x 16384 = 1000 deg/s
                "00 c0", // gyro y -16384 = -1000 deg/s
                "01 00", // gyro z 1 = 0.061 deg/s
                "ff 7f", // acc x 32767
                "01 80", // acc y -32767
                "00 00 00 00 00 00 00 00"); // acc z, gyro 0

        assertThat(decode(bytes)).isNull();
        assertThat(collected.headers)
                .containsExactly(new Collected.Header(0x1234, 2, 1_000_000, 5_050_000, false, false));
        Collected.Sample first = collected.samples.get(0);
        assertThat(first.sinceFirstNs()).isZero();
        assertThat(first.accX()).isCloseTo(9.80665f, within(1e-5f));
        assertThat(first.accY()).isCloseTo(-9.80665f, within(1e-5f));
        assertThat(first.accZ()).isZero();
        assertThat(first.gyroX()).isCloseTo(17.453293f, within(1e-5f));
        assertThat(first.gyroY()).isCloseTo(-17.453293f, within(1e-5f));
        assertThat(first.gyroZ()).isCloseTo(0.00106526f, within(1e-8f));
        Collected.Sample second = collected.samples.get(1);
        assertThat(second.sinceFirstNs()).isEqualTo(5_050_000);
        assertThat(second.accX()).isCloseTo(156.9016f, within(1e-3f));
        assertThat(second.accY()).isCloseTo(-156.9016f, within(1e-3f));
    }

    @Test
    void flagsTheLargestTickAndAShorterPeriodAreRead() {
        ByteBuffer bytes = hex(
                "ff ff", // sequence 65,535
                "c2", // two samples, clipped, lost before
                "ff ff ff ff", // 4,294,967,295 us
                "80", // period 12.8 % shorter: 4.36 ms
                "00 00 00 00 00 00 00 00 00 00 00 00",
                "00 00 00 00 00 00 00 00 00 00 00 00");

        assertThat(decode(bytes)).isNull();
        assertThat(collected.headers)
                .containsExactly(new Collected.Header(65_535, 2, 4_294_967_295L, 4_360_000, true, true));
    }

    @Test
    void garbageIsRejectedByReasonAndGivesNoSample() {
        String sample = "00 00 00 00 00 00 00 00 00 00 00 00";
        assertThat(decode(hex(""))).isEqualTo(Rejection.TRUNCATED);
        assertThat(decode(hex("00 00 01 00 00 00 00"))).isEqualTo(Rejection.TRUNCATED);
        assertThat(decode(hex("00 00 00 00 00 00 00 00"))).isEqualTo(Rejection.NO_SAMPLES);
        assertThat(decode(hex("00 00 21 00 00 00 00 00", sample))).isEqualTo(Rejection.RESERVED_BIT);
        assertThat(decode(hex("00 00 04 00 00 00 00 00", sample, sample, sample, sample)))
                .isEqualTo(Rejection.TOO_MANY_SAMPLES);
        assertThat(decode(hex("00 00 02 00 00 00 00 00", sample))).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(decode(hex("00 00 01 00 00 00 00 00", sample, "00"))).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(collected.headers).isEmpty();
        assertThat(collected.samples).isEmpty();
    }

    @Test
    void bytesBehindTheLengthAreNotLookedAt() {
        ByteBuffer bytes = hex("00 00 01 00 00 00 00 00", "00 00 00 00 00 00 00 00 00 00 00 00", "ff ff ff ff");
        assertThat(decoder.decode(bytes, 20, collected)).isNull();
        assertThat(collected.samples).hasSize(1);
    }

    @Test
    void mutatedNotificationsNeverThrowAndNeverGiveASampleOutOfRange() {
        long seed = 20261122L;
        Random random = new Random(seed);
        float accLimit = 16 * 9.80665f * 1.000001f;
        float gyroLimit = (float) Math.toRadians(2000) * 1.000001f;
        ByteBuffer bytes = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(bytes.array());
            int samples = 1 + random.nextInt(3);
            int length = 8 + 12 * samples;
            bytes.put(2, (byte) (samples | random.nextInt(4) << 6));
            switch (random.nextInt(4)) {
                case 0 -> length = random.nextInt(81);
                case 1 -> bytes.put(2, (byte) random.nextInt());
                case 2 -> bytes.put(random.nextInt(length), (byte) random.nextInt());
                default -> {}
            }
            Collected got = new Collected();
            boolean good = decoder.decode(bytes, length, got) == null;
            accepted += good ? 1 : 0;
            assertThat(got.samples.isEmpty()).as("seed %d round %d", seed, i).isNotEqualTo(good);
            for (Collected.Sample sample : got.samples) {
                boolean inRange = Math.abs(sample.accX()) <= accLimit
                        && Math.abs(sample.accY()) <= accLimit
                        && Math.abs(sample.accZ()) <= accLimit
                        && Math.abs(sample.gyroX()) <= gyroLimit
                        && Math.abs(sample.gyroY()) <= gyroLimit
                        && Math.abs(sample.gyroZ()) <= gyroLimit
                        && sample.sinceFirstNs() >= 0
                        && sample.sinceFirstNs() < 20_000_000;
                assertThat(inRange).as("seed %d round %d %s", seed, i, sample).isTrue();
            }
        }
        assertThat(accepted).isBetween(80_000, 199_000);
    }
}

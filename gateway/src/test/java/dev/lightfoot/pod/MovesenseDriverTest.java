package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesenseDriverTest {
    private static final String SUBSCRIBE = "01 63 2f 4d 65 61 73 2f 49 4d 55 36 2f 31 30 34"; // 1, 99, /Meas/IMU6/104
    private static final String ONE_SAMPLE = "02 63" // DATA of reference 99
            + "e8 03 00 00" // 1000 ms
            + "00 00 00 00  0a e8 1c 41  00 00 80 bf" // acc 0, 9.80665, -1 m/s2
            + "00 00 34 43  00 00 b4 c2  00 00 00 00"; // gyro 180, -90, 0 deg/s

    private final MovesenseDriver driver = new MovesenseDriver();
    private final DecoderBench bench = new DecoderBench(new MovesenseDecoder(104));

    /** DATA of so many samples in which acc x of sample i is i, and gyro x 100 + i. */
    private static byte[] message(int timeMs, int samples) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + samples * 24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(timeMs);
        for (int i = 0; i < samples; i++) {
            bytes.putFloat(i).putFloat(0).putFloat(0);
        }
        for (int i = 0; i < samples; i++) {
            bytes.putFloat(100f + i).putFloat(0).putFloat(0);
        }
        return bytes.array();
    }

    private static byte[] part(int operation, byte[] message, int from, int to) {
        byte[] part = new byte[2 + to - from];
        part[0] = (byte) operation;
        part[1] = 99;
        System.arraycopy(message, from, part, 2, to - from);
        return part;
    }

    @Test
    void sixAxesAreSubscribedToAndTheAnswerIsAwaited() throws Exception {
        FakeGatt gatt = new FakeGatt().answer(SUBSCRIBE, MovesenseDriver.NOTIFY, "01 63 00 c8"); // 200 OK
        PodStart start = driver.start(gatt);
        assertThat(gatt.log).containsExactly("0002 subscribed", "0001 < " + SUBSCRIBE);
        assertThat(start.rateHz()).isEqualTo(104);
        assertThat(start.foot()).isNull();
        driver.stop(gatt);
        assertThat(gatt.log).last().isEqualTo("0001 < 02 63");
    }

    @Test
    void aRefusalIsToldWithItsStatus() {
        FakeGatt gatt = new FakeGatt().answer(SUBSCRIBE, MovesenseDriver.NOTIFY, "01 63 01 f7"); // 503
        assertThatThrownBy(() -> driver.start(gatt)).hasMessageContaining("[1, -9]");
        assertThatThrownBy(() -> driver.start(new FakeGatt())).hasMessageContaining("the answer to SUBSCRIBE");
    }

    @Test
    void oneSampleIsDecodedFieldByFieldAfterTheFirstMessageWasWatched() {
        assertThat(bench.take(ONE_SAMPLE)).isNull();
        assertThat(bench.collected.samples).isEmpty();
        assertThat(bench.take(ONE_SAMPLE)).isNull();
        assertThat(bench.collected.headers).containsExactly(new Collected.Header(0, 1, 1_000_000, 0, false, false));
        bench.sampleIs(0, 0, 1, -0.10197, 180, -90, 0);
    }

    @Test
    void aMessageSplitAt150BytesIsPutTogether() {
        byte[] message = message(0x7fff_ffff, 8);
        assertThat(bench.take(part(2, message, 0, 150))).isNull();
        assertThat(bench.collected.samples).isEmpty();
        assertThat(bench.take(part(3, message, 150, 196))).isNull();
        assertThat(bench.collected.samples).hasSize(8);
        assertThat(bench.collected.samples.get(7).accX()).isEqualTo(7f);
        assertThat(bench.collected.samples.get(7).gyroX()).isEqualTo((float) Math.toRadians(107));
        assertThat(bench.collected.headers.getFirst().firstTickUs()).isEqualTo(0x7fff_ffffL * 1000 & 0xffff_ffffL);
        assertThat(bench.collected.headers.getFirst().spanNs()).isEqualTo(67_307_692);
    }

    @Test
    void aFirstPartOfWholeSamplesIsRecognisedByWhatFollowsAndNothingIsMisread() {
        byte[] message = message(1000, 8);
        for (int round = 0; round < 3; round++) {
            bench.take(part(2, message, 0, 148)); // time and six of eight accelerations
            bench.take(part(3, message, 148, 196));
        }
        assertThat(bench.collected.samples).hasSize(16);
        assertThat(bench.collected.samples)
                .allSatisfy(sample -> assertThat(sample.gyroX()).isGreaterThan(1.7f));
    }

    @Test
    void aLostPartCostsItsMessageOnly() {
        byte[] message = message(1000, 8);
        bench.take(part(2, message, 0, 150));
        bench.take(part(3, message, 150, 196));
        assertThat(bench.take(part(3, message, 150, 196))).isEqualTo(Rejection.TORN_FRAME);
        bench.take(part(2, message(1077, 8), 0, 150));
        assertThat(bench.take(part(2, message(1154, 8), 0, 150))).isEqualTo(Rejection.TORN_FRAME);
        assertThat(bench.take(part(3, message(1154, 8), 150, 196))).isNull();
        assertThat(bench.collected.samples).hasSize(16);
        assertThat(bench.collected.headers.get(1).sequence()).isEqualTo(2);
    }

    @Test
    void garbageIsRejectedByReason() {
        bench.take(ONE_SAMPLE);
        assertThat(bench.take("02")).isEqualTo(Rejection.TRUNCATED);
        assertThat(bench.take("02 64 00 00")).isEqualTo(Rejection.UNKNOWN_FRAME);
        assertThat(bench.take("07 63 00 00")).isEqualTo(Rejection.UNKNOWN_FRAME);
        assertThat(bench.take(ONE_SAMPLE.replace("00 00 34 43", "00 00 c0 7f"))).isEqualTo(Rejection.OUT_OF_RANGE);
        assertThat(bench.take(ONE_SAMPLE.replace("0a e8 1c 41", "00 00 80 7f"))).isEqualTo(Rejection.OUT_OF_RANGE);
        assertThat(bench.take(ONE_SAMPLE.replace("0a e8 1c 41", "00 00 c8 43"))).isEqualTo(Rejection.OUT_OF_RANGE);
        assertThat(bench.take(part(2, message(0, 20), 0, 484))).isNull();
        assertThat(bench.take(Arrays.copyOf(new byte[] {3, 99}, 512))).isEqualTo(Rejection.TORN_FRAME);
        assertThat(bench.collected.samples).hasSize(20);
    }

    @Test
    void itIsRecognisedByNameOrService() {
        assertThat(driver.recognises(new Advertisement("Movesense 174630000192", Set.of(), Set.of())))
                .isTrue();
        assertThat(driver.recognises(new Advertisement("", Set.of(MovesenseDriver.SERVICE), Set.of())))
                .isTrue();
        assertThat(driver.recognises(new Advertisement("Lightfoot", Set.of(), Set.of())))
                .isFalse();
    }
}

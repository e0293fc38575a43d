package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MetaMotionDriverTest {
    private static final String ACC = "03 1c" // accelerometer, packed
            + "00 08  00 f8  00 00" // 2048 = 1 g, -1 g, 0
            + "00 10  00 00  00 00" // 2 g
            + "00 18  00 00  00 00"; // 3 g
    private static final String GYRO = "13 07" // gyroscope, packed
            + "10 40  f0 bf  00 00" // 16400 = 1000 deg/s, -1000, 0
            + "08 20  00 00  00 00" // 500 deg/s
            + "00 00  00 00  00 00";

    private final MetaMotionDriver driver = new MetaMotionDriver();
    private final DecoderBench bench = new DecoderBench(new MetaMotionDecoder(100, (byte) 0x1c, (byte) 0x07));

    @Test
    void aBmi160IsConfiguredEnabledAndStarted() throws Exception {
        FakeGatt gatt = new FakeGatt().answer("03 80", MetaMotionDriver.NOTIFY, "11 01 01", "03 80 01 01");
        assertThat(driver.start(gatt).rateHz()).isEqualTo(100);
        driver.stop(gatt);
        assertThat(gatt.log)
                .containsExactly(
                        "9006 subscribed",
                        "9001 < 03 80", // which accelerometer
                        "9001 < 03 03 28 0c", // 100 Hz, normal; 16 g
                        "9001 < 13 03 28 00", // 100 Hz, normal; 2000 deg/s
                        "9001 < 03 1c 01",
                        "9001 < 13 07 01",
                        "9001 < 03 02 01 00",
                        "9001 < 13 02 01 00",
                        "9001 < 03 01 01",
                        "9001 < 13 01 01",
                        "9001 < 03 01 00",
                        "9001 < 13 01 00",
                        "9001 < 03 02 00 01",
                        "9001 < 13 02 00 01");
    }

    @Test
    void aBmi270HasOtherCodesAndRegistersAndAnotherChipIsRefused() throws Exception {
        FakeGatt gatt = new FakeGatt().answer("03 80", MetaMotionDriver.NOTIFY, "03 80 04 00");
        PodStart start = driver.start(gatt);
        assertThat(gatt.log).contains("9001 < 03 03 a8 03", "9001 < 03 05 01", "9001 < 13 05 01");
        DecoderBench other = new DecoderBench(start.decoder());
        assertThat(other.take(ACC.replace("03 1c", "03 05"))).isNull();
        assertThat(other.take(GYRO.replace("13 07", "13 05"))).isNull();
        other.sampleIs(0, 1, -1, 0, 1000, -1000, 0);
        assertThatThrownBy(() -> driver.start(new FakeGatt().answer("03 80", MetaMotionDriver.NOTIFY, "03 80 03 00")))
                .hasMessageContaining("accelerometer type 3");
    }

    @Test
    void packetsOfBothSensorsArePairedInOrder() {
        assertThat(bench.take(ACC)).isNull();
        assertThat(bench.collected.samples).isEmpty();
        assertThat(bench.take(GYRO)).isNull();
        assertThat(bench.collected.untimed).containsExactly(new Collected.Untimed(3, 1e7, false));
        bench.sampleIs(0, 1, -1, 0, 1000, -1000, 0);
        bench.sampleIs(1, 2, 0, 0, 500, 0, 0);
        bench.sampleIs(2, 3, 0, 0, 0, 0, 0);
        assertThat(bench.collected.samples.get(2).sinceFirstNs()).isEqualTo(20_000_000);
    }

    @Test
    void aLostPacketOfOneSensorCostsItsPartnerOnly() {
        bench.take(ACC);
        bench.take(GYRO);
        bench.take(ACC); // its gyro packet is lost
        for (int i = 0; i < 4; i++) {
            bench.take(ACC);
            bench.take(GYRO);
        }
        assertThat(bench.collected.samples).hasSize(15);
        bench.take(ACC);
        bench.take(ACC);
        bench.take(ACC);
        bench.take(ACC);
        bench.take(GYRO);
        assertThat(bench.collected.samples).hasSize(18);
    }

    @Test
    void garbageIsRejectedByReasonAndAnswersAreNot() {
        assertThat(bench.take("03")).isEqualTo(Rejection.TRUNCATED);
        assertThat(bench.take(ACC + "00")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(bench.take("07 01 00")).isEqualTo(Rejection.UNKNOWN_FRAME);
        assertThat(bench.take("03 80 01 00")).isNull();
        assertThat(driver.recognises(new Advertisement("MetaWear", Set.of(MetaMotionDriver.SERVICE), Set.of())))
                .isTrue();
    }
}

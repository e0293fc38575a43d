package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PolarDriverTest {
    private static final String RATES = "00 05 1a 00 34 00 68 00 d0 00 a0 01"; // 26, 52, 104, 208, 416 Hz
    private static final String ACC_SETTINGS =
            "f0 01 02 00 00" + RATES + "01 01 10 00" + "02 04 02 00 04 00 08 00 10 00" + "04 01 03";
    private static final String GYRO_SETTINGS =
            "f0 01 05 00 00" + RATES + "01 01 10 00" + "02 04 fa 00 f4 01 e8 03 d0 07" + "04 01 03";
    private static final String START_ACC =
            "02 02 00 01 d0 00 01 01 10 00 02 01 10 00 04 01 03"; // 208 Hz, 16 bit, 16 g, 3
    private static final String START_GYRO = "02 05 00 01 d0 00 01 01 10 00 02 01 d0 07 04 01 03"; // 2000 deg/s
    private static final String AT_1_S = "00 ca 9a 3b 00 00 00 00"; // 1,000,000,000 ns
    private static final String ACC_DELTA = "02" + AT_1_S + "80" // ACC, delta type 0
            + "00 08  00 00  00 f8" // reference 2048, 0, -2048: 1, 0, -1 g
            + "04 02" // two more of 4 bits
            + "f1 82 07"; // +1 -1 +2, then -8 +7 0
    private static final String GYRO_DELTA = "05" + AT_1_S + "80"
            + "00 40  00 00  00 c0" // reference 16384, 0, -16384: 1000, 0, -1000 deg/s
            + "01 02" // two more of 1 bit
            + "00"; // no change

    private final PolarDriver driver = new PolarDriver();
    private final DecoderBench bench = new DecoderBench(new PolarDecoder(208, 1 / 2048.0, 16, 2000 / 32768.0, 2000));

    private static FakeGatt sensor() {
        return new FakeGatt()
                .answer("02 09", PolarDriver.CONTROL, "f0 02 09 00 00")
                .answer("01 02", PolarDriver.CONTROL, ACC_SETTINGS)
                .answer("01 05", PolarDriver.CONTROL, GYRO_SETTINGS)
                .answer(START_ACC, PolarDriver.CONTROL, "f0 02 02 00 00 05 01 00 00 00 3a") // factor 1/2048
                .answer(START_GYRO, PolarDriver.CONTROL, "f0 02 05 00 00 05 01 00 00 7a 3d"); // factor 2000/32768
    }

    @Test
    void sdkModeAndBothStreamsAreStartedInOrderAndStoppedExplicitly() throws Exception {
        FakeGatt gatt = sensor();
        PodStart start = driver.start(gatt);
        assertThat(start.rateHz()).isEqualTo(208);
        driver.stop(gatt);
        assertThat(gatt.log)
                .containsExactly(
                        "5c81 subscribed",
                        "5c82 subscribed",
                        "5c81 < 02 09",
                        "5c81 < 01 02",
                        "5c81 < 01 05",
                        "5c81 < " + START_ACC,
                        "5c81 < " + START_GYRO,
                        "5c81 < 03 02",
                        "5c81 < 03 05",
                        "5c81 < 03 09");
    }

    @Test
    void aStreamThatRunsStillIsStoppedAndStartedAgain() throws Exception {
        FakeGatt gatt = sensor().answer("03 02", PolarDriver.CONTROL, "f0 03 02 00 00")
                .first("02 09", "f0 02 09 06 00") // SDK mode is on already
                .first(START_ACC, "f0 02 02 06 00"); // the stream runs already
        assertThat(driver.start(gatt).rateHz()).isEqualTo(208);
        assertThat(gatt.log).containsSubsequence("5c81 < " + START_ACC, "5c81 < 03 02", "5c81 < " + START_ACC);
    }

    @Test
    void refusalsAndNonsenseAreToldWithTheirValues() {
        assertThatThrownBy(() -> driver.start(sensor().answer("02 09", PolarDriver.CONTROL, "f0 02 09 05 00")))
                .hasMessageContaining("SDK mode was refused with status 5");
        assertThatThrownBy(
                        () -> driver.start(sensor().answer("01 05", PolarDriver.CONTROL, "f0 01 05 00 00 00 01 1a 00")))
                .hasMessageContaining("have none in common");
        assertThatThrownBy(
                        () -> driver.start(sensor().answer("01 02", PolarDriver.CONTROL, "f0 01 02 00 00 00 09 1a 00")))
                .hasMessageContaining("9 values of 2 bytes where 2 bytes are left");
        assertThatThrownBy(() -> driver.start(
                        sensor().answer(START_ACC, PolarDriver.CONTROL, "f0 02 02 00 00 05 01 00 00 c0 7f")))
                .hasMessageContaining("conversion factor NaN");
    }

    @Test
    void deltaFramesOfBothStreamsAreMergedByTime() {
        assertThat(bench.take(ACC_DELTA)).isNull();
        assertThat(bench.collected.samples).isEmpty();
        assertThat(bench.take(GYRO_DELTA)).isNull();
        assertThat(bench.collected.headers)
                .containsExactly(new Collected.Header(0, 3, 990_384, 9_615_385, false, false));
        bench.sampleIs(0, 1, 0, -1, 1000, 0, -1000);
        bench.sampleIs(1, 2049 / 2048.0, -1 / 2048.0, -2046 / 2048.0, 1000, 0, -1000);
        bench.sampleIs(2, 2041 / 2048.0, 6 / 2048.0, -2046 / 2048.0, 1000, 0, -1000);
    }

    @Test
    void rawFramesAreInMilliG() {
        bench.take("02" + AT_1_S + "01" + "e8 03  18 fc  f4 01"); // 1000, -1000, 500 mg
        bench.take(GYRO_DELTA);
        bench.sampleIs(0, 1, -1, 0.5, 1000, 0, -1000);
    }

    @Test
    void streamsOutOfStepAreInterpolated() {
        bench.take("05 00 ca 9a 3b 00 00 00 00 80 00 00 00 00 00 00"); // gyro 0 at 1.000 s
        bench.take("02 a0 15 c4 3b 00 00 00 00 01 e8 03 00 00 00 00"); // acc 1 g at 1.002706 s
        assertThat(bench.collected.samples).isEmpty();
        bench.take("05 40 61 ed 3b 00 00 00 00 80 00 40 00 00 00 00"); // gyro 1000 deg/s at 1.005413 s
        bench.sampleIs(0, 1, 0, 0, 500, 0, 0);
    }

    @Test
    void nothingIsMadeUpAcrossAHoleOfOneStream() {
        bench.take("05 00 ca 9a 3b 00 00 00 00 80 00 00 00 00 00 00"); // gyro at 1.000 s
        bench.take("02 80 7e 5b 3c 00 00 00 00 01 e8 03 00 00 00 00"); // acc at 1.0126 s
        bench.take("05 00 e1 f5 3c 00 00 00 00 80 00 40 00 00 00 00"); // gyro at 1.0228 s, five periods on
        assertThat(bench.collected.samples).isEmpty();
        assertThat(bench.take("05 00 e1 f5 3c 00 00 00 00 80 00 40 00 00 00 00"))
                .isEqualTo(Rejection.OUT_OF_ORDER);
    }

    @Test
    void aLeapOfTheTimeStartsBothStreamsAnewAndMakesNoSpanOfIt() {
        bench.take("02" + AT_1_S + "01 e8 03 00 00 00 00");
        bench.take("05 00 00 00 00 00 00 00 3f 80 00 40 00 00 00 00"); // gyro in 2143
        bench.take("02 00 00 00 00 00 00 00 3f 01 e8 03 00 00 00 00"); // acc as well
        assertThat(bench.collected.headers)
                .allSatisfy(header -> assertThat(header.spanNs()).isZero());
    }

    @Test
    void garbageIsRejectedByReason() {
        assertThat(bench.take("02 00 00")).isEqualTo(Rejection.TRUNCATED);
        assertThat(bench.take("01" + AT_1_S + "00 00 00 00 00 00 00")).isEqualTo(Rejection.UNKNOWN_FRAME);
        assertThat(bench.take("05" + AT_1_S + "00 00 00 00 00 00 00")).isEqualTo(Rejection.UNKNOWN_FRAME);
        assertThat(bench.take("02" + AT_1_S + "80 00 00")).isEqualTo(Rejection.NO_SAMPLES);
        assertThat(bench.take("02" + AT_1_S + "01 00 00 00 00 00 00 00")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(bench.take("02" + AT_1_S + "80 00 00 00 00 00 00 04")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(bench.take("02" + AT_1_S + "80 00 00 00 00 00 00 04 02 f1")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(bench.take("02" + AT_1_S + "80 00 00 00 00 00 00 11 01 00 00 00 00 00 00 00"))
                .isEqualTo(Rejection.OUT_OF_RANGE); // differences of 17 bits
        assertThat(bench.take("02" + AT_1_S + "80 00 00 00 00 00 00 00 80")).isEqualTo(Rejection.TOO_MANY_SAMPLES);
        assertThat(bench.take("02" + AT_1_S + "80 ff 7f 00 00 00 00 02 01 01")).isEqualTo(Rejection.OUT_OF_RANGE);
        assertThat(bench.take("02" + AT_1_S + "01 ff 7f 00 00 00 00")).isEqualTo(Rejection.OUT_OF_RANGE); // 32 g
        assertThat(bench.take("02 00 00 00 00 00 00 00 80" + "01 e8 03 00 00 00 00"))
                .isEqualTo(Rejection.OUT_OF_RANGE); // before 2000
        assertThat(bench.collected.headers).isEmpty();
    }

    @Test
    void itIsRecognisedByNameOrService() {
        assertThat(driver.recognises(new Advertisement("Polar Sense A1B2C3D4", Set.of(), Set.of())))
                .isTrue();
        assertThat(driver.recognises(new Advertisement("Polar H10 A1B2C3D4", Set.of(), Set.of())))
                .isFalse();
    }
}

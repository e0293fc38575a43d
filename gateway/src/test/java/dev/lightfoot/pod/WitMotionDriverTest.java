package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WitMotionDriverTest {
    private static final String FRAME = "55 61" // header, motion
            + "00 08  00 f8  00 00" // acc 2048 = 1 g, -1 g, 0
            + "00 40  00 c0  00 00" // gyro 16384 = 1000 deg/s, -1000, 0
            + "00 20  00 00  00 00"; // angle, not used

    private final WitMotionDriver driver = new WitMotionDriver();
    private final DecoderBench bench = new DecoderBench(new WitMotionDecoder(100));

    @Test
    void itIsUnlockedAndSetTo100HzAndNothingIsSaved() throws Exception {
        FakeGatt gatt = new FakeGatt();
        PodStart start = driver.start(gatt);
        driver.stop(gatt);
        assertThat(gatt.log)
                .containsExactly(
                        "ffe4 subscribed",
                        "ffe9 < ff aa 69 88 b5", // unlock
                        "ffe9 < ff aa 03 09 00", // rate register 3: 9 = 100 Hz
                        "ffe9 < ff aa 27 64 00"); // read register 64: battery
        assertThat(start.rateHz()).isEqualTo(100);
    }

    @Test
    void aFrameIsDecodedFieldByFieldWithoutATime() {
        assertThat(bench.take(FRAME)).isNull();
        assertThat(bench.collected.untimed).containsExactly(new Collected.Untimed(1, 1e7, false));
        bench.sampleIs(0, 1, -1, 0, 1000, -1000, 0);
    }

    @Test
    void framesInOneNotificationAndSplitOverTwoAreBothRead() {
        assertThat(bench.take(FRAME + FRAME)).isNull();
        assertThat(bench.collected.samples).hasSize(2);
        assertThat(bench.collected.samples.get(1).sinceFirstNs()).isEqualTo(10_000_000);
        String hex = FRAME.replace(" ", "");
        assertThat(bench.take(hex.substring(0, 14))).isNull();
        assertThat(bench.collected.samples).hasSize(2);
        assertThat(bench.take(hex.substring(14) + hex.substring(0, 2))).isNull();
        assertThat(bench.take(hex.substring(2))).isNull();
        assertThat(bench.collected.samples).hasSize(4);
        bench.sampleIs(3, 1, -1, 0, 1000, -1000, 0);
    }

    @Test
    void aLostHalfIsNotFilledWithTheNextFrame() {
        String hex = FRAME.replace(" ", "");
        bench.take(hex.substring(0, 24));
        assertThat(bench.take(FRAME)).isEqualTo(Rejection.TORN_FRAME);
        assertThat(bench.collected.samples).hasSize(1);
        bench.take(hex.substring(0, 24));
        bench.take(hex.substring(0, 10));
        bench.take(hex.substring(10));
        assertThat(bench.collected.samples).hasSize(1);
        bench.take(FRAME);
        bench.take(FRAME);
        assertThat(bench.collected.samples).hasSizeGreaterThanOrEqualTo(2);
        for (int i = 0; i < bench.collected.samples.size(); i++) {
            bench.sampleIs(i, 1, -1, 0, 1000, -1000, 0);
        }
    }

    @Test
    void afterGarbageTheStreamIsFoundAgainAtAHeader() {
        assertThat(bench.take("aa bb 61 00")).isEqualTo(Rejection.UNKNOWN_FRAME);
        bench.take("00 55" + FRAME);
        bench.take(FRAME);
        assertThat(bench.collected.samples).isNotEmpty();
        bench.sampleIs(0, 1, -1, 0, 1000, -1000, 0);
    }

    @Test
    void theBatteryIsToldAndAValueAtTheEndOfItsRangeIsClipped() {
        assertThat(bench.take("55 71 64 00 72 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00"))
                .isNull(); // register 64 = 370: 3.70 V
        assertThat(bench.collected.figures).hasSize(1);
        assertThat(bench.collected.figures.getFirst().figure()).isEqualTo(Figure.BATTERY_V);
        assertThat(bench.collected.figures.getFirst().value()).isCloseTo(3.7f, within(1e-4f));
        bench.take(FRAME.replace("00 40", "ff 7f"));
        assertThat(bench.collected.untimed.getFirst().clipped()).isTrue();
    }

    @Test
    void itIsRecognisedByNameOrServiceOfItsOwnBase() {
        assertThat(driver.recognises(new Advertisement("WT901BLE68", Set.of(), Set.of())))
                .isTrue();
        assertThat(driver.recognises(new Advertisement("", Set.of(StandardServices.uuid(0xffe5)), Set.of())))
                .isFalse();
        assertThat(WitMotionDriver.NOTIFY).hasToString("0000ffe4-0000-1000-8000-00805f9a34fb");
    }
}

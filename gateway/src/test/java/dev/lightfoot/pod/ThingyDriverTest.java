package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ThingyDriverTest {
    private static final String RAW = "00 04  00 fc  00 00" // acc 1024 = 1 g, -1 g, 0
            + "00 7d  00 83  00 00" // gyro 32000 = 1000 deg/s, -1000, 0
            + "00 00  00 00  00 00"; // compass

    private final ThingyDriver driver = new ThingyDriver();
    private final DecoderBench bench = new DecoderBench(new ThingyDecoder(100));

    @Test
    void onlyTheMotionRateOfItsConfigurationIsChanged() throws Exception {
        FakeGatt gatt = new FakeGatt().value(ThingyDriver.CONFIGURATION, "64 00 f4 01 f4 01 0a 00 01"); // 10 Hz
        assertThat(driver.start(gatt).rateHz()).isEqualTo(100);
        assertThat(gatt.log).containsExactly("0401 < 64 00 f4 01 f4 01 64 00 01", "0406 subscribed");
        assertThatThrownBy(() -> driver.start(new FakeGatt().value(ThingyDriver.CONFIGURATION, "64 00")))
                .hasMessageContaining("[100, 0]");
    }

    @Test
    void aSampleIsDecodedFieldByField() {
        assertThat(bench.take(RAW)).isNull();
        assertThat(bench.collected.untimed).containsExactly(new Collected.Untimed(1, 1e7, false));
        bench.sampleIs(0, 1, -1, 0, 1000, -1000, 0);
        assertThat(bench.take(RAW.replace("00 7d", "ff 7f"))).isNull();
        assertThat(bench.collected.untimed.getLast().clipped()).isTrue();
        assertThat(bench.take(RAW + "00")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(bench.take("")).isEqualTo(Rejection.WRONG_LENGTH);
    }

    @Test
    void itIsRecognisedByNameOrService() {
        assertThat(driver.recognises(new Advertisement("Thingy", Set.of(), Set.of())))
                .isTrue();
        assertThat(driver.recognises(new Advertisement("", Set.of(ThingyDriver.ADVERTISED), Set.of())))
                .isTrue();
    }
}

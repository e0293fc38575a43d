package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandardServicesTest {
    private final DecoderBench running = new DecoderBench(new RunningSpeedDecoder());
    private final DecoderBench heart = new DecoderBench(new HeartRateDecoder());

    @Test
    void cadenceAndRunningAreReadWithAndWithoutTheOptionalFields() {
        assertThat(running.take("00" /* walking */, "80 01" /* 1.5 m/s */, "6e" /* 110 */))
                .isNull();
        assertThat(running.take("07" /* running, both fields */, "80 02", "aa" /* 170 */, "5a 00", "e8 03 00 00"))
                .isNull();
        assertThat(running.collected.figures)
                .containsExactly(
                        new Collected.Told(Figure.CADENCE_SPM, 110),
                        new Collected.Told(Figure.RUNNING, 0),
                        new Collected.Told(Figure.CADENCE_SPM, 170),
                        new Collected.Told(Figure.RUNNING, 1));
        assertThat(running.collected.samples).isEmpty();
    }

    @Test
    void stridesOfOneFootWhileRunningCountTwice() {
        running.take("04 80 02 55"); // running, 85
        assertThat(running.collected.figures).first().isEqualTo(new Collected.Told(Figure.CADENCE_SPM, 170));
    }

    @Test
    void runningMeasurementsOfAWrongLengthAreRejected() {
        assertThat(running.take("00 00 01")).isEqualTo(Rejection.TRUNCATED);
        assertThat(running.take("01 00 01 5a")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(running.take("00 00 01 5a 00")).isEqualTo(Rejection.WRONG_LENGTH);
    }

    @Test
    void theHeartRateIsReadInItsForms() {
        assertThat(heart.take("00 48")).isNull(); // 72
        assertThat(heart.take("01 2c 01")).isNull(); // 300 in 16 bits
        assertThat(heart.take("1e 90 10 00 00 04")).isNull(); // 144, contact, energy, one interval
        assertThat(heart.take("04 48")).isNull(); // contact watched and lost
        assertThat(heart.collected.figures)
                .containsExactly(
                        new Collected.Told(Figure.HEART_RATE_BPM, 72),
                        new Collected.Told(Figure.HEART_RATE_BPM, 300),
                        new Collected.Told(Figure.HEART_RATE_BPM, 144));
        assertThat(heart.take("00")).isEqualTo(Rejection.TRUNCATED);
        assertThat(heart.take("00 48 00")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(heart.take("10 48 00")).isEqualTo(Rejection.WRONG_LENGTH);
        assertThat(heart.take("01 5f 01")).isEqualTo(Rejection.OUT_OF_RANGE); // 351
    }

    @Test
    void bothMeasurementsAreSubscribedToAndJudgeNoStrike() throws Exception {
        FakeGatt gatt = new FakeGatt();
        new RunningSpeedDriver().start(gatt);
        new HeartRateDriver().start(gatt);
        assertThat(gatt.log).containsExactly("2a53 subscribed", "2a37 subscribed");
        assertThat(new RunningSpeedDriver().kind().judgesStrikes()).isFalse();
    }

    @Test
    void deviceInformationAndBatteryAreReadAsFarAsTheyAreThere() {
        UUID model = StandardServices.uuid(0x2A24);
        FakeGatt gatt = new FakeGatt()
                .value(model, "50 6f 64 0a 20 31") // "Pod\n 1"
                .value(StandardServices.uuid(0x2A29), "00")
                .value(StandardServices.BATTERY_LEVEL, "57");
        assertThat(StandardServices.deviceInformation(gatt, gatt::has))
                .isEqualTo(new StandardServices.DeviceInformation("Pod 1", null, null, null, null));
        assertThat(StandardServices.batteryPct(gatt, gatt::has)).isEqualTo(87);
        assertThat(StandardServices.batteryPct(gatt.value(StandardServices.BATTERY_LEVEL, "65"), gatt::has))
                .isNull();
        assertThat(StandardServices.batteryPct(new FakeGatt(), _ -> false)).isNull();
        assertThat(StandardServices.deviceInformation(new FakeGatt(), _ -> true).model())
                .isNull();
    }

    @Test
    void theTableFindsEachDriverByItsSamplesAndEachAdvertisementOnce() {
        for (PodDriver driver : PodDrivers.ALL) {
            assertThat(PodDrivers.of(driver.kind().samples()::equals)).containsSame(driver);
        }
        assertThat(PodDrivers.of(_ -> true)).containsSame(PodDrivers.ALL.getFirst());
        assertThat(PodDrivers.of(_ -> false)).isEmpty();
        Advertisement polar = new Advertisement("Polar Sense 1", Set.of(HeartRateDriver.SERVICE), Set.of());
        assertThat(PodDrivers.recognising(polar).orElseThrow().kind().name()).isEqualTo("polar");
        assertThat(PodDrivers.words()).startsWith("Lightfoot, Movesense, Polar Verity Sense, MetaMotion");
    }
}

package dev.lightfoot.haptic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Register sequences in the datasheet's order (TI SLOS854), on a recorded bus. */
class Drv2605lTest {
    private static final Drv2605l.Actuator LRA = new Drv2605l.Actuator(true, 1800, 2500, 175);
    private static final Drv2605l.Actuator ERM = new Drv2605l.Actuator(false, 3000, 3600, 175);

    private final RecordedBoard board = new RecordedBoard();

    @Test
    void anLraIsResetCalibratedAndArmedForAnEdge() throws Exception {
        open(Drv2605l.Trigger.EDGE, LRA);

        assertThat(board.done)
                .containsExactly(
                        "gpio 17 taken",
                        "i2c 1/90 taken",
                        "00?", // DEVICE_ID 7
                        "01=80", // DEV_RESET
                        "01?", // until it has cleared
                        "01=07", // auto-calibration, out of standby
                        "16=4B", // RATED_VOLTAGE: 1.8 V / 20.58 mV x sqrt(1 - 1.5 ms x 175 Hz)
                        "17=76", // OD_CLAMP: 2.5 V / 21.22 mV
                        "1A=A6", // LRA, brake 3x, medium loop gain, BEMF gain 2
                        "1B=98", // startup boost, drive time 24: 2.9 ms, half a period of 175 Hz
                        "1D=80", // closed loop
                        "1E=30", // calibration of 1 s
                        "0C=01", // GO
                        "0C?", // until it has cleared
                        "00?", // diagnostics
                        "03=06", // LRA library
                        "04=10", // 1000 ms alert
                        "05=00", // end of sequence
                        "02=00", // no real-time drive
                        "01=01"); // external trigger, edge
    }

    @Test
    void anErmHasItsOwnVoltagesDriveTimeAndLibrary() throws Exception {
        open(Drv2605l.Trigger.RTP, ERM);

        assertThat(board.done)
                .contains("16=8E", "17=B7", "1A=26", "1B=93", "03=01", "04=76")
                .endsWith("01=05")
                .doesNotContain("gpio 17 taken");
    }

    @Test
    void aPulseOnTheTriggerFiresAndASecondOneCancels() throws Exception {
        Motor motor = open(Drv2605l.Trigger.EDGE, LRA);
        board.done.clear();
        motor.drive(0.5f);
        motor.drive(1);
        assertThat(board.done).containsExactly("gpio 17 on", "gpio 17 off");
        motor.rest();
        motor.rest();
        assertThat(board.done).containsExactly("gpio 17 on", "gpio 17 off", "gpio 17 on", "gpio 17 off");
    }

    @Test
    void theLevelOfTheTriggerPlaysAndEnds() throws Exception {
        Motor motor = open(Drv2605l.Trigger.LEVEL, ERM);
        board.done.clear();
        motor.drive(0.5f);
        motor.rest();
        motor.close();
        assertThat(board.done).containsExactly("gpio 17 on", "gpio 17 off", "gpio 17 off", "02=00", "01=40", "closed");
    }

    @Test
    void realTimePlaybackHasAStrength() throws Exception {
        Motor motor = open(Drv2605l.Trigger.RTP, LRA);
        board.done.clear();
        motor.drive(0.5f);
        motor.drive(1);
        motor.rest();
        assertThat(board.done).containsExactly("02=40", "02=7F", "02=00");
        assertThat(motor.description()).isEqualTo("LRA behind a DRV2605L on I2C bus 1");
    }

    @Test
    void anotherChipIsNamedAndLetGo() {
        board.status = 0x60;
        assertThatThrownBy(() -> open(Drv2605l.Trigger.EDGE, LRA))
                .isInstanceOf(HapticException.class)
                .hasMessageContaining("says it is 3 where a DRV2605L says 7");
        assertThat(board.done).endsWith("closed").doesNotContain("01=80");
    }

    @Test
    void aFailedCalibrationIsToldWithItsCause() {
        board.status = 0xE8;
        assertThatThrownBy(() -> open(Drv2605l.Trigger.EDGE, LRA)).hasMessageContaining("actuator missing");
        board.status = 0xE9;
        assertThatThrownBy(() -> open(Drv2605l.Trigger.EDGE, LRA)).hasMessageContaining("short circuit");
        board.status = 0xE2;
        assertThatThrownBy(() -> open(Drv2605l.Trigger.EDGE, LRA)).hasMessageContaining("too hot");
    }

    @Test
    void voltagesThatWouldBurnAnActuatorAreRefused() {
        assertThatThrownBy(() -> new Drv2605l.Actuator(true, 3000, 2000, 175)).hasMessageContaining("2000");
        assertThatThrownBy(() -> new Drv2605l.Actuator(true, 3000, 9000, 175)).hasMessageContaining("9000");
        assertThatThrownBy(() -> new Drv2605l.Actuator(true, 2000, 2500, 20)).hasMessageContaining("20 Hz");
    }

    private Motor open(Drv2605l.Trigger trigger, Drv2605l.Actuator actuator) throws HapticException {
        board.done.clear();
        return Drv2605lMotor.open(board, new Drv2605lMotor.Wiring(1, Drv2605l.ADDRESS, trigger, 17, actuator));
    }
}

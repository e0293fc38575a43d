package dev.lightfoot.haptic;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import org.junit.jupiter.api.Test;

class Pi4jMotorTest {
    @Test
    void drivesAndRestsThePinWhicheverWayItIsWired() throws Exception {
        for (boolean activeHigh : new boolean[] {true, false}) {
            Pi4jMotor motor = Pi4jMotor.open(18, activeHigh, MockDigitalOutputProvider.newInstance());
            DigitalState driven = activeHigh ? DigitalState.HIGH : DigitalState.LOW;
            DigitalState atRest = activeHigh ? DigitalState.LOW : DigitalState.HIGH;
            assertThat(motor.state()).isEqualTo(atRest);
            motor.drive(1);
            assertThat(motor.state()).isEqualTo(driven);
            motor.rest();
            assertThat(motor.state()).isEqualTo(atRest);
            motor.drive(1);
            motor.close();
            assertThat(motor.state()).isEqualTo(atRest);
        }
    }

    @Test
    void namesThePin() throws Exception {
        Pi4jMotor motor = Pi4jMotor.open(27, true, MockDigitalOutputProvider.newInstance());

        assertThat(motor.description()).isEqualTo("motor on GPIO 27");
        motor.close();
    }
}

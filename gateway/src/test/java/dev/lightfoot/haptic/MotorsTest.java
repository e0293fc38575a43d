package dev.lightfoot.haptic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import com.pi4j.plugin.mock.provider.pwm.MockPwmProvider;
import com.pi4j.provider.Provider;
import dev.lightfoot.gait.Foot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MotorsTest {
    private static final long S = 1_000_000_000L;

    private final RecordedBoard board = new RecordedBoard();

    @Test
    void aMotorOnAPinIsOnOrOff() throws Exception {
        Motor motor = LineMotor.open(board, 27, true);
        motor.drive(0.2f);
        motor.rest();
        motor.close();

        assertThat(board.done).containsExactly("gpio 27 taken", "gpio 27 on", "gpio 27 off", "gpio 27 off", "closed");
        assertThat(motor.description()).isEqualTo("motor on GPIO 27");
    }

    @Test
    void aMotorOnPwmHasAStrengthThatAlwaysTurnsIt() throws Exception {
        Motor motor = PwmMotor.open(board, 0, 1, 20_000);
        motor.drive(0);
        motor.drive(1);
        motor.rest();
        motor.close();

        assertThat(board.done)
                .containsExactly(
                        "pwm 0/1 taken at 20000",
                        "pwm 0/1 0.35",
                        "pwm 0/1 1.00",
                        "pwm 0/1 0.00",
                        "pwm 0/1 0.00",
                        "closed");
    }

    @Test
    void aWristbandIsAlertedByStrengthAndQuietedAtRest() {
        List<Integer> levels = new ArrayList<>();
        AlertMotor motor = new AlertMotor("C0:FF:EE:00:00:09", new AlertMotor.AlertLink() {
            @Override
            public void alert(int level) {
                levels.add(level);
            }

            @Override
            public @Nullable String fault() {
                return null;
            }

            @Override
            public void close() {
                levels.add(-1);
            }
        });
        motor.drive(0.5f);
        motor.drive(0.8f);
        motor.rest();
        motor.close();

        assertThat(levels).containsExactly(1, 2, 0, 0, -1);
    }

    @Test
    void aMissingMotorIsToldAndTriedAgainEveryFiveSeconds() {
        board.broken = true;
        TendedMotor motor = new TendedMotor("motor on GPIO 4", null, () -> LineMotor.open(board, 4, true));
        motor.tend(0);
        assertThat(motor.drive(1)).isFalse();
        assertThat(motor.status().fault()).contains("motor on GPIO 4 cannot be opened: wire off");

        board.broken = false;
        motor.tend(4 * S);
        assertThat(motor.works()).isFalse();
        motor.tend(5 * S);
        assertThat(motor.drive(1)).isTrue();
        assertThat(motor.status().fault()).isNull();
    }

    @Test
    void aMotorThatBreaksIsLetGoAndOpenedAgain() {
        TendedMotor motor = new TendedMotor("motor on GPIO 4", null, () -> LineMotor.open(board, 4, true));
        motor.tend(0);
        board.broken = true;
        assertThat(motor.drive(1)).isFalse();
        assertThat(motor.status().fault()).contains("does not drive: wire off");
        assertThat(board.done).endsWith("closed");

        board.broken = false;
        motor.tend(5 * S);
        assertThat(motor.drive(1)).isTrue();
    }

    @Test
    void whatIsPutToRestIsOpenedAtRestAndClosed() throws Exception {
        Motors.gpio(() -> board, Foot.LEFT, 5, true).resting().rest();
        assertThat(board.done).containsExactly("gpio 5 taken", "gpio 5 off", "closed");
        board.done.clear();
        Drv2605l.Actuator erm = new Drv2605l.Actuator(false, 3000, 3600, 175);
        Motors.drv2605l(() -> board, new Drv2605lMotor.Wiring(1, 0x5A, Drv2605l.Trigger.EDGE, 17, erm))
                .resting()
                .rest();
        assertThat(board.done)
                .containsExactly("gpio 17 taken", "gpio 17 off", "i2c 1/90 taken", "02=00", "01=40", "closed");
        board.broken = true;
        assertThatThrownBy(() ->
                        Motors.pwm(() -> board, null, 0, 0, 20_000).resting().rest())
                .isInstanceOf(HapticException.class)
                .hasMessageContaining("wire off");
    }

    @Test
    void theHardLimitAllowsThreeSecondsAndThenASecondOfRest() {
        VibrationLimit limit = new VibrationLimit();
        assertThat(limit.allows(0)).isTrue();
        limit.driven(0);
        limit.driven(S);
        assertThat(limit.allows(2 * S)).isTrue();
        assertThat(limit.allows(2 * S + S / 10))
                .as("a pulse of 0.9 s would pass three")
                .isFalse();
        limit.rested(3 * S);
        assertThat(limit.allows(3 * S + S / 2)).isFalse();
        assertThat(limit.allows(4 * S)).isTrue();
    }

    @Test
    void pi4jDrivesPinsPwmAndRegisters() throws Exception {
        try (Pi4jBoard pi = new Pi4jBoard(new MockedPi())) {
            Board.Line line = pi.line(18, true);
            line.set(true);
            line.set(false);
            Board.Pwm pwm = pi.pwm(0, 0, 20_000);
            pwm.duty(0.5f);
            pwm.duty(0);
            Board.Registers registers = pi.registers(1, 0x5A);
            registers.write(0x02, 0x40);
            assertThat(registers.read(0x02)).isEqualTo(0x40);
        }
    }

    @Test
    void aComputerThatIsNoPiIsNamedWithTheMend() {
        TendedMotor.Opening opening = () -> LineMotor.open(new Pi4jBoard(), 18, true);
        assertThatThrownBy(opening::open)
                .isInstanceOf(HapticException.class)
                .hasMessageContaining("GPIO 18 cannot be opened")
                .hasMessageContaining("group gpio");
    }

    private static final class MockedPi implements Pi4jBoard.Providers {
        @Override
        public Provider<?, ?, ?> gpio() {
            return MockDigitalOutputProvider.newInstance();
        }

        @Override
        public Provider<?, ?, ?> pwm(int chip) {
            return MockPwmProvider.newInstance();
        }

        @Override
        public Provider<?, ?, ?> i2c() {
            return MockI2CProvider.newInstance();
        }
    }
}

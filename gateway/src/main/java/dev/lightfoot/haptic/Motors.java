package dev.lightfoot.haptic;

import dev.lightfoot.gait.Foot;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The actuators that can be wired to the computer: to be played, or to be put to rest whatever became of who played them.
 *
 * @param name what it is and where it is wired
 * @param side on which it is worn; null for one that is felt whichever foot is meant
 */
public record Motors(String name, @Nullable Foot side, TendedMotor.Opening opening, Resting resting) {
    /** Puts an actuator to rest that nobody has open. */
    public interface Resting {
        void rest() throws HapticException;
    }

    /** A motor on a GPIO. */
    public static Motors gpio(@Nullable Foot side, int pin, boolean activeHigh) {
        return gpio(Pi4jBoard::new, side, pin, activeHigh);
    }

    static Motors gpio(Supplier<Board> board, @Nullable Foot side, int pin, boolean activeHigh) {
        TendedMotor.Opening opening = () -> LineMotor.open(board.get(), pin, activeHigh);
        return new Motors(named(side, "motor on GPIO " + pin), side, opening, () -> openAndClose(opening));
    }

    /** A motor on a channel of a PWM chip. */
    public static Motors pwm(@Nullable Foot side, int chip, int channel, int frequencyHz) {
        return pwm(Pi4jBoard::new, side, chip, channel, frequencyHz);
    }

    static Motors pwm(Supplier<Board> board, @Nullable Foot side, int chip, int channel, int frequencyHz) {
        TendedMotor.Opening opening = () -> PwmMotor.open(board.get(), chip, channel, frequencyHz);
        String name = "motor on PWM chip " + chip + " channel " + channel;
        return new Motors(named(side, name), side, opening, () -> openAndClose(opening));
    }

    /**
     * A vibrator behind a DRV2605L.
     *
     * @param trigger edge, level or rtp
     * @param triggerPin GPIO on IN/TRIG
     */
    public static Motors drv2605l(
            int bus,
            int address,
            String trigger,
            int triggerPin,
            boolean lra,
            int ratedMv,
            int overdriveMv,
            int resonanceHz) {
        Drv2605lMotor.Wiring wiring = new Drv2605lMotor.Wiring(
                bus,
                address,
                Drv2605l.Trigger.valueOf(trigger.toUpperCase(java.util.Locale.ROOT)),
                triggerPin,
                new Drv2605l.Actuator(lra, ratedMv, overdriveMv, resonanceHz));
        return drv2605l(Pi4jBoard::new, wiring);
    }

    static Motors drv2605l(Supplier<Board> board, Drv2605lMotor.Wiring wiring) {
        return new Motors(
                "DRV2605L on I2C bus " + wiring.bus(),
                null,
                () -> Drv2605lMotor.open(board.get(), wiring),
                () -> standBy(board.get(), wiring));
    }

    /** A wristband, on whichever arm; its link mends itself, and it is put to rest by what holds that. */
    public static Motors wristband(String address, AlertMotor.AlertLink link, Resting resting) {
        return new Motors("wristband " + address, null, () -> new AlertMotor(address, link), resting);
    }

    /** Plays cues on all of these. */
    public static PatternHaptic played(List<Motors> motors) {
        return new PatternHaptic(motors.stream()
                .map(motor -> new TendedMotor(motor.name(), motor.side(), motor.opening()))
                .toList());
    }

    private static String named(@Nullable Foot side, String name) {
        return side == null ? name : side == Foot.LEFT ? "left " + name : "right " + name;
    }

    private static void openAndClose(TendedMotor.Opening opening) throws HapticException {
        opening.open().close();
    }

    private static void standBy(Board board, Drv2605lMotor.Wiring wiring) throws HapticException {
        try (board) {
            if (wiring.trigger() != Drv2605l.Trigger.RTP) {
                board.line(wiring.triggerPin(), true).set(false);
            }
            new Drv2605l(board.registers(wiring.bus(), wiring.address()), wiring.actuator()).standBy();
        } catch (MotorException e) {
            throw new HapticException(e.getMessage() + ": check its wiring and its power", e);
        }
    }
}

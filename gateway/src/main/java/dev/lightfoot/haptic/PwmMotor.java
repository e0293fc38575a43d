package dev.lightfoot.haptic;

/**
 * A vibration motor behind a transistor, or an LRA behind a driver with a PWM input, on a hardware PWM channel: the share of
 * each period is the strength, above the share at which the motor begins to turn.
 */
final class PwmMotor implements Motor {
    /** Below about a third an ERM motor does not start. */
    private static final float LEAST_SHARE = 0.35f;

    private final Board board;
    private final Board.Pwm pwm;
    private final String description;

    private PwmMotor(Board board, int chip, int channel, int frequencyHz) throws HapticException {
        this.board = board;
        pwm = board.pwm(chip, channel, frequencyHz);
        description = "motor on PWM chip " + chip + " channel " + channel + " at " + frequencyHz + " Hz";
    }

    static Motor open(Board board, int chip, int channel, int frequencyHz) throws HapticException {
        return BoardOpening.closingOnFailure(board, () -> new PwmMotor(board, chip, channel, frequencyHz));
    }

    @Override
    public void drive(float strength) {
        pwm.duty(LEAST_SHARE + (1 - LEAST_SHARE) * Math.clamp(strength, 0f, 1f));
    }

    @Override
    public void rest() {
        pwm.duty(0);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        try (board) {
            rest();
        }
    }
}

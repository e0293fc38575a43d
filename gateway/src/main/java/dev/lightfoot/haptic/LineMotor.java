package dev.lightfoot.haptic;

/** A vibration motor behind a transistor on a GPIO: on or off, whatever the strength. */
final class LineMotor implements Motor {
    private final Board board;
    private final Board.Line line;
    private final int pin;

    private LineMotor(Board board, int pin, boolean activeHigh) throws HapticException {
        this.board = board;
        this.pin = pin;
        line = board.line(pin, activeHigh);
    }

    static Motor open(Board board, int pin, boolean activeHigh) throws HapticException {
        return BoardOpening.closingOnFailure(board, () -> new LineMotor(board, pin, activeHigh));
    }

    @Override
    public void drive(float strength) {
        line.set(true);
    }

    @Override
    public void rest() {
        line.set(false);
    }

    @Override
    public String description() {
        return "motor on GPIO " + pin;
    }

    @Override
    public void close() {
        try (board) {
            rest();
        }
    }
}

package dev.lightfoot.haptic;

/** Opens a motor on a board of its own, which is closed again when that fails. */
interface BoardOpening {
    Motor open() throws HapticException;

    static Motor closingOnFailure(Board board, BoardOpening opening) throws HapticException {
        boolean opened = false;
        try {
            Motor motor = opening.open();
            opened = true;
            return motor;
        } catch (MotorException e) {
            throw new HapticException(e.getMessage() + ": check its wiring and its power", e);
        } finally {
            if (!opened) {
                board.close();
            }
        }
    }
}

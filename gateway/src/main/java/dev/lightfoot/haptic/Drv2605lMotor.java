package dev.lightfoot.haptic;

/**
 * An LRA or ERM behind a DRV2605L, which is set up once; then either a pulse on its IN/TRIG pin fires the loaded waveform
 * and a second one cancels it, or the level of that pin plays and ends it, so that no I2C stands in the fast path; or it is
 * played by real-time playback, one register write of about 75 us, at any strength.
 */
final class Drv2605lMotor implements Motor {
    /** A waveform of 1000 ms has ended by itself after this; a pulse would start it anew. */
    private static final long SURELY_PLAYING_NS = 950_000_000L;

    private final Board board;
    private final Drv2605l chip;
    private final Drv2605l.Trigger trigger;
    private final Board.Line triggerLine;
    private final String description;
    private boolean driven;
    private long firedNs;

    private Drv2605lMotor(Board board, Wiring wiring) throws HapticException {
        this.board = board;
        trigger = wiring.trigger();
        triggerLine = trigger == Drv2605l.Trigger.RTP ? on -> {} : board.line(wiring.triggerPin(), true);
        chip = new Drv2605l(board.registers(wiring.bus(), wiring.address()), wiring.actuator());
        chip.setUp(trigger);
        description = (wiring.actuator().lra() ? "LRA" : "ERM") + " behind a DRV2605L on I2C bus " + wiring.bus()
                + (trigger == Drv2605l.Trigger.RTP ? "" : ", fired by GPIO " + wiring.triggerPin());
    }

    /**
     * How it is wired.
     *
     * @param triggerPin BCM number of the GPIO on IN/TRIG; not used with RTP
     */
    record Wiring(int bus, int address, Drv2605l.Trigger trigger, int triggerPin, Drv2605l.Actuator actuator) {}

    static Motor open(Board board, Wiring wiring) throws HapticException {
        return BoardOpening.closingOnFailure(board, () -> new Drv2605lMotor(board, wiring));
    }

    @Override
    public void drive(float strength) {
        switch (trigger) {
            case EDGE -> {
                if (!driven) {
                    pulse();
                    firedNs = System.nanoTime();
                }
            }
            case LEVEL -> triggerLine.set(true);
            case RTP -> chip.play(strength);
        }
        driven = true;
    }

    @Override
    public void rest() {
        switch (trigger) {
            case EDGE -> {
                if (driven && System.nanoTime() - firedNs < SURELY_PLAYING_NS) {
                    pulse();
                }
            }
            case LEVEL -> triggerLine.set(false);
            case RTP -> chip.play(0);
        }
        driven = false;
    }

    /** Rising edges count; the chip wants 1 us at least, a system call takes that. */
    private void pulse() {
        triggerLine.set(true);
        triggerLine.set(false);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        try (board) {
            rest();
            chip.standBy();
        }
    }
}

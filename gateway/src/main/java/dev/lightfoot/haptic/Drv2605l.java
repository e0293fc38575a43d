package dev.lightfoot.haptic;

import java.util.concurrent.locks.LockSupport;

/**
 * The DRV2605L haptic driver, set up over I2C: reset, out of standby, auto-calibration of the actuator with its diagnostics,
 * library, waveform, mode, in the order of the datasheet (TI SLOS854, "Auto Calibration Procedure" and "Initialization
 * Setup"). Register and bit names are the datasheet's.
 */
final class Drv2605l {
    static final int ADDRESS = 0x5A;

    static final int STATUS = 0x00;
    static final int MODE = 0x01;
    static final int RTP_INPUT = 0x02;
    static final int LIBRARY = 0x03;
    static final int WAVEFORM_1 = 0x04;
    static final int WAVEFORM_2 = 0x05;
    static final int GO = 0x0C;
    static final int RATED_VOLTAGE = 0x16;
    static final int OD_CLAMP = 0x17;
    static final int FEEDBACK = 0x1A;
    static final int CONTROL_1 = 0x1B;
    static final int CONTROL_3 = 0x1D;
    static final int CONTROL_4 = 0x1E;

    static final int DEV_RESET = 0x80;
    static final int STANDBY = 0x40;
    static final int EDGE_TRIGGER = 1;
    static final int LEVEL_TRIGGER = 2;
    static final int RTP = 5;
    static final int AUTO_CALIBRATION = 7;

    /** "1000 ms alert 100 %": longer than any pulse, and it ends by itself should nobody end it. */
    static final int ALERT_1000_MS = 16;
    /** "Long buzz for programmatic stopping 100 %". */
    static final int LONG_BUZZ = 118;

    private static final int DEVICE_ID_DRV2605L = 7;
    private static final int DIAG_RESULT = 1 << 3;
    private static final int OVER_TEMP = 1 << 1;
    private static final int OC_DETECT = 1;
    private static final int N_ERM_LRA = 1 << 7;
    /** FB_BRAKE_FACTOR 2 (3x), LOOP_GAIN 1 (medium), BEMF_GAIN 2: valid for most actuators. */
    private static final int FEEDBACK_USUAL = 2 << 4 | 1 << 2 | 2;
    /** STARTUP_BOOST; DRIVE_TIME is added. */
    private static final int STARTUP_BOOST = 1 << 7;
    /** NG_THRESH 2 (4 %), RTP data signed, closed loop for ERM and LRA. */
    private static final int CONTROL_3_CLOSED_LOOP = 2 << 6;
    /** Signed: the negative half brakes. */
    private static final int RTP_FULL = 127;

    /** AUTO_CAL_TIME 3: 1000 to 1200 ms. */
    private static final int AUTO_CAL_TIME = 3 << 4;

    private static final int LIBRARY_ERM_A = 1;
    private static final int LIBRARY_LRA = 6;
    private static final long POLL_NS = 20_000_000L;
    private static final int POLLS_AT_MOST = 100;

    private final Board.Registers registers;
    private final Actuator actuator;

    /** How a pulse is begun and ended. */
    enum Trigger {
        EDGE,
        LEVEL,
        RTP
    }

    /**
     * The vibrator.
     *
     * @param lra a linear resonant actuator; else an eccentric rotating mass
     * @param ratedMv rated voltage: RMS of an LRA, average of an ERM
     * @param overdriveMv peak it may be driven at
     * @param resonanceHz of an LRA
     */
    record Actuator(boolean lra, int ratedMv, int overdriveMv, int resonanceHz) {
        Actuator {
            if (ratedMv < 500 || ratedMv > 5000 || overdriveMv < ratedMv || overdriveMv > 5600) {
                throw new IllegalArgumentException("an actuator rated " + ratedMv + " mV, overdriven " + overdriveMv
                        + " mV is not allowed: 500 to 5000, overdriven no less and at most 5600");
            }
            if (lra && (resonanceHz < 125 || resonanceHz > 300)) {
                throw new IllegalArgumentException("resonance " + resonanceHz + " Hz must be 125 to 300");
            }
        }

        /** LRA: V = 20.58 mV x code / sqrt(1 - (4 x 300 us + 300 us) x f); ERM: V = 21.18 mV x code. */
        int ratedCode() {
            double perCodeMv = lra ? 20.58 / Math.sqrt(1 - (4 * 300e-6 + 300e-6) * resonanceHz) : 21.18;
            return Math.clamp(Math.round(ratedMv / perCodeMv), 1, 255);
        }

        /** LRA: V = 21.22 mV x code; ERM: V = 21.64 mV x code x (t_drive - 300 us) / (t_drive + t_idiss + t_blanking). */
        int clampCode() {
            double driveUs = 1000 + 200 * driveTime();
            double perCodeMv = lra ? 21.22 : 21.64 * (driveUs - 300) / (driveUs + 75 + 75);
            return Math.clamp(Math.round(overdriveMv / perCodeMv), 1, 255);
        }

        /** LRA: half a period, 500 us + code x 100 us; ERM: 4.8 ms, 1000 us + code x 200 us. */
        int driveTime() {
            return lra ? Math.clamp(Math.round((500_000.0 / resonanceHz - 500) / 100), 0, 31) : 19;
        }
    }

    Drv2605l(Board.Registers registers, Actuator actuator) {
        this.registers = registers;
        this.actuator = actuator;
    }

    void setUp(Trigger trigger) throws HapticException {
        identify();
        registers.write(MODE, DEV_RESET);
        await(MODE, DEV_RESET, "does not come back from its reset");
        calibrate();
        registers.write(LIBRARY, actuator.lra() ? LIBRARY_LRA : LIBRARY_ERM_A);
        registers.write(WAVEFORM_1, trigger == Trigger.EDGE ? ALERT_1000_MS : LONG_BUZZ);
        registers.write(WAVEFORM_2, 0);
        registers.write(RTP_INPUT, 0);
        registers.write(
                MODE,
                switch (trigger) {
                    case EDGE -> EDGE_TRIGGER;
                    case LEVEL -> LEVEL_TRIGGER;
                    case RTP -> RTP;
                });
    }

    private void identify() throws HapticException {
        int id = registers.read(STATUS) >> 5;
        if (id != DEVICE_ID_DRV2605L) {
            throw new HapticException(
                    "the chip says it is " + id + " where a DRV2605L says " + DEVICE_ID_DRV2605L
                            + ": check that it is one and that nothing else has its address",
                    null);
        }
    }

    private void calibrate() throws HapticException {
        registers.write(MODE, AUTO_CALIBRATION);
        registers.write(RATED_VOLTAGE, actuator.ratedCode());
        registers.write(OD_CLAMP, actuator.clampCode());
        registers.write(FEEDBACK, (actuator.lra() ? N_ERM_LRA : 0) | FEEDBACK_USUAL);
        registers.write(CONTROL_1, STARTUP_BOOST | actuator.driveTime());
        registers.write(CONTROL_3, CONTROL_3_CLOSED_LOOP);
        registers.write(CONTROL_4, AUTO_CAL_TIME);
        registers.write(GO, 1);
        await(GO, 1, "does not end its calibration");
        int status = registers.read(STATUS);
        if ((status & (DIAG_RESULT | OVER_TEMP | OC_DETECT)) != 0) {
            throw new HapticException(
                    "the calibration failed (status 0x" + Integer.toHexString(status) + ": "
                            + ((status & OC_DETECT) != 0
                                    ? "short circuit"
                                    : (status & OVER_TEMP) != 0 ? "too hot" : "actuator missing or of the wrong kind")
                            + "): check the actuator, its kind and its voltages",
                    null);
        }
    }

    /** Waits until a bit is cleared, two seconds at most. */
    private void await(int register, int bit, String failure) throws HapticException {
        for (int polls = 0; (registers.read(register) & bit) != 0; polls++) {
            if (polls == POLLS_AT_MOST) {
                throw new HapticException("the chip " + failure + ": check its power", null);
            }
            LockSupport.parkNanos(this, POLL_NS);
        }
    }

    /** Plays at a strength in [0, 1], in the mode RTP. */
    void play(float strength) {
        registers.write(RTP_INPUT, Math.round(Math.clamp(strength, 0f, 1f) * RTP_FULL));
    }

    void standBy() {
        registers.write(RTP_INPUT, 0);
        registers.write(MODE, STANDBY);
    }
}

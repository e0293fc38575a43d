package dev.lightfoot.haptic;

/**
 * The pins and buses of the computer. What it opens throws MotorException when it does not obey; all of it rests when the
 * board is closed.
 */
public interface Board extends AutoCloseable {
    /**
     * Takes a GPIO as an output, at rest.
     *
     * @param pin BCM number
     */
    Line line(int pin, boolean activeHigh) throws HapticException;

    /** Takes a channel of a PWM chip, at rest. */
    Pwm pwm(int chip, int channel, int frequencyHz) throws HapticException;

    /** Takes a device on an I2C bus; that it answers is seen with the first register read. */
    Registers registers(int bus, int address) throws HapticException;

    @Override
    void close();

    /** A GPIO line. */
    interface Line {
        void set(boolean active);
    }

    /** A PWM channel. */
    interface Pwm {
        /** Sets the share of each period that is driven, in [0, 1]; 0 switches the channel off. */
        void duty(float share);
    }

    /** The 8-bit registers of an I2C device. */
    interface Registers {
        void write(int register, int value);

        int read(int register);
    }
}

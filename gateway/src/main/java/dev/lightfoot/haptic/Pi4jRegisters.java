package dev.lightfoot.haptic;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;

/** The registers of an I2C device by Pi4J. */
final class Pi4jRegisters implements Board.Registers {
    private final String name;
    private final I2C device;

    Pi4jRegisters(Context context, String name, int bus, int address) {
        this.name = name;
        device = context.create(I2C.newConfigBuilder(context).id("i2c").bus(bus).device(address));
    }

    @Override
    public void write(int register, int value) {
        Pi4jBoard.obey(name, () -> device.writeRegister(register, value));
    }

    @Override
    public int read(int register) {
        try {
            int value = device.readRegister(register);
            if (value < 0) {
                throw new MotorException(
                        name + ": register 0x" + Integer.toHexString(register) + " gave " + value, null);
            }
            return value;
        } catch (Pi4JException e) {
            throw new MotorException(name + ": " + e.getMessage(), e);
        }
    }
}

package dev.lightfoot.haptic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A board that writes down what is done with it; its I2C device is a DRV2605L that obeys at once. */
final class RecordedBoard implements Board {
    final List<String> done = new ArrayList<>();
    int status = 0xE0;
    boolean broken;

    private void act(String what) {
        if (broken) {
            throw new MotorException("wire off", null);
        }
        done.add(what);
    }

    @Override
    public Line line(int pin, boolean activeHigh) {
        act("gpio " + pin + " taken");
        return active -> act("gpio " + pin + (active ? " on" : " off"));
    }

    @Override
    public Pwm pwm(int chip, int channel, int frequencyHz) {
        act("pwm " + chip + "/" + channel + " taken at " + frequencyHz);
        return share -> act(String.format(Locale.ROOT, "pwm %d/%d %.2f", chip, channel, share));
    }

    @Override
    public Registers registers(int bus, int address) {
        act("i2c " + bus + "/" + address + " taken");
        return new Registers() {
            @Override
            public void write(int register, int value) {
                act(String.format(Locale.ROOT, "%02X=%02X", register, value));
            }

            @Override
            public int read(int register) {
                act(String.format(Locale.ROOT, "%02X?", register));
                return register == Drv2605l.STATUS ? status : 0;
            }
        };
    }

    @Override
    public void close() {
        done.add("closed");
    }
}

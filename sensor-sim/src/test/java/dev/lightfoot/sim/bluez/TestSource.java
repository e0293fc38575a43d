package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;

/** A shoe that swings like a pendulum, 1.5 times a second. */
record TestSource(Side side) implements ImuSource {
    @Override
    public void read(long timeNs, ImuReading into) {
        double phase = 2 * Math.PI * 1.5 * timeNs * 1e-9;
        into.accXMps2 = 20 * Math.sin(phase);
        into.accYMps2 = 0;
        into.accZMps2 = 9.80665;
        into.gyroXRadPerS = 0;
        into.gyroYRadPerS = 5 * Math.cos(phase);
        into.gyroZRadPerS = 0;
    }
}

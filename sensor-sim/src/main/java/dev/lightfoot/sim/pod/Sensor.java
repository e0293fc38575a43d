package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;

/** A shoe's motion as a real IMU would report it: with its errors, clipped at its ranges. Not thread-safe. */
public final class Sensor implements ImuSource {
    private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

    private final ImuSource source;
    private final SensorError error;
    private final double mostMps2;
    private final double mostRadPerS;

    public Sensor(ImuSource source, SensorError error, int accRangeG, int gyroRangeDps) {
        this.source = source;
        this.error = error;
        mostMps2 = accRangeG * STANDARD_GRAVITY_MPS2;
        mostRadPerS = Math.toRadians(gyroRangeDps);
    }

    @Override
    public Side side() {
        return source.side();
    }

    @Override
    public void read(long timeNs, ImuReading into) {
        source.read(timeNs, into);
        error.addTo(into, timeNs);
        into.accXMps2 = Math.clamp(into.accXMps2, -mostMps2, mostMps2);
        into.accYMps2 = Math.clamp(into.accYMps2, -mostMps2, mostMps2);
        into.accZMps2 = Math.clamp(into.accZMps2, -mostMps2, mostMps2);
        into.gyroXRadPerS = Math.clamp(into.gyroXRadPerS, -mostRadPerS, mostRadPerS);
        into.gyroYRadPerS = Math.clamp(into.gyroYRadPerS, -mostRadPerS, mostRadPerS);
        into.gyroZRadPerS = Math.clamp(into.gyroZRadPerS, -mostRadPerS, mostRadPerS);
    }
}

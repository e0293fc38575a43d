package dev.lightfoot.sim.runner;

/**
 * What an ideal IMU fixed to the shoe reads at one instant, in the pod's own axes. Acceleration is specific force: at rest
 * it reads +g upwards. A reused carrier; not thread-safe.
 */
public final class ImuReading {
    public double accXMps2;
    public double accYMps2;
    public double accZMps2;
    public double gyroXRadPerS;
    public double gyroYRadPerS;
    public double gyroZRadPerS;
}

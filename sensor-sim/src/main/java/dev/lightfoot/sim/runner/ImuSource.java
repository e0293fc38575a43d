package dev.lightfoot.sim.runner;

/** The motion of one shoe, as an IMU on it would feel it. */
public interface ImuSource {
    Side side();

    /** Reads the motion at a time since the scenario's start; times never go back from call to call. */
    void read(long timeNs, ImuReading into);
}

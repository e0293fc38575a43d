package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.Side;

/** What the Device Information service of a pod tells: UTF-8 strings of 2A24 to 2A27 and 2A29. */
public record DeviceInformation(String model, String serial, String firmware, String hardware, String maker) {
    static DeviceInformation ofSimulator(Side side) {
        return new DeviceInformation(
                "Simulated pod", side == Side.LEFT ? "SIM-0001" : "SIM-0002", "1.0.0", "simulator", "Lightfoot");
    }
}

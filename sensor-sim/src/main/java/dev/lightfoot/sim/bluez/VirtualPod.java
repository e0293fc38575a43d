package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.Firmware;
import dev.lightfoot.sim.runner.Side;

/** A pod as the air sees it: address, name, and whether it is there. It outlives the daemon. Lives on the loop's thread. */
final class VirtualPod {
    private final Side side;
    private final Firmware firmware;
    private boolean inRange = true;
    private final PodFaults faults = new PodFaults();

    VirtualPod(Side side, Firmware firmware) {
        this.side = side;
        this.firmware = firmware;
    }

    Side side() {
        return side;
    }

    Firmware firmware() {
        return firmware;
    }

    String address() {
        return side == Side.LEFT ? "C0:FF:EE:00:00:01" : "C0:FF:EE:00:00:02";
    }

    String name() {
        return firmware.profile().name();
    }

    boolean inRange() {
        return inRange;
    }

    void inRange(boolean there) {
        inRange = there;
    }

    PodFaults faults() {
        return faults;
    }

    /** Whether a connection attempt succeeds now; a failure that was ordered is used up. */
    boolean takesConnection() {
        return !faults.abortsConnect() && inRange;
    }
}

package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.Firmware;

/** A pod as the air sees it: address, name, and whether it is there. It outlives the daemon. Lives on the loop's thread. */
final class VirtualPod {
    private final String address;
    private final Firmware firmware;
    private final boolean bonds;
    private String name;
    private boolean inRange = true;
    private final PodFaults faults = new PodFaults();

    /** @param bonds whether it pairs without input or output */
    VirtualPod(String address, Firmware firmware, boolean bonds) {
        this.address = address;
        this.firmware = firmware;
        this.bonds = bonds;
        this.name = firmware.profile().name();
    }

    Firmware firmware() {
        return firmware;
    }

    String address() {
        return address;
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    boolean bonds() {
        return bonds;
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

package dev.lightfoot.sim.bluez;

import java.util.function.Consumer;

/**
 * What every object of the daemon works with.
 *
 * @param mtu the ATT MTU that pod and adapter agree on, 23 to 517
 * @param haste how many times faster than a real radio scans, connects and resolves
 * @param narrator takes short lines for people
 */
record Surroundings(Loop loop, ObjectTree tree, Playback playback, int mtu, int haste, Consumer<String> narrator) {}

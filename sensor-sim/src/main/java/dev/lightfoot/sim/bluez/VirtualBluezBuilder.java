package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.PodKind;
import dev.lightfoot.sim.pod.PodProfile;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the virtual BlueZ is set up: real time, 208 Hz and an MTU of 247 unless told otherwise. */
public final class VirtualBluezBuilder {
    private final ImuSource left;
    private final ImuSource right;
    private double speed = 1;
    private long lengthNs = 1_000_000_000_000_000L;
    private PodKind leftKind = PodKind.LIGHTFOOT;
    private PodKind rightKind = PodKind.LIGHTFOOT;
    private int rateHz = 208;
    private int mtu = 247;
    private int haste = 1;
    private long seed = 1;
    private boolean bonds;
    private boolean wristband;
    private @Nullable String address;
    private Consumer<String> narrator = line -> {};

    VirtualBluezBuilder(ImuSource left, ImuSource right) {
        this.left = left;
        this.right = right;
    }

    /** How many times faster than real time, 0.01 to 100. */
    public VirtualBluezBuilder speed(double times) {
        speed = times;
        return this;
    }

    /** How long the motion is, nanoseconds of the body's time: when it is over, the narrator says so. */
    public VirtualBluezBuilder lengthNs(long bodyNs) {
        lengthNs = bodyNs;
        return this;
    }

    /** What kind of pods they are. */
    public VirtualBluezBuilder pods(PodKind onTheLeft, PodKind onTheRight) {
        leftKind = onTheLeft;
        rightKind = onTheRight;
        return this;
    }

    /** The sample rate of Lightfoot pods, 50 to 416 Hz. */
    public VirtualBluezBuilder rateHz(int wantedHz) {
        rateHz = wantedHz;
        return this;
    }

    /** The negotiated ATT MTU, 23 to 517. */
    public VirtualBluezBuilder mtu(int bytes) {
        mtu = bytes;
        return this;
    }

    /** How many times faster than a real radio this one scans, connects and resolves; the motion keeps its own speed. */
    public VirtualBluezBuilder haste(int times) {
        haste = times;
        return this;
    }

    /** Decides the pods' clocks and sensor errors. */
    public VirtualBluezBuilder seed(long number) {
        seed = number;
        return this;
    }

    /** Where the bus is to be served: {@code unix:path=...}; a temporary folder without it. */
    public VirtualBluezBuilder address(@Nullable String busAddress) {
        address = busAddress;
        return this;
    }

    /** Takes short lines for people, on the daemon's thread. */
    public VirtualBluezBuilder narrator(Consumer<String> lines) {
        narrator = lines;
        return this;
    }

    /** Pods that pair without input or output; they refuse otherwise. */
    public VirtualBluezBuilder bonding(boolean canBond) {
        bonds = canBond;
        return this;
    }

    /** A wristband with Immediate Alert is in range too. */
    public VirtualBluezBuilder wristband() {
        wristband = true;
        return this;
    }

    public VirtualBluez start() throws BusDaemonException {
        if (!(speed >= 0.01 && speed <= 100)) {
            throw new IllegalArgumentException("speed " + speed + " must be 0.01 to 100");
        }
        if (mtu < PodProfile.MIN_MTU || mtu > PodProfile.MAX_MTU) {
            throw new IllegalArgumentException("MTU " + mtu + " must be 23 to 517");
        }
        return new VirtualBluez(this);
    }

    Playback playback() {
        return new Playback(speed, lengthNs);
    }

    boolean hasWristband() {
        return wristband;
    }

    int mtu() {
        return mtu;
    }

    int haste() {
        return haste;
    }

    @Nullable
    String address() {
        return address;
    }

    Consumer<String> narrator() {
        return narrator;
    }

    List<VirtualPod> pods() {
        return List.of(pod(Side.LEFT, left), pod(Side.RIGHT, right));
    }

    private VirtualPod pod(Side side, ImuSource source) {
        PodKind kind = side == Side.LEFT ? leftKind : rightKind;
        String address = side == Side.LEFT ? "C0:FF:EE:00:00:01" : "C0:FF:EE:00:00:02";
        return new VirtualPod(address, kind.firmware(source, PodSettings.workbench(side, rateHz, seed)), bonds);
    }
}

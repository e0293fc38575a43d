package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.PodKind;
import dev.lightfoot.sim.pod.PodProfile;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A virtual BlueZ on a private D-Bus: the real dbus-daemon, and org.bluez with one adapter and two foot pods that play
 * motion. The motion starts with the first subscription. Thread-safe; closing takes everything down.
 */
public final class VirtualBluez implements AutoCloseable {
    private final Loop loop = new Loop();
    private final BusDaemon busDaemon;
    private final Playback playback;
    private final List<VirtualPod> pods;
    private final int mtu;
    private final int haste;
    private final Consumer<String> narrator;
    private final Faults faults = new Faults(
            order -> loop.call(() -> {
                order.run();
                return true;
            }),
            (side, order) -> order.accept(pod(side).faults()),
            () -> running().deafen());
    private @Nullable Bluetoothd bluetoothd;

    private VirtualBluez(Builder wanted) throws BusDaemonException {
        this.playback = new Playback(wanted.speed, wanted.lengthNs);
        this.mtu = wanted.mtu;
        this.haste = wanted.haste;
        this.narrator = wanted.narrator;
        this.pods = wanted.pods();
        this.busDaemon = BusDaemon.start(wanted.address);
        try {
            startBluetoothd();
        } catch (BusDaemonException e) {
            busDaemon.close();
            loop.close();
            throw e;
        }
    }

    public static Builder builder(ImuSource left, ImuSource right) {
        return new Builder(left, right);
    }

    /** The address for DBUS_SYSTEM_BUS_ADDRESS or for a client's builder: {@code unix:path=...}. */
    public String busAddress() {
        return busDaemon.address();
    }

    /** The process id of the dbus-daemon. */
    public long busDaemonPid() {
        return busDaemon.pid();
    }

    /** Completes when the bus has gone away under the daemon, or by {@link #close}. */
    public CompletableFuture<?> busGone() {
        return busDaemon.gone();
    }

    /** Fault: the link of a pod breaks off; the pod advertises again. */
    public void dropLink(Side side) {
        onDevice(side, device -> device.linkEnds("the link broke off"));
    }

    /** Fault: a pod goes out of range and its device is forgotten. */
    public void vanish(Side side) {
        loop.call(() -> {
            pod(side).inRange(false);
            return running().removeDevice(DeviceInterface.pathOf(pod(side)));
        });
    }

    /** A pod that had vanished advertises again. */
    public void comeBack(Side side) {
        loop.call(() -> {
            pod(side).inRange(true);
            return true;
        });
    }

    /** Fault: the next connection to the pod fails with le-connection-abort-by-local. */
    public void failNextConnect(Side side) {
        faults.abortConnects(side, 1);
    }

    /** Faults to be ordered. */
    public Faults faults() {
        return faults;
    }

    /** Fault: somebody switches the adapter off. */
    public void powerOff() {
        loop.call(() -> {
            running().powerOff();
            return true;
        });
    }

    /** Fault: bytes of any kind come where notifications come. */
    public void sendGarbage(Side side, byte[] bytes) {
        onDevice(side, device -> device.gatt().samples().sendGarbage(bytes.clone()));
    }

    /** Fault: the pod loses samples before they are packed. */
    public void loseSamples(Side side, int count) {
        loop.call(() -> {
            pod(side).firmware().loseSamples(count);
            return true;
        });
    }

    /** Fault: the pod starts anew under a link that stays: its clock begins at 0. */
    public void restartPod(Side side) {
        loop.call(() -> {
            pod(side).firmware().restart(playback.bodyNs(loop.nowNs()));
            return true;
        });
    }

    /** Notifications that did not fit into the acquired socket since the subscription. */
    public long dropped(Side side) {
        return loop.call(() -> {
            DeviceInterface device = running().device(pod(side));
            return device == null ? 0L : device.gatt().samples().dropped();
        });
    }

    /** Fault: bluetoothd dies, the bus stays. */
    public void killBluetoothd() {
        Callable<Boolean> kill = () -> {
            running().close();
            bluetoothd = null;
            return true;
        };
        loop.call(kill);
    }

    /** A new bluetoothd takes the name; it knows no device yet. */
    public void startBluetoothd() throws BusDaemonException {
        Optional<BusDaemonException> failure = loop.call(() -> {
            try {
                if (bluetoothd == null) {
                    bluetoothd = Bluetoothd.start(busDaemon.address(), loop, playback, mtu, haste, pods, narrator);
                }
                return Optional.empty();
            } catch (BusDaemonException e) {
                return Optional.of(e);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        loop.call(() -> {
            if (bluetoothd != null) {
                bluetoothd.close();
                bluetoothd = null;
            }
            return true;
        });
        loop.close();
        busDaemon.close();
    }

    private void onDevice(Side side, Consumer<DeviceInterface> action) {
        loop.call(() -> {
            DeviceInterface device = running().device(pod(side));
            if (device == null) {
                throw new IllegalStateException("the " + side + " pod has not been discovered");
            }
            action.accept(device);
            return true;
        });
    }

    private Bluetoothd running() {
        if (bluetoothd == null) {
            throw new IllegalStateException("bluetoothd is not running");
        }
        return bluetoothd;
    }

    private VirtualPod pod(Side side) {
        return pods.get(side == Side.LEFT ? 0 : 1);
    }

    /** How the virtual BlueZ is set up: real time, 208 Hz and an MTU of 247 unless told otherwise. */
    public static final class Builder {
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
        private @Nullable String address;
        private Consumer<String> narrator = line -> {};

        private Builder(ImuSource left, ImuSource right) {
            this.left = left;
            this.right = right;
        }

        /** How many times faster than real time, 0.01 to 100. */
        public Builder speed(double times) {
            speed = times;
            return this;
        }

        /** How long the motion is, nanoseconds of the body's time: when it is over, the narrator says so. */
        public Builder lengthNs(long bodyNs) {
            lengthNs = bodyNs;
            return this;
        }

        /** What kind of pods they are. */
        public Builder pods(PodKind onTheLeft, PodKind onTheRight) {
            leftKind = onTheLeft;
            rightKind = onTheRight;
            return this;
        }

        /** The sample rate of Lightfoot pods, 50 to 416 Hz. */
        public Builder rateHz(int wantedHz) {
            rateHz = wantedHz;
            return this;
        }

        /** The negotiated ATT MTU, 23 to 517. */
        public Builder mtu(int bytes) {
            mtu = bytes;
            return this;
        }

        /** How many times faster than a real radio this one scans, connects and resolves; the motion keeps its own speed. */
        public Builder haste(int times) {
            haste = times;
            return this;
        }

        /** Decides the pods' clocks and sensor errors. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** Where the bus is to be served: {@code unix:path=...}; a temporary folder without it. */
        public Builder address(@Nullable String busAddress) {
            address = busAddress;
            return this;
        }

        /** Takes short lines for people, on the daemon's thread. */
        public Builder narrator(Consumer<String> lines) {
            narrator = lines;
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

        private List<VirtualPod> pods() {
            return List.of(pod(Side.LEFT, left), pod(Side.RIGHT, right));
        }

        private VirtualPod pod(Side side, ImuSource source) {
            PodKind kind = side == Side.LEFT ? leftKind : rightKind;
            return new VirtualPod(side, kind.firmware(source, PodSettings.workbench(side, rateHz, seed)));
        }
    }
}

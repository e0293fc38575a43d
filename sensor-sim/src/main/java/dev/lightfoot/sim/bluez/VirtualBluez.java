package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.ArrayList;
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
    private final VirtualBand band;
    private final int mtu;
    private final int haste;
    private final Consumer<String> narrator;
    private final Faults faults = new Faults(
            order -> loop.call(() -> {
                order.run();
                return true;
            }),
            (side, order) -> order.accept(pod(side).faults()),
            order -> order.accept(running().adapter()));
    private @Nullable Bluetoothd bluetoothd;

    VirtualBluez(VirtualBluezBuilder wanted) throws BusDaemonException {
        this.playback = wanted.playback();
        this.mtu = wanted.mtu();
        this.haste = wanted.haste();
        this.narrator = wanted.narrator();
        this.band = new VirtualBand(loop, wanted.hasWristband(), this::dropLink);
        List<VirtualPod> all = new ArrayList<>(wanted.pods());
        all.add(band.onAir());
        this.pods = List.copyOf(all);
        this.busDaemon = BusDaemon.start(wanted.address());
        try {
            startBluetoothd();
        } catch (BusDaemonException e) {
            busDaemon.close();
            loop.close();
            throw e;
        }
    }

    public static VirtualBluezBuilder builder(ImuSource left, ImuSource right) {
        return new VirtualBluezBuilder(left, right);
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

    /** The wristband; out of range unless it was wanted. */
    public VirtualBand band() {
        return band;
    }

    private void dropLink(VirtualPod pod) {
        DeviceInterface device = running().device(pod);
        if (device != null) {
            device.linkEnds("the link broke off");
        }
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

    /** Whether the pod is bonded with this BlueZ. */
    public boolean bonded(Side side) {
        return loop.call(() -> {
            DeviceInterface device = running().device(pod(side));
            return device != null && device.bonded();
        });
    }

    /** From its next advertisement on the pod goes by another name. */
    public void rename(Side side, String name) {
        loop.call(() -> {
            pod(side).rename(name);
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
}

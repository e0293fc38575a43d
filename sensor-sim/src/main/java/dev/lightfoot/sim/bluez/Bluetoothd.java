package dev.lightfoot.sim.bluez;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;

/** One life of the Bluetooth daemon: its connection, its objects, its links. Lives on the loop's thread. */
final class Bluetoothd implements AdapterInterface.Air, AutoCloseable {
    static final String NAME = "org.bluez";
    private static final long FIRST_HEARD_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long HEARD_AGAIN_NS = TimeUnit.SECONDS.toNanos(1);

    private final Surroundings with;
    private final BusConnection bus;
    private final List<VirtualPod> pods;
    private final AdapterInterface adapter;
    private final AgentManagerInterface agents = new AgentManagerInterface();
    private final TreeMap<String, DeviceInterface> devices = new TreeMap<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private Loop.Timer hearing = Loop.NO_TIMER;

    private Bluetoothd(Surroundings with, BusConnection bus, List<VirtualPod> pods) {
        this.with = with;
        this.bus = bus;
        this.pods = pods;
        this.adapter = new AdapterInterface(with, this);
    }

    /** Comes up on a bus: objects first, then the name, as a client that waits for the name expects. */
    static Bluetoothd start(
            String busAddress,
            Loop loop,
            Playback playback,
            int mtu,
            int haste,
            List<VirtualPod> pods,
            Consumer<String> narrator)
            throws BusDaemonException {
        BusConnection bus = BusConnection.connect(busAddress);
        var with = new Surroundings(loop, new ObjectTree(bus), playback, mtu, haste, narrator);
        var daemon = new Bluetoothd(with, bus, pods);
        try {
            with.tree().add(AgentManagerInterface.PATH, daemon.agents);
            with.tree().add(AdapterInterface.PATH, daemon.adapter);
            bus.own(NAME);
        } catch (BusDaemonException e) {
            bus.close();
            throw e;
        }
        bus.listen(message -> loop.execute(() -> daemon.take(message)), () -> {});
        return daemon;
    }

    @Nullable
    DeviceInterface device(VirtualPod pod) {
        return devices.get(DeviceInterface.pathOf(pod));
    }

    @Override
    public void discovery(boolean on) {
        hearing.cancel();
        if (on) {
            hearing = with.loop().after(FIRST_HEARD_NS / with.haste(), this::hear);
        } else {
            devices.values().forEach(DeviceInterface::discoveryEnded);
        }
    }

    @Override
    public boolean removeDevice(String path) {
        DeviceInterface device = devices.get(path);
        if (device == null) {
            return false;
        }
        device.linkEnds("its device was removed");
        devices.remove(path);
        with.tree().removeBranch(path);
        return true;
    }

    @Override
    public void poweredOff() {
        devices.values().forEach(DeviceInterface::adapterOff);
    }

    AdapterInterface adapter() {
        return adapter;
    }

    /** Fault: somebody switches the adapter off. */
    void powerOff() {
        adapter.power(false);
    }

    /** Dies as a killed daemon does: no farewell on the bus, links and fds end. */
    @Override
    public void close() {
        hearing.cancel();
        bus.close();
        devices.values().forEach(device -> device.linkEnds("the Bluetooth daemon ended"));
    }

    private void hear() {
        for (VirtualPod pod : pods) {
            DeviceInterface device = device(pod);
            short rssiDbm = (short) random.nextInt(-62, -48);
            boolean advertising = pod.inRange() && (device == null || !device.connected());
            if (!advertising || adapter.deaf() || !adapter.hears(pod, rssiDbm)) {
                continue;
            }
            if (device == null) {
                var found = new DeviceInterface(with, adapter, pod, rssiDbm);
                devices.put(DeviceInterface.pathOf(pod), found);
                with.tree().add(DeviceInterface.pathOf(pod), found);
            } else {
                device.heard(rssiDbm);
            }
        }
        hearing = with.loop().after(HEARD_AGAIN_NS / with.haste(), this::hear);
    }

    private void take(Message message) {
        try {
            if (message instanceof MethodCall call) {
                with.tree().dispatch(new Call(bus, call));
            } else if (message instanceof DBusSignal && "NameOwnerChanged".equals(message.getName())) {
                String gone = message.getParameters()[0].toString();
                adapter.left(gone);
                agents.left(gone);
                devices.values().forEach(device -> device.gatt().left(gone));
            }
        } catch (DBusException e) {
            System.getLogger(Bluetoothd.class.getName())
                    .log(System.Logger.Level.WARNING, "a message that cannot be read: {0}", e.getMessage());
        }
    }
}

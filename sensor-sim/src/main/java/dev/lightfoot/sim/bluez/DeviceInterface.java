package dev.lightfoot.sim.bluez;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;
import org.jspecify.annotations.Nullable;

/** org.bluez.Device1 of one pod, its link, and with it the GATT objects. Lives on the loop's thread. */
final class DeviceInterface extends BusInterface {
    /** A link is up two connection intervals after the next advertisement; services are found a few round trips later. */
    private static final long CONNECT_NS = TimeUnit.MILLISECONDS.toNanos(60);

    private static final long RESOLVE_NS = TimeUnit.MILLISECONDS.toNanos(120);
    static final String BATTERY = "org.bluez.Battery1";

    private final Surroundings with;
    private final AdapterInterface adapter;
    private final VirtualPod pod;
    private final String path;
    private final GattDatabase gatt;
    private @Nullable Call connecting;
    private int link;

    DeviceInterface(Surroundings with, AdapterInterface adapter, VirtualPod pod, short rssiDbm) {
        super("org.bluez.Device1");
        this.with = with;
        this.adapter = adapter;
        this.pod = pod;
        this.path = pathOf(pod);
        this.gatt = new GattDatabase(with, pod, path, this::connected);
        with("Address", pod.address(), "s");
        with("AddressType", "random", "s");
        with("Name", pod.name(), "s");
        with("Alias", pod.name(), "s");
        with("Paired", false, "b");
        with("Bonded", false, "b");
        with("Trusted", false, "b");
        with("Blocked", false, "b");
        with("LegacyPairing", false, "b");
        with("RSSI", rssiDbm, "n");
        with("Connected", false, "b");
        with(
                "UUIDs",
                pod.firmware().profile().advertised().stream()
                        .map(UUID::toString)
                        .toArray(String[]::new),
                "as");
        with("Adapter", new DBusPath(AdapterInterface.PATH), "o");
        with("ServicesResolved", false, "b");
    }

    static String pathOf(VirtualPod pod) {
        return AdapterInterface.PATH + "/dev_" + pod.address().replace(':', '_');
    }

    boolean connected() {
        return is("Connected");
    }

    GattDatabase gatt() {
        return gatt;
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "Connect" -> connect(call);
            case "Disconnect" -> {
                if (!connected() && connecting == null) {
                    throw BluezException.bluez("NotConnected", "Not Connected");
                }
                linkEnds("by the gateway");
                call.answer();
            }
            case "Pair" -> pair(call);
            case "CancelPairing" -> throw BluezException.bluez("DoesNotExist", "Does Not Exist");
            default -> throw unknownMethod(call);
        }
    }

    @Override
    void set(String property, Object value) throws BluezException {
        switch (property) {
            case "Trusted", "Blocked" -> {
                if (!(value instanceof Boolean)) {
                    throw BluezException.invalidArguments();
                }
                with.tree().change(path, this, property, value, "b");
            }
            case "Alias" -> with.tree().change(path, this, property, value.toString(), "s");
            default -> super.set(property, value);
        }
    }

    boolean bonded() {
        return is("Bonded");
    }

    private void pair(Call call) throws BluezException {
        if (is("Paired")) {
            throw BluezException.bluez("AlreadyExists", "Already Exists");
        }
        if (!pod.bonds() || !connected()) {
            throw BluezException.bluez("AuthenticationFailed", "Authentication Failed");
        }
        with.tree().change(path, this, "Paired", true, "b");
        with.tree().change(path, this, "Bonded", true, "b");
        call.answer();
    }

    /** The pod has advertised, with the name it goes by now. */
    void heard(short rssiDbm) {
        with.tree().change(path, this, "Name", pod.name(), "s");
        with.tree().change(path, this, "Alias", pod.name(), "s");
        with.tree().change(path, this, "RSSI", rssiDbm, "n");
    }

    void discoveryEnded() {
        with.tree().invalidate(path, this, "RSSI");
    }

    void adapterOff() {
        pod.faults().unhang();
        linkEnds("the adapter was switched off");
    }

    /** The link is gone, from whichever side. */
    void linkEnds(String how) {
        link++;
        Call waiting = connecting;
        if (waiting != null) {
            connecting = null;
            waiting.refuse(BluezException.failed("le-connection-abort-by-local"));
        }
        if (!connected()) {
            return;
        }
        gatt.linkEnds();
        with.tree().remove(path, BATTERY);
        with.tree().change(path, this, "ServicesResolved", false, "b");
        with.tree().change(path, this, "Connected", false, "b");
        with.narrator().accept("disconnected " + pod.name() + " (" + how + "), " + gatt.account());
    }

    private void connect(Call call) throws BluezException {
        if (!adapter.powered()) {
            throw BluezException.notReady();
        }
        if (connecting != null || pod.faults().answersBusy()) {
            throw BluezException.bluez("InProgress", "br-connection-busy");
        }
        if (connected()) {
            call.answer();
            return;
        }
        connecting = call;
        int attempt = ++link;
        if (pod.faults().ignoresConnect()) {
            return;
        }
        with.loop().after(CONNECT_NS / with.haste(), () -> {
            if (attempt == link) {
                linkBegins(call);
            }
        });
    }

    private void linkBegins(Call call) {
        connecting = null;
        if (!pod.takesConnection()) {
            call.refuse(BluezException.failed("le-connection-abort-by-local"));
            return;
        }
        with.tree().change(path, this, "Connected", true, "b");
        call.answer();
        with.narrator().accept("connected " + pod.name());
        int current = link;
        with.loop().after(RESOLVE_NS / with.haste(), () -> {
            if (current == link) {
                resolve(pod.faults().resolving());
            }
        });
    }

    private void resolve(PodFaults.Resolving how) {
        if (how == PodFaults.Resolving.NEVER) {
            return;
        }
        if (how == PodFaults.Resolving.EMPTY && !gatt.resolved()) {
            with.tree().change(path, this, "ServicesResolved", true, "b");
            return;
        }
        gatt.resolve();
        with.tree().change(path, this, "UUIDs", gatt.serviceUuids(), "as");
        with.tree()
                .add(
                        path,
                        new BusInterface(BATTERY)
                                .with(
                                        "Percentage",
                                        (byte) pod.firmware().profile().batteryPercent(),
                                        "y")
                                .with("Source", "GATT Battery Service", "s"));
        with.tree().change(path, this, "ServicesResolved", true, "b");
    }
}

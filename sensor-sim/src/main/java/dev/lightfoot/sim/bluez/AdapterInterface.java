package dev.lightfoot.sim.bluez;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.types.Variant;

/** org.bluez.Adapter1 of hci0: power and discovery. Lives on the loop's thread. */
final class AdapterInterface extends BusInterface {
    static final String PATH = "/org/bluez/hci0";
    private static final Set<String> WRITABLE_FLAGS = Set.of("Discoverable", "Pairable");

    private final Surroundings with;
    private final Air air;
    private final Map<String, DiscoveryFilter> filters = new HashMap<>();
    private final Set<String> discoverers = new HashSet<>();
    private boolean deaf;
    private int busyAnswers;

    /** What the adapter hears and holds: the devices. */
    interface Air {
        void discovery(boolean on);

        boolean removeDevice(String path);

        void poweredOff();
    }

    AdapterInterface(Surroundings with, Air air) {
        super("org.bluez.Adapter1");
        this.with = with;
        this.air = air;
        with("Address", "C0:FF:EE:00:00:00", "s");
        with("AddressType", "public", "s");
        with("Name", "lightfoot", "s");
        with("Alias", "lightfoot", "s");
        with("Class", 0L, "u");
        with("Powered", true, "b");
        with("Discoverable", false, "b");
        with("DiscoverableTimeout", 180L, "u");
        with("Pairable", true, "b");
        with("PairableTimeout", 0L, "u");
        with("Discovering", false, "b");
        with("UUIDs", new String[] {"00001800-0000-1000-8000-00805f9b34fb"}, "as");
        with("Modalias", "usb:v1D6Bp0246d0542", "s");
        with("Roles", new String[] {"central", "peripheral"}, "as");
    }

    /** Fault: it hears nothing until it was off. */
    void deafen() {
        deaf = true;
    }

    /** Fault: so many times a scan is begun and InProgress answered, as of one that was thought to be over. */
    void answerBusy(int count) {
        busyAnswers = count;
    }

    boolean deaf() {
        return deaf;
    }

    boolean powered() {
        return is("Powered");
    }

    /** Whether somebody who is discovering now would see the pod. */
    boolean hears(VirtualPod pod, short rssiDbm) {
        return discoverers.stream()
                .anyMatch(client -> Optional.ofNullable(filters.get(client))
                        .map(filter -> filter.lets(pod, rssiDbm))
                        .orElse(true));
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "StartDiscovery" -> startDiscovery(call);
            case "StopDiscovery" -> stopDiscovery(call);
            case "SetDiscoveryFilter" -> setFilter(call);
            case "GetDiscoveryFilters" -> call.answer("as", (Object) DiscoveryFilter.KEYS.toArray(String[]::new));
            case "RemoveDevice" -> {
                if (!air.removeDevice(call.text(0))) {
                    throw BluezException.bluez("DoesNotExist", "Does Not Exist");
                }
                call.answer();
            }
            default -> throw unknownMethod(call);
        }
    }

    @Override
    void set(String property, Object value) throws BluezException {
        if (property.equals("Powered") && value instanceof Boolean on) {
            power(on);
        } else if (property.equals("Alias") && value instanceof CharSequence alias) {
            with.tree().change(PATH, this, property, alias.toString(), "s");
        } else if (WRITABLE_FLAGS.contains(property) && value instanceof Boolean flag) {
            with.tree().change(PATH, this, property, flag, "b");
        } else {
            super.set(property, value);
        }
    }

    /** A client has left the bus: what it had asked for ends. */
    void left(String client) {
        filters.remove(client);
        if (discoverers.remove(client)) {
            discoveryMayEnd();
        }
    }

    private void startDiscovery(Call call) throws BluezException {
        requirePower();
        if (!discoverers.add(call.sender())) {
            throw BluezException.busy();
        }
        boolean busy = busyAnswers > 0 && busyAnswers-- > 0;
        if (!busy) {
            call.answer();
        }
        with.tree().change(PATH, this, "Discovering", true, "b");
        air.discovery(true);
        if (busy) {
            throw BluezException.busy();
        }
    }

    private void stopDiscovery(Call call) throws BluezException {
        requirePower();
        if (!discoverers.remove(call.sender())) {
            throw BluezException.failed("No discovery started");
        }
        call.answer();
        discoveryMayEnd();
    }

    private void setFilter(Call call) throws BluezException {
        requirePower();
        Map<?, ?> options = call.options(0);
        if (options.isEmpty()) {
            filters.remove(call.sender());
        } else {
            filters.put(call.sender(), DiscoveryFilter.of(options));
        }
        call.answer();
    }

    void power(boolean on) {
        if (on == powered()) {
            return;
        }
        if (!on) {
            deaf = false;
            discoverers.clear();
            discoveryMayEnd();
            air.poweredOff();
        }
        with.tree().change(PATH, this, "Powered", on, "b");
    }

    private void discoveryMayEnd() {
        if (discoverers.isEmpty() && is("Discovering")) {
            air.discovery(false);
            with.tree().change(PATH, this, "Discovering", false, "b");
        }
    }

    private void requirePower() throws BluezException {
        if (!powered()) {
            throw BluezException.notReady();
        }
    }

    static Object plain(Object value) {
        return value instanceof Variant<?> variant ? variant.getValue() : value;
    }
}

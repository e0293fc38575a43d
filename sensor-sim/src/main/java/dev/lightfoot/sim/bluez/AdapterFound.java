package dev.lightfoot.sim.bluez;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.freedesktop.dbus.types.Variant;

/**
 * An adapter that can be a peripheral now.
 *
 * @param address its Bluetooth address, by which centrals know the pod
 */
record AdapterFound(String address) {
    private static final String ADAPTER = "org.bluez.Adapter1";

    /** Looks for the adapter among bluetoothd's managed objects; a PeripheralException says what is wrong and the mend. */
    static AdapterFound in(Map<?, ?> managed, String name) throws PeripheralException {
        var adapters = new TreeSet<String>();
        for (Map.Entry<?, ?> object : managed.entrySet()) {
            // bluetoothd also lists a test object as an adapter, which has no address
            if (object.getValue() instanceof Map<?, ?> interfaces
                    && interfaces.get(ADAPTER) instanceof Map<?, ?> adapter
                    && text(adapter, "Address") != null) {
                String path = path(object.getKey());
                adapters.add(path.substring(path.lastIndexOf('/') + 1));
                if (path.endsWith("/" + name)) {
                    return checked(name, interfaces, adapter);
                }
            }
        }
        throw new PeripheralException("there is no Bluetooth adapter " + name + ": "
                + (adapters.isEmpty()
                        ? "BlueZ has none at all, plug one in or unblock it with rfkill unblock bluetooth"
                        : "choose one of " + adapters.stream().collect(Collectors.joining(", ")) + " with --adapter"));
    }

    private static AdapterFound checked(String name, Map<?, ?> interfaces, Map<?, ?> adapter)
            throws PeripheralException {
        if (!"true".equals(text(adapter, "Powered"))) {
            throw new PeripheralException("the Bluetooth adapter " + name
                    + " is off: switch it on with bluetoothctl power on; if that fails: rfkill unblock bluetooth");
        }
        for (String needed : new String[] {Peripheral.GATT_MANAGER, Peripheral.ADVERTISING_MANAGER}) {
            if (!interfaces.containsKey(needed)) {
                throw new PeripheralException("the Bluetooth adapter " + name + " cannot be a pod: BlueZ offers no "
                        + needed + " on it; it needs Bluetooth LE with the peripheral role");
            }
        }
        return new AdapterFound(String.valueOf(text(adapter, "Address")));
    }

    private static @org.jspecify.annotations.Nullable String text(Map<?, ?> properties, String name) {
        return properties.get(name) instanceof Variant<?> variant ? String.valueOf(variant.getValue()) : null;
    }

    private static String path(Object key) {
        return key instanceof org.freedesktop.dbus.DBusPath path ? path.getPath() : String.valueOf(key);
    }
}

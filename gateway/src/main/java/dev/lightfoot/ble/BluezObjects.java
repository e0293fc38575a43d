package dev.lightfoot.ble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.freedesktop.dbus.types.Variant;

/**
 * BlueZ's objects as GetManagedObjects and the signals tell them: path to interface to properties. Paths are looked up
 * anew for each use, as an object may have gone. Not thread-safe.
 */
final class BluezObjects {
    private static final String ADAPTER = "org.bluez.Adapter1";
    private static final String DEVICE = "org.bluez.Device1";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
    private static final String BATTERY = "org.bluez.Battery1";

    private final Map<String, Map<String, Map<String, Object>>> objects = new TreeMap<>();

    void clear() {
        objects.clear();
    }

    void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {
        Map<String, Map<String, Object>> object = objects.computeIfAbsent(path, _ -> new HashMap<>());
        interfaces.forEach((name, properties) -> {
            Map<String, Object> plain = new HashMap<>();
            properties.forEach((property, value) -> plain.put(property, value.getValue()));
            object.put(name, plain);
        });
    }

    void removed(String path, List<String> interfaces) {
        Map<String, Map<String, Object>> object = objects.get(path);
        if (object != null) {
            interfaces.forEach(object::remove);
            if (object.isEmpty()) {
                objects.remove(path);
            }
        }
    }

    void changed(String path, String interfaceName, Map<String, Variant<?>> changed, List<String> invalidated) {
        Map<String, Object> properties = objects.getOrDefault(path, Map.of()).get(interfaceName);
        if (properties != null) {
            changed.forEach((property, value) -> properties.put(property, value.getValue()));
            invalidated.forEach(properties::remove);
        }
    }

    /** The path of the adapter of that name, if it is there and real; BlueZ lists a test object without an address. */
    Optional<String> adapter(String name) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().endsWith("/" + name)
                        && object.getValue().getOrDefault(ADAPTER, Map.of()).containsKey("Address"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean powered(String adapter) {
        return isTrue(adapter, ADAPTER, "Powered");
    }

    Optional<String> device(String adapter, String address) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(adapter + "/"))
                .filter(object -> address.equals(
                        object.getValue().getOrDefault(DEVICE, Map.of()).get("Address")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether it was heard in the scan that is or was under way: BlueZ keeps devices that are long out of range. */
    boolean heard(String device) {
        return property(device, DEVICE, "RSSI").isPresent();
    }

    boolean connected(String device) {
        return isTrue(device, DEVICE, "Connected");
    }

    boolean servicesResolved(String device) {
        return isTrue(device, DEVICE, "ServicesResolved");
    }

    /** The paths of a device's characteristics by UUID; of two with the same the first. */
    Map<UUID, String> characteristics(String device) {
        Map<UUID, String> paths = new HashMap<>();
        objects.forEach((path, interfaces) -> {
            if (path.startsWith(device + "/")
                    && interfaces.getOrDefault(CHARACTERISTIC, Map.of()).get("UUID") instanceof String uuid) {
                paths.putIfAbsent(UUID.fromString(uuid), path);
            }
        });
        return paths;
    }

    Optional<Integer> batteryPct(String device) {
        return property(device, BATTERY, "Percentage")
                .filter(Number.class::isInstance)
                .map(percentage -> ((Number) percentage).intValue() & 0xff);
    }

    private boolean isTrue(String path, String interfaceName, String name) {
        return property(path, interfaceName, name).filter(Boolean.TRUE::equals).isPresent();
    }

    private Optional<Object> property(String path, String interfaceName, String name) {
        return Optional.ofNullable(objects.getOrDefault(path, Map.of())
                .getOrDefault(interfaceName, Map.of())
                .get(name));
    }
}

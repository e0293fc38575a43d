package dev.lightfoot.ble;

import dev.lightfoot.pod.Advertisement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String SERVICE = "org.bluez.GattService1";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
    private static final String BATTERY = "org.bluez.Battery1";

    private final Map<String, Map<String, Map<String, Object>>> objects = new TreeMap<>();
    private long advertisements;

    void clear() {
        objects.clear();
    }

    /** Grows with each advertisement that was heard. */
    long advertisements() {
        return advertisements;
    }

    void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {
        advertisements += interfaces.containsKey(DEVICE) ? 1 : 0;
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
        advertisements += changed.containsKey("RSSI") ? 1 : 0;
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

    /** The device of a pod: of its address, and of its type of address where that is known. */
    Optional<String> device(String adapter, KnownPod pod) {
        return devices(adapter).stream()
                .filter(device -> device.address().equals(pod.address()))
                .filter(device -> pod.addressType().isEmpty()
                        || device.addressType().isEmpty()
                        || device.addressType().equals(pod.addressType()))
                .map(HeardDevice::path)
                .findFirst();
    }

    /** Every device of an adapter whose address can be read. */
    List<HeardDevice> devices(String adapter) {
        List<HeardDevice> devices = new ArrayList<>();
        objects.forEach((path, interfaces) -> {
            Map<String, Object> device = interfaces.get(DEVICE);
            if (device != null
                    && path.startsWith(adapter + "/")
                    && device.get("Address") instanceof String address
                    && KnownPod.isAddress(address)) {
                devices.add(new HeardDevice(
                        path,
                        address,
                        String.valueOf(device.getOrDefault("AddressType", "")),
                        advertisement(device),
                        device.get("RSSI") instanceof Number rssi ? rssi.intValue() : null,
                        Boolean.TRUE.equals(device.get("Connected"))));
            }
        });
        return devices;
    }

    private static Advertisement advertisement(Map<String, Object> device) {
        Set<UUID> services = new HashSet<>();
        for (Object uuid : device.get("UUIDs") instanceof List<?> list
                ? list
                : device.get("UUIDs") instanceof Object[] array ? List.of(array) : List.of()) {
            uuid(uuid).ifPresent(services::add);
        }
        Set<Integer> makers = new HashSet<>();
        if (device.get("ManufacturerData") instanceof Map<?, ?> data) {
            data.keySet().stream()
                    .filter(Number.class::isInstance)
                    .forEach(maker -> makers.add(((Number) maker).intValue() & 0xffff));
        }
        return new Advertisement(String.valueOf(device.getOrDefault("Name", "")), services, makers);
    }

    private static Optional<UUID> uuid(Object text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a device is bonded with, or at least paired. */
    boolean paired(String device) {
        return isTrue(device, DEVICE, "Paired");
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
                uuid(uuid).ifPresent(known -> paths.putIfAbsent(known, path));
            }
        });
        return paths;
    }

    /** The path of a characteristic of that service: the same characteristic may be in others too. */
    Optional<String> characteristic(String device, UUID service, UUID characteristic) {
        return objects.keySet().stream()
                .filter(path -> path.startsWith(device + "/") && hasUuid(path, CHARACTERISTIC, characteristic))
                .filter(path -> hasUuid(path.substring(0, path.lastIndexOf('/')), SERVICE, service))
                .findFirst();
    }

    private boolean hasUuid(String path, String interfaceName, UUID uuid) {
        return property(path, interfaceName, "UUID")
                .flatMap(BluezObjects::uuid)
                .filter(uuid::equals)
                .isPresent();
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

package dev.lightfoot.sim.bluez;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What one client wants to discover.
 *
 * @param uuids service UUIDs in lower case, any of which is enough; empty for all
 * @param leastRssiDbm weakest signal wanted
 * @param lowEnergy whether LE devices are wanted
 * @param pattern how the address or the name begins; empty for all
 */
record DiscoveryFilter(Set<String> uuids, int leastRssiDbm, boolean lowEnergy, String pattern) {
    static final List<String> KEYS =
            List.of("UUIDs", "RSSI", "Pathloss", "Transport", "DuplicateData", "Discoverable", "Pattern");

    /** Reads a{sv}; an unknown key or a wrong type is refused as bluetoothd refuses it. */
    static DiscoveryFilter of(Map<?, ?> options) throws BluezException {
        Set<String> uuids = new HashSet<>();
        int leastRssiDbm = -127;
        boolean lowEnergy = true;
        String pattern = "";
        for (Map.Entry<?, ?> option : options.entrySet()) {
            Object value = AdapterInterface.plain(option.getValue());
            switch (option.getKey().toString()) {
                case "UUIDs" -> strings(value).forEach(uuid -> uuids.add(uuid.toLowerCase(Locale.ROOT)));
                case "RSSI" -> leastRssiDbm = number(value);
                case "Pathloss" -> number(value);
                case "Transport" ->
                    lowEnergy = switch (value.toString()) {
                        case "le", "auto" -> true;
                        case "bredr" -> false;
                        default -> throw BluezException.invalidArguments();
                    };
                case "DuplicateData", "Discoverable" -> flag(value);
                case "Pattern" -> pattern = value.toString();
                default -> throw BluezException.invalidArguments();
            }
        }
        return new DiscoveryFilter(uuids, leastRssiDbm, lowEnergy, pattern);
    }

    boolean lets(VirtualPod pod, short rssiDbm) {
        return lowEnergy
                && rssiDbm >= leastRssiDbm
                && (uuids.isEmpty()
                        || pod.firmware().profile().advertised().stream()
                                .anyMatch(uuid -> uuids.contains(uuid.toString())))
                && (pod.address().startsWith(pattern) || pod.name().startsWith(pattern));
    }

    private static List<String> strings(Object value) throws BluezException {
        return switch (value) {
            case String[] array -> List.of(array);
            case List<?> list -> list.stream().map(Object::toString).toList();
            default -> throw BluezException.invalidArguments();
        };
    }

    private static int number(Object value) throws BluezException {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw BluezException.invalidArguments();
    }

    private static void flag(Object value) throws BluezException {
        if (!(value instanceof Boolean)) {
            throw BluezException.invalidArguments();
        }
    }
}

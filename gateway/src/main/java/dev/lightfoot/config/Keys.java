package dev.lightfoot.config;

import java.util.List;
import java.util.stream.Stream;

/** Every key there is, in the order of the file. Parsing, the example file and {@code config show} follow this table. */
final class Keys {
    /** Every key, section by section. */
    static final List<Key<?>> ALL = Stream.of(
                    GatewayKeys.ALL,
                    BluetoothKeys.ALL,
                    PodKeys.ALL,
                    FormKeys.ALL,
                    CoachKeys.ALL,
                    HapticKeys.ALL,
                    MqttKeys.ALL,
                    HistoryKeys.ALL,
                    WebKeys.ALL)
            .<Key<?>>flatMap(List::stream)
            .toList();

    private Keys() {}

    static List<String> sections() {
        return ALL.stream().map(Key::section).distinct().toList();
    }

    static List<Key<?>> of(String section) {
        return ALL.stream().filter(key -> key.section().equals(section)).toList();
    }
}

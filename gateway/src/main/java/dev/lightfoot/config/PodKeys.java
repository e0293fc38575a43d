package dev.lightfoot.config;

import java.util.List;

/** The keys of one [[pod]]. */
final class PodKeys {
    static final String SECTION = "pod";

    static final Key<String> POD_ADDRESS = new Key<>(
            SECTION,
            "address",
            "",
            Rule.Text.of("(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}", "six pairs of hex digits like \"C0:FF:EE:00:00:01\""),
            "Bluetooth address of the pod; each pod has its own.");

    static final Key<String> POD_FOOT = new Key<>(
            SECTION,
            "foot",
            "",
            Rule.Text.oneOf("left", "right"),
            "Foot that wears it; left out, the pod says it itself.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(POD_ADDRESS, POD_FOOT);

    private PodKeys() {}
}

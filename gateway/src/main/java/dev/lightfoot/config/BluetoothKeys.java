package dev.lightfoot.config;

import java.util.List;

/** The keys of the way to the pods. */
final class BluetoothKeys {
    static final String SECTION = "bluetooth";

    static final Key<String> BUS = new Key<>(
            SECTION,
            "bus",
            "system",
            Rule.Text.of(
                    "system|[a-z][a-z0-9-]*:[^\\s;]+", "\"system\" or a D-Bus address like \"unix:path=/run/bus\""),
            "D-Bus on which BlueZ is found.");

    static final Key<String> ADAPTER = new Key<>(
            SECTION,
            "adapter",
            "hci0",
            Rule.Text.of("[A-Za-z0-9_]{1,16}", "an adapter like \"hci0\""),
            "Bluetooth adapter that hears the pods.");

    static final Key<Boolean> ACQUIRE_NOTIFY = new Key<>(
            SECTION,
            "acquire-notify",
            true,
            new Rule.Flag(),
            "Whether a pod is first asked for a socket (AcquireNotify) and then for signals (StartNotify); false: signals only.");

    static final Key<Boolean> BOND = new Key<>(
            SECTION,
            "bond",
            true,
            new Rule.Flag(),
            "Whether a pod is paired with where it can be, which encrypts its link; one that cannot is heard without.");

    static final Key<String> PODS_FILE = new Key<>(
            SECTION,
            "pods-file",
            "",
            Rule.Text.path(0),
            "The pods that were adopted (lightfoot pods); empty: pods.toml beside the history.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(BUS, ADAPTER, ACQUIRE_NOTIFY, BOND, PODS_FILE);

    private BluetoothKeys() {}
}

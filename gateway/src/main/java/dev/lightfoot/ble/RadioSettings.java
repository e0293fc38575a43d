package dev.lightfoot.ble;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to listen to and how patiently.
 *
 * @param busAddress "system" or a D-Bus address such as unix:path=/run/dbus/system_bus_socket
 * @param adapter its name, such as hci0
 * @param pods that the configuration names, which counts as adopted
 * @param podFile where pods that are adopted later are kept; null for nowhere
 * @param acquireNotify whether AcquireNotify is tried before StartNotify; some pods do not bear it
 * @param bond whether pods are paired with, where they can
 */
public record RadioSettings(
        String busAddress,
        String adapter,
        List<KnownPod> pods,
        @Nullable Path podFile,
        boolean acquireNotify,
        boolean bond,
        Patience patience) {
    public RadioSettings {
        pods = List.copyOf(pods);
        if (pods.stream().map(KnownPod::address).distinct().count() < pods.size()) {
            throw new IllegalArgumentException("a pod address is given twice in " + pods);
        }
    }

    /** The usual patience, no file of pods, no pairing. */
    public static RadioSettings of(String busAddress, String adapter, List<KnownPod> pods) {
        return new RadioSettings(busAddress, adapter, pods, null, true, false, Patience.usual());
    }

    /** The same with notifications by StartNotify only. */
    public RadioSettings withoutAcquireNotify() {
        return new RadioSettings(busAddress, adapter, pods, podFile, false, bond, patience);
    }

    public RadioSettings with(Patience other) {
        return new RadioSettings(busAddress, adapter, pods, podFile, acquireNotify, bond, other);
    }

    public RadioSettings withPodFile(Path file) {
        return new RadioSettings(busAddress, adapter, pods, file, acquireNotify, bond, patience);
    }

    public RadioSettings bonding(boolean wanted) {
        return new RadioSettings(busAddress, adapter, pods, podFile, acquireNotify, wanted, patience);
    }
}

package dev.lightfoot.ble;

import java.time.Duration;
import java.util.List;

/**
 * What to listen to and how patiently.
 *
 * @param busAddress "system" or a D-Bus address such as unix:path=/run/dbus/system_bus_socket
 * @param adapter its name, such as hci0
 * @param pods to be heard
 * @param acquireNotify whether AcquireNotify is tried before StartNotify; some pods do not bear it
 * @param connectLimit for Device1.Connect; BlueZ itself gives up after about 25 s
 * @param resolveLimit for ServicesResolved
 * @param startLimit for reading Info and starting notifications
 * @param silenceLimit without a notification while connected, after which the link is made anew
 * @param firstBackoff after a first failure; doubles with each, with a jitter of a quarter
 * @param mostBackoff its cap
 */
public record RadioSettings(
        String busAddress,
        String adapter,
        List<KnownPod> pods,
        boolean acquireNotify,
        Duration connectLimit,
        Duration resolveLimit,
        Duration startLimit,
        Duration silenceLimit,
        Duration firstBackoff,
        Duration mostBackoff) {
    public RadioSettings {
        pods = List.copyOf(pods);
        if (pods.stream().map(KnownPod::address).distinct().count() < pods.size()) {
            throw new IllegalArgumentException("a pod address is given twice in " + pods);
        }
    }

    public static RadioSettings of(String busAddress, String adapter, List<KnownPod> pods) {
        return new RadioSettings(
                busAddress,
                adapter,
                pods,
                true,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                Duration.ofMillis(250),
                Duration.ofSeconds(8));
    }

    /** The same with notifications by StartNotify only. */
    public RadioSettings withoutAcquireNotify() {
        return new RadioSettings(
                busAddress,
                adapter,
                pods,
                false,
                connectLimit,
                resolveLimit,
                startLimit,
                silenceLimit,
                firstBackoff,
                mostBackoff);
    }
}

package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.DeviceInformation;
import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodProfile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.freedesktop.dbus.DBusPath;

/**
 * The GATT services of one pod as an application gives them to bluetoothd's GattManager1, below the tree's root. Lives on
 * the loop's thread.
 */
final class PodApplication {
    static final String ROOT = "/";
    static final String SAMPLES_PATH = "/lightfoot/samples";
    private static final UUID BATTERY = GattDatabase.standard(0x180F);
    private static final UUID BATTERY_LEVEL = GattDatabase.standard(0x2A19);
    private static final UUID DEVICE_INFORMATION = GattDatabase.standard(0x180A);

    private final ObjectTree objects;
    private final ServedSamples samples;
    private int made;

    private PodApplication(ObjectTree objects, ServedSamples samples) {
        this.objects = objects;
        this.samples = samples;
    }

    /** Puts the services of a pod into a tree. */
    static void serve(ObjectTree objects, Pod firmware, ServedSamples samples) {
        new PodApplication(objects, samples).serve(firmware);
    }

    private void serve(Pod firmware) {
        String lightfoot = service(PodProfile.SERVICE);
        add(lightfoot, PodProfile.INFO, "read", ServedCharacteristic.readable(firmware::info, samples::mtuIs));
        add(SAMPLES_PATH, lightfoot, PodProfile.SAMPLES, "notify", samples);
        add(lightfoot, PodProfile.CONTROL, "write", ServedCharacteristic.writable(firmware::control));
        value(service(BATTERY), BATTERY_LEVEL, (byte) firmware.batteryPercent());
        DeviceInformation about = firmware.deviceInformation();
        String information = service(DEVICE_INFORMATION);
        text(information, 0x2A24, about.model());
        text(information, 0x2A25, about.serial());
        text(information, 0x2A26, about.firmware());
        text(information, 0x2A27, about.hardware());
        text(information, 0x2A29, about.maker());
    }

    private String service(UUID uuid) {
        String path = "/lightfoot/service" + made++;
        objects.add(
                path,
                new BusInterface("org.bluez.GattService1")
                        .with("UUID", uuid.toString(), "s")
                        .with("Primary", true, "b"));
        return path;
    }

    private void text(String service, int assigned, String text) {
        value(service, GattDatabase.standard(assigned), text.getBytes(StandardCharsets.UTF_8));
    }

    private void value(String service, UUID uuid, byte... bytes) {
        add(service, uuid, "read", ServedCharacteristic.readable(bytes::clone, samples::mtuIs));
    }

    private void add(String service, UUID uuid, String flag, BusInterface characteristic) {
        add("/lightfoot/characteristic" + made++, service, uuid, flag, characteristic);
    }

    private void add(String path, String service, UUID uuid, String flag, BusInterface characteristic) {
        objects.add(
                path,
                characteristic
                        .with("UUID", uuid.toString(), "s")
                        .with("Service", new DBusPath(service), "o")
                        .with("Flags", new String[] {flag}, "as"));
    }
}

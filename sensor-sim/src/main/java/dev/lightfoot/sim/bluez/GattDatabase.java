package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.DeviceInformation;
import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodProfile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.DBusPath;

/**
 * The GATT objects of one pod. As bluetoothd has it, they stay when the link ends and go with the device; the Battery
 * service is not among them, it shows as Battery1. Lives on the loop's thread.
 */
final class GattDatabase {
    private static final UUID DEVICE_INFORMATION = standard(0x180A);
    private static final UUID BATTERY = standard(0x180F);
    private static final int INFORMATION_HANDLE = 0x0010;
    private static final int LIGHTFOOT_HANDLE = 0x0020;

    private final Surroundings with;
    private final VirtualPod pod;
    private final String devicePath;
    private final SamplesInterface samples;
    private final String samplesPath;
    private final BooleanSupplier connected;

    GattDatabase(Surroundings with, VirtualPod pod, String devicePath, BooleanSupplier connected) {
        this.with = with;
        this.pod = pod;
        this.devicePath = devicePath;
        this.connected = connected;
        this.samplesPath = characteristicPath(LIGHTFOOT_HANDLE, LIGHTFOOT_HANDLE + 3);
        this.samples = new SamplesInterface(with, pod, samplesPath, servicePath(LIGHTFOOT_HANDLE), connected);
    }

    static UUID standard(int assigned) {
        return UUID.fromString("%08x-0000-1000-8000-00805f9b34fb".formatted(assigned));
    }

    String[] serviceUuids() {
        return new String[] {DEVICE_INFORMATION.toString(), BATTERY.toString(), PodProfile.SERVICE.toString()};
    }

    SamplesInterface samples() {
        return samples;
    }

    /** How many notifications went out and how many did not. */
    String account() {
        return samples.account();
    }

    boolean resolved() {
        return with.tree().has(samplesPath);
    }

    /** Adds what is not there yet. */
    void resolve() {
        if (with.tree().has(samplesPath)) {
            return;
        }
        Pod firmware = pod.firmware();
        addService(INFORMATION_HANDLE, DEVICE_INFORMATION);
        int handle = INFORMATION_HANDLE + 1;
        for (Map.Entry<UUID, String> each :
                strings(firmware.deviceInformation()).entrySet()) {
            byte[] value = each.getValue().getBytes(StandardCharsets.UTF_8);
            add(INFORMATION_HANDLE, handle, CharacteristicInterface.readable(each.getKey(), () -> value));
            handle += 2;
        }
        addService(LIGHTFOOT_HANDLE, PodProfile.SERVICE);
        add(LIGHTFOOT_HANDLE, LIGHTFOOT_HANDLE + 1, CharacteristicInterface.readable(PodProfile.INFO, firmware::info));
        with.tree().add(samplesPath, samples);
        add(
                LIGHTFOOT_HANDLE,
                LIGHTFOOT_HANDLE + 6,
                CharacteristicInterface.writable(PodProfile.CONTROL, firmware::control));
    }

    void linkEnds() {
        samples.linkEnds();
    }

    private void addService(int handle, UUID uuid) {
        with.tree()
                .add(
                        servicePath(handle),
                        new BusInterface("org.bluez.GattService1")
                                .with("UUID", uuid.toString(), "s")
                                .with("Device", new DBusPath(devicePath), "o")
                                .with("Primary", true, "b")
                                .with("Includes", new DBusPath[0], "ao"));
    }

    private void add(int service, int handle, CharacteristicInterface.Value value) {
        with.tree()
                .add(
                        characteristicPath(service, handle),
                        new CharacteristicInterface(value, servicePath(service), with.mtu(), connected));
    }

    private String servicePath(int handle) {
        return "%s/service%04x".formatted(devicePath, handle);
    }

    private String characteristicPath(int service, int handle) {
        return "%s/char%04x".formatted(servicePath(service), handle);
    }

    private static Map<UUID, String> strings(DeviceInformation information) {
        Map<UUID, String> strings = new LinkedHashMap<>();
        strings.put(standard(0x2A24), information.model());
        strings.put(standard(0x2A25), information.serial());
        strings.put(standard(0x2A26), information.firmware());
        strings.put(standard(0x2A27), information.hardware());
        strings.put(standard(0x2A29), information.maker());
        return strings;
    }
}

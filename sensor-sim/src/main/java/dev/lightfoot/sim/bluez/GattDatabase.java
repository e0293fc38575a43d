package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.AttError;
import dev.lightfoot.sim.pod.Firmware;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;

/**
 * The GATT objects of one pod, and the pump that hands on what it notifies when it is due by the body's time. As bluetoothd
 * has it, the objects stay when the link ends and go with the device; the Battery service is not among them, it shows as
 * Battery1. Lives on the loop's thread.
 */
final class GattDatabase {
    private static final UUID BATTERY = standard(0x180F);
    private static final int FIRST_HANDLE = 0x0010;
    private static final int HANDLES_A_SERVICE = 0x0010;
    /** So that a scenario played faster than this machine can leaves room for calls. */
    private static final int MOST_AT_ONCE = 64;

    private final Surroundings with;
    private final VirtualPod pod;
    private final String devicePath;
    private final BooleanSupplier connected;
    private final Map<String, CharacteristicInterface> characteristics = new LinkedHashMap<>();
    private final Map<UUID, SamplesInterface> notifying = new LinkedHashMap<>();
    private Loop.Timer next = Loop.NO_TIMER;

    GattDatabase(Surroundings with, VirtualPod pod, String devicePath, BooleanSupplier connected) {
        this.with = with;
        this.pod = pod;
        this.devicePath = devicePath;
        this.connected = connected;
        int service = FIRST_HANDLE;
        for (Firmware.Service each : pod.firmware().profile().services()) {
            int handle = service + 1;
            for (Firmware.Characteristic characteristic : each.characteristics()) {
                make(characteristic, service, handle);
                // declaration and value, and where it notifies its switch
                handle += notifies(characteristic.flag()) ? 3 : 2;
            }
            service += HANDLES_A_SERVICE;
        }
    }

    private void make(Firmware.Characteristic characteristic, int service, int handle) {
        String path = characteristicPath(service, handle);
        String flag = characteristic.flag();
        if (notifies(flag)) {
            var made =
                    new SamplesInterface(with, pod, characteristic, path, servicePath(service), connected, this::arm);
            notifying.put(characteristic.uuid(), made);
            characteristics.put(path, made);
            return;
        }
        var value = new CharacteristicInterface.Value(
                characteristic.uuid(),
                flag,
                characteristic.value(),
                flag.contains("write") ? bytes -> write(characteristic.uuid(), bytes) : null);
        characteristics.put(path, new CharacteristicInterface(value, servicePath(service), with.mtu(), connected));
    }

    private static boolean notifies(String flag) {
        return flag.contains("notify") || flag.contains("indicate");
    }

    private int write(UUID characteristic, byte[] bytes) {
        int answer = pod.firmware()
                .write(characteristic, bytes, with.playback().bodyNs(with.loop().nowNs()));
        if (answer == AttError.NONE) {
            arm();
        }
        return answer;
    }

    static UUID standard(int assigned) {
        return UUID.fromString("%08x-0000-1000-8000-00805f9b34fb".formatted(assigned));
    }

    String[] serviceUuids() {
        return Stream.concat(
                        pod.firmware().profile().services().stream().map(Firmware.Service::uuid), Stream.of(BATTERY))
                .map(UUID::toString)
                .toArray(String[]::new);
    }

    SamplesInterface samples() {
        return Objects.requireNonNull(notifying.get(pod.firmware().profile().samples()));
    }

    /** How many notifications went out and how many did not. */
    String account() {
        SamplesInterface samples = notifying.get(pod.firmware().profile().samples());
        return samples == null ? "nothing to notify" : samples.account();
    }

    boolean resolved() {
        return characteristics.keySet().stream().allMatch(with.tree()::has);
    }

    /** Adds what is not there yet. */
    void resolve() {
        int service = FIRST_HANDLE;
        for (Firmware.Service each : pod.firmware().profile().services()) {
            if (!with.tree().has(servicePath(service))) {
                addService(service, each.uuid());
            }
            service += HANDLES_A_SERVICE;
        }
        characteristics.forEach((path, characteristic) -> {
            if (!with.tree().has(path)) {
                with.tree().add(path, characteristic);
            }
        });
    }

    void linkEnds() {
        notifying.values().forEach(SamplesInterface::linkEnds);
    }

    /** A client has left the bus. */
    void left(String client) {
        notifying.values().forEach(each -> each.left(client));
    }

    private void arm() {
        next.cancel();
        long dueNs = pod.firmware().dueNs();
        if (dueNs != Long.MAX_VALUE) {
            next = with.loop().after(with.playback().untilNs(dueNs, with.loop().nowNs()), this::pump);
        }
    }

    private void pump() {
        long bodyNs = with.playback().bodyNs(with.loop().nowNs());
        for (int i = 0; i < MOST_AT_ONCE && pod.firmware().dueNs() <= bodyNs; i++) {
            Firmware.Packet packet = pod.firmware().next();
            SamplesInterface to = notifying.get(packet.characteristic());
            if (to != null) {
                to.hand(packet.bytes());
            }
        }
        arm();
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

    private String servicePath(int handle) {
        return "%s/service%04x".formatted(devicePath, handle);
    }

    private String characteristicPath(int service, int handle) {
        return "%s/char%04x".formatted(servicePath(service), handle);
    }
}

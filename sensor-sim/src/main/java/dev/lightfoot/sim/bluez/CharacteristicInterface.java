package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.AttError;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.freedesktop.dbus.DBusPath;
import org.jspecify.annotations.Nullable;

/** org.bluez.GattCharacteristic1 that can be read or written. Lives on the loop's thread. */
class CharacteristicInterface extends BusInterface {
    private final Value value;
    private final BooleanSupplier connected;

    /** What a characteristic is and what it answers; the answer to a write is an ATT error code, 0 for success. */
    record Value(
            UUID uuid,
            String flag,
            @Nullable Supplier<byte[]> read,
            @Nullable ToIntFunction<byte[]> write) {}

    CharacteristicInterface(Value value, String servicePath, int mtu, BooleanSupplier connected) {
        super("org.bluez.GattCharacteristic1");
        this.value = value;
        this.connected = connected;
        with("UUID", value.uuid().toString(), "s");
        with("Service", new DBusPath(servicePath), "o");
        with("Flags", value.flag().split(","), "as");
        with("MTU", mtu, "q");
    }

    static Value readable(UUID uuid, Supplier<byte[]> read) {
        return new Value(uuid, "read", read, null);
    }

    static Value writable(UUID uuid, ToIntFunction<byte[]> write) {
        return new Value(uuid, "write", null, write);
    }

    static Value notifying(UUID uuid) {
        return new Value(uuid, "notify", null, null);
    }

    final void requireLink() throws BluezException {
        if (!connected.getAsBoolean()) {
            throw BluezException.notConnected();
        }
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "ReadValue" -> read(call);
            case "WriteValue" -> write(call);
            case "StartNotify", "AcquireNotify", "AcquireWrite" -> throw BluezException.notSupported();
            case "StopNotify" -> throw BluezException.failed("No notify session started");
            default -> throw unknownMethod(call);
        }
    }

    private void read(Call call) throws BluezException {
        requireLink();
        if (value.read() == null) {
            throw BluezException.bluez("NotPermitted", "Read not permitted");
        }
        byte[] whole = value.read().get();
        Object offset = AdapterInterface.plain(
                java.util.Objects.requireNonNullElse(call.options(0).get("offset"), 0));
        int from = offset instanceof Number number ? number.intValue() : -1;
        if (from < 0 || from > whole.length) {
            throw BluezException.bluez("InvalidOffset", "Invalid offset");
        }
        call.answer("ay", (Object) Arrays.copyOfRange(whole, from, whole.length));
    }

    private void write(Call call) throws BluezException {
        requireLink();
        if (value.write() == null) {
            throw BluezException.bluez("NotPermitted", "Write not permitted");
        }
        boolean command = "command"
                .equals(AdapterInterface.plain(
                        java.util.Objects.requireNonNullElse(call.options(1).get("type"), "")));
        if (command && !value.flag().contains("write-without-response")) {
            throw BluezException.notSupported();
        }
        int attError = value.write().applyAsInt(call.bytes(0));
        switch (attError) {
            case AttError.NONE -> call.answer();
            case AttError.INVALID_LENGTH -> throw BluezException.bluez("InvalidValueLength", "Invalid Length");
            default -> throw BluezException.failed("Operation failed with ATT error: 0x%02x".formatted(attError));
        }
    }
}

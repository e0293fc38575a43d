package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.AttError;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.freedesktop.dbus.types.Variant;

/**
 * org.bluez.GattCharacteristic1 as an application serves it: bluetoothd calls it for each read or write of a central, and
 * has checked the flags before. Lives on the loop's thread.
 */
final class ServedCharacteristic extends BusInterface {
    static final String NAME = "org.bluez.GattCharacteristic1";

    private final Supplier<byte[]> value;
    private final ToIntFunction<byte[]> taker;
    private final IntConsumer mtu;

    private ServedCharacteristic(Supplier<byte[]> value, ToIntFunction<byte[]> taker, IntConsumer mtu) {
        super(NAME);
        this.value = value;
        this.taker = taker;
        this.mtu = mtu;
    }

    /**
     * One that can be read.
     *
     * @param mtu hears the MTU of the link that a read comes over
     */
    static ServedCharacteristic readable(Supplier<byte[]> value, IntConsumer mtu) {
        return new ServedCharacteristic(value, ignored -> AttError.VALUE_NOT_SUPPORTED, mtu);
    }

    /**
     * One that can be written.
     *
     * @param taker answers with an ATT error code, 0 for success
     */
    static ServedCharacteristic writable(ToIntFunction<byte[]> taker) {
        return new ServedCharacteristic(() -> new byte[0], taker, ignored -> {});
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "ReadValue" -> {
                Map<?, ?> options = call.options(0);
                mtu.accept(number(options, "mtu", 0));
                byte[] whole = value.get();
                int from = number(options, "offset", 0);
                if (from < 0 || from > whole.length) {
                    throw BluezException.bluez("InvalidOffset", "Invalid offset");
                }
                call.answer("ay", (Object) Arrays.copyOfRange(whole, from, whole.length));
            }
            case "WriteValue" -> write(call);
            default -> throw unknownMethod(call);
        }
    }

    /** bluetoothd hands an ATT error of an application on when it stands alone in the message of Failed. */
    private void write(Call call) throws BluezException {
        int attError = taker.applyAsInt(call.bytes(0));
        switch (attError) {
            case AttError.NONE -> call.answer();
            case AttError.INVALID_LENGTH -> throw BluezException.bluez("InvalidValueLength", "Invalid length");
            default -> throw BluezException.failed("0x%02x".formatted(attError));
        }
    }

    static int number(Map<?, ?> options, String name, int otherwise) {
        return options.get(name) instanceof Variant<?> variant && variant.getValue() instanceof Number number
                ? number.intValue()
                : otherwise;
    }
}

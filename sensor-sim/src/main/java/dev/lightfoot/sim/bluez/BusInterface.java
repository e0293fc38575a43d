package dev.lightfoot.sim.bluez;

import java.util.LinkedHashMap;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** One D-Bus interface of one object: its properties, and its methods in subclasses. Lives on the loop's thread. */
class BusInterface {
    private final String name;
    private final Map<String, Variant<?>> properties = new LinkedHashMap<>();

    BusInterface(String name) {
        this.name = name;
    }

    final String name() {
        return name;
    }

    final Map<String, Variant<?>> properties() {
        return properties;
    }

    /** Sets a property without a signal: before the object is added to the tree. */
    final BusInterface with(String property, Object value, String signature) {
        properties.put(property, new Variant<>(value, signature));
        return this;
    }

    final boolean is(String property) {
        Variant<?> variant = properties.get(property);
        return variant != null && Boolean.TRUE.equals(variant.getValue());
    }

    /** Answers or refuses a call, now or later. */
    void call(Call call) throws BluezException {
        throw unknownMethod(call);
    }

    /** Takes a new value from a client; by default no property can be written. */
    void set(String property, Object value) throws BluezException {
        throw BluezException.dbus("PropertyReadOnly", "Property '" + property + "' is not writable");
    }

    static BluezException unknownMethod(Call call) {
        return BluezException.dbus("UnknownMethod", nothingLike(call));
    }

    static String nothingLike(Call call) {
        return "Method \"%s\" with signature \"%s\" on interface \"%s\" doesn't exist"
                .formatted(call.member(), call.signature(), call.interfaceName());
    }
}

package dev.lightfoot.sim.bluez;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.MethodCall;

/** One method call of a client, to be answered or refused once, at once or later. */
final class Call {
    private final BusConnection bus;
    private final MethodCall message;
    private final List<Object> arguments;

    Call(BusConnection bus, MethodCall message) throws DBusException {
        this.bus = bus;
        this.message = message;
        Object[] parameters = message.getParameters();
        this.arguments = parameters == null ? List.of() : List.of(parameters);
    }

    String member() {
        return message.getName();
    }

    String path() {
        return message.getPath();
    }

    /** The unique name of the client on the bus. */
    String sender() {
        return message.getSource();
    }

    /** The interface that is meant; empty if the client left it out. */
    String interfaceName() {
        return message.getInterface() == null ? "" : message.getInterface();
    }

    String signature() {
        return message.getSig() == null ? "" : message.getSig();
    }

    String text(int index) throws BluezException {
        return argument(index).toString();
    }

    Object argument(int index) throws BluezException {
        if (index >= arguments.size()) {
            throw BluezException.invalidArguments();
        }
        return arguments.get(index);
    }

    Map<?, ?> options(int index) throws BluezException {
        if (argument(index) instanceof Map<?, ?> map) {
            return map;
        }
        throw BluezException.invalidArguments();
    }

    byte[] bytes(int index) throws BluezException {
        return switch (argument(index)) {
            case byte[] bytes -> bytes;
            case List<?> list -> {
                byte[] bytes = new byte[list.size()];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = ((Number) list.get(i)).byteValue();
                }
                yield bytes;
            }
            default -> throw BluezException.invalidArguments();
        };
    }

    void answer() {
        answer("");
    }

    void answer(String signature, Object... values) {
        try {
            bus.answer(message, signature, values);
        } catch (DBusException e) {
            throw new IllegalArgumentException("answer to " + member() + " with signature " + signature, e);
        }
    }

    void refuse(BluezException reason) {
        try {
            bus.refuse(message, reason);
        } catch (DBusException e) {
            throw new IllegalArgumentException("refusal of " + member(), e);
        }
    }
}

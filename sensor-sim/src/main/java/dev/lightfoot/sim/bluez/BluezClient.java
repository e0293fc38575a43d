package dev.lightfoot.sim.bluez;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;

/**
 * A client of a real bluetoothd, which also serves objects of its own to it: calls with their answers, its signals, its
 * coming and going. Lives on the loop's thread.
 */
final class BluezClient implements AutoCloseable {
    private static final String BLUEZ = "org.bluez";
    private static final String BUS = "org.freedesktop.DBus";

    private final BusConnection bus;
    private final ObjectTree objects;
    private final Listener listener;
    private final Map<Long, Reaction> waiting = new HashMap<>();
    private volatile boolean closed;

    /** Hears bluetoothd. */
    interface Listener {
        void changed(String path, String interfaceName, Map<?, ?> properties);

        /** It came to the bus or left it. */
        void present(boolean here);

        /** The bus itself has ended. */
        void busEnded();
    }

    private record Reaction(Consumer<List<Object>> answered, Consumer<BluezException> refused) {}

    private BluezClient(BusConnection bus, Listener listener) {
        this.bus = bus;
        this.objects = new ObjectTree(bus);
        this.listener = listener;
    }

    /** Connects, and hears the objects at and below a path from now on. */
    static BluezClient connect(String address, String below, Loop loop, Listener listener) throws BusDaemonException {
        BusConnection bus = BusConnection.connect(address);
        try {
            bus.match("type='signal',sender='" + BUS + "',member='NameOwnerChanged',arg0='" + BLUEZ + "'");
            bus.match("type='signal',sender='" + BLUEZ + "',member='PropertiesChanged',path_namespace='" + below + "'");
        } catch (BusDaemonException e) {
            bus.close();
            throw e;
        }
        var client = new BluezClient(bus, listener);
        bus.listen(message -> loop.execute(() -> client.take(message)), () -> loop.execute(client::ended));
        return client;
    }

    /** The objects that are served to bluetoothd. */
    ObjectTree objects() {
        return objects;
    }

    /** Calls a method of bluetoothd; exactly one of the two hears what came of it. */
    void call(
            BusConnection.Method method,
            List<?> arguments,
            Consumer<List<Object>> answered,
            Consumer<BluezException> refused) {
        waiting.put(bus.call(BLUEZ, method, arguments), new Reaction(answered, refused));
    }

    @Override
    public void close() {
        closed = true;
        bus.close();
    }

    private void ended() {
        if (!closed) {
            listener.busEnded();
        }
    }

    private void take(Message message) {
        try {
            switch (message) {
                case MethodCall call -> objects.dispatch(new Call(bus, call));
                case MethodReturn answer -> answered(answer);
                case Error error -> refused(error);
                case DBusSignal signal -> heard(signal);
                default -> throw new DBusException("a message of an unknown kind");
            }
        } catch (DBusException e) {
            System.getLogger(BluezClient.class.getName())
                    .log(System.Logger.Level.WARNING, "a message that cannot be read: {0}", e.getMessage());
        }
    }

    private void answered(MethodReturn answer) throws DBusException {
        Reaction reaction = waiting.remove(answer.getReplySerial());
        if (reaction != null) {
            reaction.answered().accept(parameters(answer));
        }
    }

    private void refused(Error error) throws DBusException {
        Reaction reaction = waiting.remove(error.getReplySerial());
        if (reaction != null) {
            List<Object> words = parameters(error);
            reaction.refused()
                    .accept(BluezException.of(
                            error.getName(),
                            words.isEmpty() ? "" : words.getFirst().toString()));
        }
    }

    private void heard(DBusSignal signal) throws DBusException {
        List<Object> values = parameters(signal);
        if (signal.getName().equals("NameOwnerChanged")) {
            listener.present(!values.get(2).toString().isEmpty());
        } else if (signal.getName().equals("PropertiesChanged") && values.get(1) instanceof Map<?, ?> properties) {
            listener.changed(signal.getPath(), values.get(0).toString(), properties);
        }
    }

    private static List<Object> parameters(Message message) throws DBusException {
        Object[] parameters = message.getParameters();
        return parameters == null ? List.of() : List.of(parameters);
    }
}

package dev.lightfoot.sim.bluez;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.jspecify.annotations.Nullable;

/**
 * One raw connection to a bus: messages in, messages out. Below dbus-java's object export, since bluetoothd's error names
 * are no class names, and since an fd may be closed only after its message has been written. Writing is thread-safe.
 */
final class BusConnection implements AutoCloseable {
    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final int TIME_LIMIT_MS = 5000;

    private final AbstractTransport transport;
    private final MessageFactory messages;
    private final String uniqueName;
    /** Calls of clients that were told of the name before this side was. */
    private final Deque<Message> earlyCalls = new ArrayDeque<>();

    private volatile boolean open = true;

    private BusConnection(AbstractTransport transport) throws IOException, DBusException {
        this.transport = transport;
        this.messages = transport.getMessageFactory();
        this.uniqueName = (String) callBus("Hello", null)[0];
    }

    static BusConnection connect(String address) throws BusDaemonException {
        try {
            return new BusConnection(TransportBuilder.create(address)
                    .configure()
                    .withTimeout(TIME_LIMIT_MS)
                    .back()
                    .build());
        } catch (IOException | DBusException e) {
            throw new BusDaemonException("no connection to the bus at " + address + ": " + e.getMessage(), e);
        }
    }

    /** Takes a well-known name, which nobody else may hold, and asks to hear of names that lose their owner. */
    void own(String name) throws BusDaemonException {
        try {
            Object answer = callBus("RequestName", "su", name, 4L)[0];
            if (!"1".equals(String.valueOf(answer))) {
                throw new BusDaemonException("the name " + name + " is taken on this bus (answer " + answer + ")");
            }
            callBus(
                    "AddMatch",
                    "s",
                    "type='signal',sender='" + BUS + "',interface='" + BUS + "',member='NameOwnerChanged',arg2=''");
        } catch (IOException | DBusException e) {
            throw new BusDaemonException("the name " + name + " could not be had: " + e.getMessage(), e);
        }
    }

    /** Asks the bus to pass on the signals that fit a rule; only before {@link #listen}. */
    void match(String rule) throws BusDaemonException {
        try {
            callBus("AddMatch", "s", rule);
        } catch (IOException | DBusException e) {
            throw new BusDaemonException("the bus does not pass signals on: " + e.getMessage(), e);
        }
    }

    /**
     * A method of an object on the bus.
     *
     * @param signature of its arguments; empty for none
     */
    record Method(String path, String interfaceName, String member, String signature) {}

    /** Calls a method and gives the serial number that the answer will refer to. */
    long call(String destination, Method method, List<?> arguments) {
        try {
            MethodCall call = messages.createMethodCall(
                    null,
                    destination,
                    method.path(),
                    method.interfaceName(),
                    method.member(),
                    (byte) 0,
                    method.signature().isEmpty() ? null : method.signature(),
                    arguments.toArray());
            write(call);
            return call.getSerial();
        } catch (DBusException e) {
            throw new IllegalArgumentException("call of " + method, e);
        }
    }

    /** Reads until the connection ends, on a thread of its own, then tells so once. */
    void listen(Consumer<Message> onMessage, Runnable onEnd) {
        Thread.ofPlatform().daemon().name("bluez-bus-reader").start(() -> {
            try {
                earlyCalls.forEach(onMessage);
                earlyCalls.clear();
                for (Message next = read(); next != null; next = read()) {
                    onMessage.accept(next);
                }
            } finally {
                onEnd.run();
            }
        });
    }

    String uniqueName() {
        return uniqueName;
    }

    void answer(MethodCall call, String signature, Object... values) throws DBusException {
        String sent = signature.isEmpty() ? null : signature;
        write(messages.createMethodReturn(call, sent, values));
    }

    void refuse(MethodCall call, BluezException reason) throws DBusException {
        write(messages.createError(
                null, call.getSource(), reason.name(), call.getSerial(), "s", String.valueOf(reason.getMessage())));
    }

    void signal(String path, String interfaceName, String member, String signature, Object... values) {
        try {
            write(messages.createSignal(null, path, interfaceName, member, signature, values));
        } catch (DBusException e) {
            throw new IllegalArgumentException("signal " + member + " of " + path, e);
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            transport.close();
        } catch (IOException e) {
            System.getLogger(BusConnection.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }

    /** A write to a connection that has ended is passed over: the reader tells of the end. */
    private void write(Message message) {
        synchronized (transport) {
            try {
                if (open) {
                    transport.writeMessage(message);
                }
            } catch (IOException e) {
                open = false;
            }
        }
    }

    private @Nullable Message read() {
        while (open) {
            try {
                Message message = transport.readMessage();
                if (message != null) {
                    return message;
                }
            } catch (IOException e) {
                return null;
            } catch (DBusException e) {
                System.getLogger(BusConnection.class.getName())
                        .log(System.Logger.Level.WARNING, "a message that cannot be read: {0}", e.getMessage());
            }
        }
        return null;
    }

    /** Calls the bus itself and waits for the answer; only before {@link #listen}. */
    private Object[] callBus(String member, @Nullable String signature, Object... values)
            throws IOException, DBusException {
        MethodCall call = messages.createMethodCall(null, BUS, BUS_PATH, BUS, member, (byte) 0, signature, values);
        transport.writeMessage(call);
        while (true) {
            Message message = transport.readMessage();
            if (message instanceof MethodReturn && message.getReplySerial() == call.getSerial()) {
                return message.getParameters();
            }
            if (message instanceof org.freedesktop.dbus.messages.Error error
                    && message.getReplySerial() == call.getSerial()) {
                throw new DBusException(error.getException().getMessage());
            }
            if (message instanceof MethodCall early) {
                earlyCalls.add(early);
            } else if (!(message instanceof DBusSignal) && message != null) {
                throw new DBusException("unexpected message " + message);
            }
        }
    }
}

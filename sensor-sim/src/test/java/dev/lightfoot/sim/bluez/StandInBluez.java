package dev.lightfoot.sim.bluez;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;

/**
 * As much of bluetoothd as an application on a private bus meets: adapter hci1 with GattManager1 and LEAdvertisingManager1,
 * and the calls that a central's reads, writes and subscriptions become.
 */
final class StandInBluez implements AutoCloseable {
    static final String ADAPTER = "/org/bluez/hci1";
    private static final long TIME_LIMIT_S = 10;

    private final BusConnection bus;
    private final ObjectTree objects;
    private final BusInterface adapter = new BusInterface("org.bluez.Adapter1");
    private final Map<Long, CompletableFuture<List<Object>>> waiting = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<byte[]> values = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> agents = new LinkedBlockingQueue<>();
    private volatile String application = "";

    StandInBluez(String busAddress, boolean powered) throws BusDaemonException {
        bus = BusConnection.connect(busAddress);
        objects = new ObjectTree(bus);
        objects.add(ADAPTER, adapter.with("Address", "00:AA:01:01:00:01", "s").with("Powered", powered, "b"));
        objects.add(ADAPTER, new Registry(Peripheral.GATT_MANAGER));
        objects.add(ADAPTER, new Registry(Peripheral.ADVERTISING_MANAGER));
        objects.add("/org/bluez", new AgentManager());
        bus.own("org.bluez");
        bus.match("type='signal',member='PropertiesChanged',path='" + PodApplication.SAMPLES_PATH + "'");
        bus.listen(this::take, () -> {});
    }

    /** Takes registrations, each object once, and gives them up again. */
    private final class Registry extends BusInterface {
        private final Set<String> here = new HashSet<>();

        Registry(String name) {
            super(name);
        }

        @Override
        void call(Call call) throws BluezException {
            String path = ((DBusPath) call.argument(0)).getPath();
            if (call.member().startsWith("Unregister")) {
                if (!here.remove(path)) {
                    throw BluezException.bluez("DoesNotExist", "Does Not Exist");
                }
            } else if (!here.add(path)) {
                throw BluezException.bluez("AlreadyExists", "Already Exists");
            } else {
                application = call.sender();
                registered.add(call.member() + " " + path);
            }
            call.answer();
        }
    }

    /** Takes any agent, each as often as it comes. */
    private final class AgentManager extends BusInterface {
        AgentManager() {
            super(PairingAgent.MANAGER);
        }

        @Override
        void call(Call call) throws BluezException {
            agents.add(call.member() + " " + call.text(0));
            call.answer();
        }
    }

    void awaitAgent(String what) throws InterruptedException {
        String next = agents.poll(TIME_LIMIT_S, TimeUnit.SECONDS);
        if (!what.equals(next)) {
            throw new AssertionError("wanted " + what + ", not " + next);
        }
    }

    void awaitRegistration(String what) throws InterruptedException {
        String next = registered.poll(TIME_LIMIT_S, TimeUnit.SECONDS);
        if (!what.equals(next)) {
            throw new AssertionError("wanted " + what + ", not " + next);
        }
    }

    boolean nothingRegistered() {
        return registered.isEmpty();
    }

    void power(boolean on) {
        objects.change(ADAPTER, adapter, "Powered", on, "b");
    }

    byte[] nextValue() throws InterruptedException {
        byte[] value = values.poll(TIME_LIMIT_S, TimeUnit.SECONDS);
        if (value == null) {
            throw new AssertionError("no value in time");
        }
        return value;
    }

    /** Calls the application, as bluetoothd does for a central; a refusal is an AssertionError with its name and words. */
    List<Object> ask(String path, String interfaceName, String member, String signature, Object... arguments)
            throws Exception {
        var answer = new CompletableFuture<List<Object>>();
        synchronized (waiting) {
            long serial = bus.call(
                    application, new BusConnection.Method(path, interfaceName, member, signature), List.of(arguments));
            waiting.put(serial, answer);
        }
        return answer.get(TIME_LIMIT_S, TimeUnit.SECONDS);
    }

    private void take(Message message) {
        try {
            switch (message) {
                case MethodCall call -> objects.dispatch(new Call(bus, call));
                case MethodReturn answer -> waiting(answer).complete(parameters(answer));
                case Error error ->
                    waiting(error).completeExceptionally(new AssertionError(error.getName() + " " + parameters(error)));
                case DBusSignal signal when "PropertiesChanged".equals(signal.getName()) -> changed(signal);
                default -> {}
            }
        } catch (DBusException e) {
            throw new AssertionError(e);
        }
    }

    private void changed(DBusSignal signal) throws DBusException {
        if (parameters(signal).get(1) instanceof Map<?, ?> properties && properties.containsKey("Value")) {
            Object value = AdapterInterface.plain(properties.get("Value"));
            values.add(
                    value instanceof byte[] bytes
                            ? bytes
                            : ((List<?>) value)
                                    .stream()
                                            .map(each -> (Number) each)
                                            .collect(
                                                    java.io.ByteArrayOutputStream::new,
                                                    (out, each) -> out.write(each.intValue()),
                                                    (one, other) -> one.writeBytes(other.toByteArray()))
                                            .toByteArray());
        }
    }

    private CompletableFuture<List<Object>> waiting(Message answer) {
        synchronized (waiting) {
            return Objects.requireNonNull(waiting.remove(answer.getReplySerial()));
        }
    }

    private static List<Object> parameters(Message message) throws DBusException {
        Object[] parameters = message.getParameters();
        return parameters == null ? List.of() : List.of(parameters);
    }

    @Override
    public void close() {
        bus.close();
    }
}

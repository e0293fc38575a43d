package dev.lightfoot.sim.bluez;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** A plain dbus-java client of the virtual BlueZ that keeps what the signals tell. */
final class TestClient implements AutoCloseable {
    static final String LEFT = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01";
    static final String SAMPLES = LEFT + "/service0020/char0023";
    static final long TIME_LIMIT_S = 10;

    private final DBusConnection connection;
    private final Map<String, Object> properties = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> happenings = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<byte[]> values = new LinkedBlockingQueue<>();

    TestClient(String address) throws DBusException {
        connection = DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .receivingThreadConfig()
                .withSignalThreadCount(1)
                .connectionConfig()
                .build();
        connection.addSigHandler(ObjectManager.InterfacesAdded.class, signal -> {
            signal.getInterfaces()
                    .forEach((name, values) -> note(signal.getSignalSource().getPath(), values));
            signal.getInterfaces()
                    .keySet()
                    .forEach(name ->
                            happenings.add("+ " + signal.getSignalSource().getPath() + " " + name));
        });
        connection.addSigHandler(
                ObjectManager.InterfacesRemoved.class,
                signal -> signal.getInterfaces()
                        .forEach(name ->
                                happenings.add("- " + signal.getSignalSource().getPath() + " " + name)));
        connection.addSigHandler(Properties.PropertiesChanged.class, signal -> {
            note(signal.getPath(), signal.getPropertiesChanged());
            signal.getPropertiesChanged().forEach((name, value) -> happening(signal.getPath(), name, value));
            signal.getPropertiesRemoved().forEach(name -> happenings.add("~ " + signal.getPath() + " " + name));
        });
    }

    DBusConnection connection() {
        return connection;
    }

    Adapter1 adapter() throws DBusException {
        return remote("/org/bluez/hci0", Adapter1.class);
    }

    Device1 device() throws DBusException {
        return remote(LEFT, Device1.class);
    }

    GattCharacteristic1 characteristic(String path) throws DBusException {
        return remote(path, GattCharacteristic1.class);
    }

    <T extends DBusInterface> T remote(String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject("org.bluez", path, type, false);
    }

    /** Discovers, connects and waits until the left pod's services are there. */
    void connectLeft() throws Exception {
        adapter().StartDiscovery();
        await("+ " + LEFT + " org.bluez.Device1");
        adapter().StopDiscovery();
        device().Connect();
        await("ServicesResolved=true " + LEFT);
    }

    /** Waits for a happening and passes over those before it. */
    void await(String wanted) throws InterruptedException {
        for (List<String> seen = new java.util.ArrayList<>(); ; ) {
            String next = happenings.poll(TIME_LIMIT_S, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("did not happen: " + wanted + ", but " + seen);
            }
            if (next.equals(wanted)) {
                return;
            }
            seen.add(next);
        }
    }

    byte[] nextValue() throws InterruptedException {
        return Objects.requireNonNull(values.poll(TIME_LIMIT_S, TimeUnit.SECONDS), "no value in time");
    }

    Object property(String path, String name) {
        return Objects.requireNonNull(properties.get(path + " " + name), name);
    }

    void power(boolean on) throws DBusException {
        remote("/org/bluez/hci0", Properties.class).Set("org.bluez.Adapter1", "Powered", on);
    }

    List<String> managedPaths() throws DBusException {
        return remote("/", ObjectManager.class).GetManagedObjects().keySet().stream()
                .map(DBusPath::getPath)
                .toList();
    }

    Map<String, Variant<?>> options() {
        return new HashMap<>();
    }

    private void note(String path, Map<String, Variant<?>> changed) {
        changed.forEach((name, value) -> properties.put(path + " " + name, value.getValue()));
    }

    private void happening(String path, String name, Variant<?> value) {
        if (value.getValue() instanceof byte[] bytes) {
            values.add(bytes);
        } else if (name.equals("Value") && value.getValue() instanceof List<?> list) {
            byte[] bytes = new byte[list.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = ((Number) list.get(i)).byteValue();
            }
            values.add(bytes);
            happenings.add("Value " + path);
        } else if (value.getValue() instanceof Boolean flag) {
            happenings.add(name + "=" + flag + " " + path);
        } else if (!(value.getValue() instanceof UInt16)) {
            happenings.add(name + " " + path);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

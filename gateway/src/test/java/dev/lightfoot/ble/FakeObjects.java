package dev.lightfoot.ble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** Objects on a bus with their properties; each change is signalled. Thread-safe. */
final class FakeObjects implements ObjectManager {
    private final DBusConnection connection;
    private final Map<String, Map<String, Map<String, Variant<?>>>> objects = new TreeMap<>();

    FakeObjects(DBusConnection connection) {
        this.connection = connection;
    }

    synchronized void add(String path, String interfaceName, Map<String, Variant<?>> properties) {
        Map<String, Map<String, Variant<?>>> interfaces = Map.of(interfaceName, new HashMap<>(properties));
        objects.put(path, interfaces);
        send(() -> new ObjectManager.InterfacesAdded("/", new DBusPath(path), interfaces));
    }

    /** Nothing happens when there is no such object. */
    synchronized void set(String path, String interfaceName, String property, Object value) {
        Map<String, Variant<?>> properties =
                objects.getOrDefault(path, Map.of()).get(interfaceName);
        if (properties != null) {
            properties.put(property, new Variant<>(value));
            send(() -> new Properties.PropertiesChanged(
                    path, interfaceName, Map.of(property, new Variant<>(value)), List.of()));
        }
    }

    synchronized void remove(String path) {
        Map<String, Map<String, Variant<?>>> gone = objects.remove(path);
        if (gone != null) {
            send(() -> new ObjectManager.InterfacesRemoved("/", new DBusPath(path), List.copyOf(gone.keySet())));
        }
    }

    synchronized @Nullable Variant<?> property(String path, String interfaceName, String property) {
        return objects.getOrDefault(path, Map.of())
                .getOrDefault(interfaceName, Map.of())
                .get(property);
    }

    /** A signal that is yet to be made. */
    interface Signal {
        DBusSignal make() throws DBusException;
    }

    void send(Signal signal) {
        try {
            connection.sendMessage(signal.make());
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> all = new HashMap<>();
        objects.forEach((path, interfaces) -> all.put(new DBusPath(path), interfaces));
        return all;
    }

    @Override
    public String getObjectPath() {
        return "/";
    }
}

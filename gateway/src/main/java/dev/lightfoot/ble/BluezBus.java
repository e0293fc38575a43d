package dev.lightfoot.ble;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bluez.Adapter1;
import org.bluez.AgentManager1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/**
 * One connection to the bus that BlueZ is on: its calls, which block, and its signals, which come in order on one thread.
 * Thread-safe.
 */
final class BluezBus implements AutoCloseable {
    private static final String BLUEZ = "org.bluez";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
    /** For the socket: dbus-java otherwise waits 9.7 s for one that is not there. */
    private static final int TRANSPORT_TIMEOUT_MS = 500;

    private static final Duration ACQUIRE_LIMIT = Duration.ofSeconds(20);

    private final DBusConnection connection;
    private final BluezListener listener;
    private final Map<String, NotifyPipe> pipes = new ConcurrentHashMap<>();
    private final Bonding agent = new Bonding();
    private boolean agentExported;
    private boolean agentKnown;

    private BluezBus(DBusConnection connection, BluezListener listener) {
        this.connection = connection;
        this.listener = listener;
    }

    /** Connects; from then on the listener hears when BlueZ comes and goes. */
    static BluezBus open(String address, BluezListener listener) throws BluezException {
        return BluezBus.<BluezBus>asking("connecting to D-Bus at " + address, () -> {
            DBusConnection connection = DBusConnectionBuilder.forAddress(OwnedFdTransportProvider.addressOf(address))
                    .withShared(false)
                    .transportConfig()
                    .withTimeout(TRANSPORT_TIMEOUT_MS)
                    .back()
                    .receivingThreadConfig()
                    .withSignalThreadCount(1)
                    .connectionConfig()
                    .withDisconnectCallback(new IDisconnectCallback() {
                        @Override
                        public void disconnectOnError(IOException e) {
                            listener.ownerChanged(false, "the D-Bus at " + address + " has gone");
                        }
                    })
                    .build();
            connection.addSigHandler(DBus.NameOwnerChanged.class, signal -> {
                if (signal.name.equals(BLUEZ)) {
                    boolean present = !signal.newOwner.isEmpty();
                    listener.ownerChanged(present, present ? "BlueZ has come to the bus" : "BlueZ has left the bus");
                }
            });
            return new BluezBus(connection, listener);
        });
    }

    /** Whether the connection stands; once it has ended it never does again. */
    boolean connected() {
        return connection.isConnected();
    }

    /** Whether BlueZ is on the bus; if so its signals are heard from now on. */
    boolean listen() throws BluezException {
        return asking("listening to BlueZ", () -> {
            DBus bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            if (!bus.NameHasOwner(BLUEZ)) {
                return false;
            }
            String owner = connection.getDBusOwnerName(BLUEZ);
            connection.addSigHandler(
                    ObjectManager.InterfacesAdded.class,
                    owner,
                    signal -> listener.added(signal.getSignalSource().getPath(), signal.getInterfaces()));
            connection.addSigHandler(
                    ObjectManager.InterfacesRemoved.class,
                    owner,
                    signal -> listener.removed(signal.getSignalSource().getPath(), signal.getInterfaces()));
            connection.addSigHandler(Properties.PropertiesChanged.class, owner, this::changed);
            return true;
        });
    }

    private void changed(Properties.PropertiesChanged signal) {
        NotifyPipe pipe = pipes.get(signal.getPath());
        Variant<?> value = signal.getPropertiesChanged().get("Value");
        if (pipe != null && value != null && signal.getInterfaceName().equals(CHARACTERISTIC)) {
            pipe.write(bytes(value.getValue()));
            return;
        }
        listener.changed(
                signal.getPath(),
                signal.getInterfaceName(),
                signal.getPropertiesChanged(),
                signal.getPropertiesRemoved());
    }

    /** An array of bytes, which dbus-java gives as such or as a list; empty when it is something else. */
    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        List<?> list = value instanceof List<?> some ? some : List.of();
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i) instanceof Number number ? number.byteValue() : 0;
        }
        return bytes;
    }

    Map<DBusPath, Map<String, Map<String, Variant<?>>>> managedObjects() throws BluezException {
        return asking(
                "GetManagedObjects", () -> object("/", ObjectManager.class).GetManagedObjects());
    }

    void power(String adapter, boolean on) throws BluezException {
        telling(
                "switching " + adapter + (on ? " on" : " off"),
                () -> object(adapter, Properties.class).Set("org.bluez.Adapter1", "Powered", on));
    }

    /** Pairs by an agent of this connection that has neither input nor output. */
    void pair(String device) throws BluezException {
        telling("Pair", () -> {
            synchronized (agent) {
                if (!agentExported) {
                    connection.exportObject(agent);
                    agentExported = true;
                }
                if (!agentKnown) {
                    object("/org/bluez", AgentManager1.class)
                            .RegisterAgent(new DBusPath(Bonding.PATH), "NoInputNoOutput");
                    agentKnown = true;
                }
            }
            object(device, Device1.class).Pair();
        });
    }

    /** Scans for advertisements of these services; for all when there are none. */
    void startDiscovery(String adapter, List<UUID> services) throws BluezException {
        String[] uuids = services.stream().map(UUID::toString).toArray(String[]::new);
        telling("StartDiscovery", () -> {
            Adapter1 on = object(adapter, Adapter1.class);
            on.SetDiscoveryFilter(
                    services.isEmpty()
                            ? Map.of("Transport", new Variant<>("le"))
                            : Map.of("Transport", new Variant<>("le"), "UUIDs", new Variant<>(uuids)));
            on.StartDiscovery();
        });
    }

    void stopDiscovery(String adapter) throws BluezException {
        telling("StopDiscovery", () -> object(adapter, Adapter1.class).StopDiscovery());
    }

    void removeDevice(String adapter, String device) throws BluezException {
        telling("RemoveDevice", () -> object(adapter, Adapter1.class).RemoveDevice(new DBusPath(device)));
    }

    void connect(String device) throws BluezException {
        telling("Connect", () -> object(device, Device1.class).Connect());
    }

    void disconnect(String device) throws BluezException {
        telling("Disconnect", () -> object(device, Device1.class).Disconnect());
    }

    byte[] read(String characteristic) throws BluezException {
        return asking(
                "ReadValue",
                () -> object(characteristic, GattCharacteristic1.class).ReadValue(Map.of()));
    }

    /** Writes with a response where the characteristic has one. */
    void write(String characteristic, byte[] value) throws BluezException {
        telling(
                "WriteValue",
                () -> object(characteristic, GattCharacteristic1.class).WriteValue(value, Map.of()));
    }

    /** Writes without a response. */
    void writeCommand(String characteristic, byte[] value) throws BluezException {
        telling(
                "WriteValue",
                () -> object(characteristic, GattCharacteristic1.class)
                        .WriteValue(value, Map.of("type", new Variant<>("command"))));
    }

    /** Notifications as packets on a socket; the caller owns the fd. One that comes after the time limit is closed. */
    int acquireNotify(String characteristic) throws BluezException {
        LateFd fd = new LateFd();
        telling(
                "AcquireNotify",
                () -> connection.callWithCallback(
                        object(characteristic, GattCharacteristic1.class), "AcquireNotify", fd, Map.of()));
        return fd.await(ACQUIRE_LIMIT);
    }

    /** Notifications as signals, written into the pipe. */
    void startNotify(String characteristic, NotifyPipe pipe) throws BluezException {
        pipes.put(characteristic, pipe);
        telling(
                "StartNotify",
                () -> object(characteristic, GattCharacteristic1.class).StartNotify());
    }

    void forgetPipe(String characteristic, NotifyPipe pipe) {
        pipes.remove(characteristic, pipe);
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private <T extends DBusInterface> T object(String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject(BLUEZ, path, type);
    }

    private interface Asking<T> {
        T ask() throws DBusException;
    }

    private interface Telling {
        void tell() throws DBusException;
    }

    private static <T> T asking(String what, Asking<T> asking) throws BluezException {
        try {
            return asking.ask();
        } catch (DBusException | DBusExecutionException e) {
            throw new BluezException(what + " failed", e);
        }
    }

    private static void telling(String what, Telling telling) throws BluezException {
        try {
            telling.tell();
        } catch (DBusException | DBusExecutionException e) {
            throw new BluezException(what + " failed", e);
        }
    }
}

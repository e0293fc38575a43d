package dev.lightfoot.ble;

import dev.lightfoot.loop.Posix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** The least that is BlueZ: one adapter and one left pod, with the faults this package's tests ask for. */
final class FakeBluez implements AutoCloseable {
    static final String ADDRESS = "C0:FF:EE:00:00:01";
    private static final String ADAPTER = "/org/bluez/hci0";
    private static final String DEVICE = ADAPTER + "/dev_C0_FF_EE_00_00_01";
    private static final String SERVICE = DEVICE + "/service0010";
    private static final String INFO = SERVICE + "/char0011";
    private static final String SAMPLES = SERVICE + "/char0013";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
    private static final byte[] INFO_VALUE = {1, 1, (byte) 200, 0, 16, (byte) 0xd0, 7, 1};

    private final DBusConnection connection;
    private final FakeObjects objects;
    private final Posix posix = new Posix();
    private final MemorySegment memory = Arena.ofAuto().allocate(32);
    private final boolean acquirable;
    private int notifyFd = -1;
    private boolean notifying;
    private int connects;
    private volatile CountDownLatch parting = new CountDownLatch(0);
    private final AtomicReference<CountDownLatch> acquiring = new AtomicReference<>(new CountDownLatch(0));
    private int lateFd = -1;
    private int failConnects;

    FakeBluez(String busAddress, boolean acquirable, int failConnects) throws DBusException {
        this.acquirable = acquirable;
        this.failConnects = failConnects;
        connection =
                DBusConnectionBuilder.forAddress(busAddress).withShared(false).build();
        objects = new FakeObjects(connection);
        objects.add(
                ADAPTER,
                "org.bluez.Adapter1",
                Map.of("Address", new Variant<>("00:11:22:33:44:55"), "Powered", new Variant<>(false)));
        connection.exportObject("/", objects);
        connection.exportObject(ADAPTER, new Adapter());
        connection.exportObject(DEVICE, new Device());
        connection.exportObject(INFO, new Characteristic(INFO));
        connection.exportObject(SAMPLES, new Characteristic(SAMPLES));
        connection.requestBusName("org.bluez");
    }

    /** The pod goes out of range: the link drops and BlueZ forgets it. */
    synchronized void vanish() {
        dropLink();
        List.of(SAMPLES, INFO, SERVICE, DEVICE).forEach(objects::remove);
    }

    /** The link drops; the pod goes on advertising. */
    synchronized void dropLink() {
        if (notifyFd >= 0) {
            posix.close(notifyFd);
            notifyFd = -1;
        }
        notifying = false;
        objects.set(DEVICE, "org.bluez.Device1", "ServicesResolved", false);
        objects.set(DEVICE, "org.bluez.Device1", "Connected", false);
    }

    /** One notification of one sample, by the way that was asked for; nothing when none was. */
    synchronized void notifySample(int sequence) {
        byte[] value = new byte[20];
        value[0] = (byte) sequence;
        value[1] = (byte) (sequence >> 8);
        value[2] = 1;
        if (notifyFd >= 0) {
            MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, 0, value.length);
            posix.write(notifyFd, memory.address(), value.length);
        } else if (notifying) {
            objects.send(() -> new Properties.PropertiesChanged(
                    SAMPLES, CHARACTERISTIC, Map.of("Value", new Variant<>(value)), List.of()));
        }
    }

    synchronized boolean connected() {
        Variant<?> connected = objects.property(DEVICE, "org.bluez.Device1", "Connected");
        return connected != null && Boolean.TRUE.equals(connected.getValue());
    }

    /** As bluetoothd, which answers two seconds after it was asked to disconnect: only once this is counted down. */
    void answerDisconnectAfter(CountDownLatch answered) {
        parting = answered;
    }

    /** The next AcquireNotify is answered only once this is counted down. */
    void answerNextAcquireAfter(CountDownLatch answer) {
        acquiring.set(answer);
    }

    synchronized int connects() {
        return connects;
    }

    /** This side's end of the socket that was given late; -1 before it was. */
    synchronized int lateFd() {
        return lateFd;
    }

    private static DBusExecutionException refusal(String name) {
        return new DBusExecutionException(name);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        dropLink();
        posix.close(lateFd);
        connection.disconnect();
    }

    private final class Adapter implements Adapter1, Properties {
        @Override
        public void StartDiscovery() {
            objects.add(
                    DEVICE,
                    "org.bluez.Device1",
                    Map.of(
                            "Address", new Variant<>(ADDRESS),
                            "RSSI", new Variant<>((short) -60),
                            "Connected", new Variant<>(false),
                            "ServicesResolved", new Variant<>(false)));
        }

        @Override
        public void StopDiscovery() {}

        @Override
        public void RemoveDevice(DBusPath device) {
            vanish();
        }

        @Override
        public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
            Variant<?> transport = filter.get("Transport");
            if (transport == null || !"le".equals(transport.getValue())) {
                throw refusal("the filter lacks Transport=le");
            }
        }

        @Override
        public String[] GetDiscoveryFilters() {
            return new String[] {"Transport", "UUIDs"};
        }

        @Override
        public DBusPath ConnectDevice(Map<String, Variant<?>> properties) {
            throw refusal("not here");
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <A> A Get(String interfaceName, String property) {
            throw refusal("not here");
        }

        @Override
        public <A> void Set(String interfaceName, String property, A value) {
            objects.set(
                    ADAPTER, interfaceName, property, value instanceof Variant<?> variant ? variant.getValue() : value);
        }

        @Override
        public Map<String, Variant<?>> GetAll(String interfaceName) {
            return Map.of();
        }

        @Override
        public String getObjectPath() {
            return ADAPTER;
        }
    }

    private final class Device implements Device1 {
        @Override
        public void Connect() {
            synchronized (FakeBluez.this) {
                connects++;
                if (failConnects > 0) {
                    failConnects--;
                    throw refusal("le-connection-abort-by-local");
                }
                objects.set(DEVICE, "org.bluez.Device1", "Connected", true);
                objects.add(
                        INFO, CHARACTERISTIC, Map.of("UUID", new Variant<>("4b1f0002-6ece-4309-954f-9d9ea5de27cb")));
                objects.add(
                        SAMPLES, CHARACTERISTIC, Map.of("UUID", new Variant<>("4b1f0003-6ece-4309-954f-9d9ea5de27cb")));
                objects.set(DEVICE, "org.bluez.Device1", "ServicesResolved", true);
            }
        }

        @Override
        public void Disconnect() {
            dropLink();
            await(parting);
        }

        @Override
        public void ConnectProfile(String uuid) {}

        @Override
        public void DisconnectProfile(String uuid) {}

        @Override
        public void Pair() {}

        @Override
        public void CancelPairing() {}

        @Override
        public String getObjectPath() {
            return DEVICE;
        }
    }

    private final class Characteristic implements GattCharacteristic1 {
        private final String path;

        Characteristic(String path) {
            this.path = path;
        }

        @Override
        public byte[] ReadValue(Map<String, Variant<?>> options) {
            return INFO_VALUE.clone();
        }

        @Override
        public void WriteValue(byte[] value, Map<String, Variant<?>> options) {}

        @Override
        public TwoTuple<FileDescriptor, UInt16> AcquireWrite(Map<String, Variant<?>> options) {
            throw refusal("not here");
        }

        @Override
        public TwoTuple<FileDescriptor, UInt16> AcquireNotify(Map<String, Variant<?>> options) {
            CountDownLatch answer = acquiring.getAndSet(new CountDownLatch(0));
            boolean late = answer.getCount() > 0;
            await(answer); // outside the lock: others are answered meanwhile
            synchronized (FakeBluez.this) {
                if (!acquirable) {
                    throw refusal("Notify acquired by nobody ever");
                }
                int[] pair = posix.packetPair();
                lateFd = late ? pair[0] : lateFd;
                notifyFd = late ? notifyFd : pair[0];
                return new TwoTuple<>(new FileDescriptor(pair[1]), new UInt16(247));
            }
        }

        @Override
        public void StartNotify() {
            synchronized (FakeBluez.this) {
                notifying = true;
            }
        }

        @Override
        public void StopNotify() {}

        @Override
        public void Confirm() {}

        @Override
        public String getObjectPath() {
            return path;
        }
    }
}

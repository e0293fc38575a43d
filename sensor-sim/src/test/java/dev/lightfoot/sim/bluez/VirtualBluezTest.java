package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The virtual BlueZ as a plain client sees it. */
class VirtualBluezTest {
    private VirtualBluez bluez;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        bluez = VirtualBluez.builder(new TestSource(Side.LEFT), new TestSource(Side.RIGHT))
                .start();
        client = new TestClient(bluez.busAddress());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        bluez.close();
    }

    @Test
    void acquiredFdIsNonBlockingSeqPacketAndDeliversWholePackets() throws Throwable {
        client.connectLeft();
        TwoTuple<FileDescriptor, UInt16> acquired =
                client.characteristic(TestClient.SAMPLES).AcquireNotify(client.options());
        assertThat(acquired.getSecondValue().intValue()).isEqualTo(247);
        try (var fd = new ReceivedFd(acquired.getFirstValue().getIntFileDescriptor())) {
            assertThat(fd.nonBlocking()).isTrue();
            assertThat(fd.seqPacket()).isTrue();
            for (int sequence = 0; sequence < 20; sequence++) {
                byte[] packet = fd.next().orElseThrow();
                assertThat(packet).hasSize(8 + 12 * 2);
                assertThat(sequence(packet)).isEqualTo(sequence);
            }
        }
    }

    @Test
    void discoveryShowsBothPodsAndEndsWithoutSignalStrength() throws Exception {
        client.adapter().StartDiscovery();
        client.await("Discovering=true /org/bluez/hci0");
        client.await("+ " + TestClient.LEFT + " org.bluez.Device1");
        client.await("+ /org/bluez/hci0/dev_C0_FF_EE_00_00_02 org.bluez.Device1");
        assertThat(client.property(TestClient.LEFT, "Name")).isEqualTo("Lightfoot L");
        assertThat(client.property(TestClient.LEFT, "Address")).isEqualTo("C0:FF:EE:00:00:01");
        assertThat(client.property(TestClient.LEFT, "RSSI")).isInstanceOf(Short.class);
        client.adapter().StopDiscovery();
        client.await("~ " + TestClient.LEFT + " RSSI");
        client.await("Discovering=false /org/bluez/hci0");
    }

    @Test
    void aFilterForAnotherServiceHidesThePods() throws Exception {
        var options = client.options();
        options.put("UUIDs", new Variant<>(new String[] {"0000180d-0000-1000-8000-00805f9b34fb"}));
        client.adapter().SetDiscoveryFilter(options);
        client.adapter().StartDiscovery();
        client.await("Discovering=true /org/bluez/hci0");
        try (var other = new TestClient(bluez.busAddress())) {
            other.connectLeft();
        }
        assertThat(client.managedPaths()).contains(TestClient.LEFT);
        options.put("Colour", new Variant<>("red"));
        refused(() -> client.adapter().SetDiscoveryFilter(options), "Invalid arguments in method call");
    }

    @Test
    void notificationsComeAsPropertyChangesToo() throws Exception {
        client.connectLeft();
        client.characteristic(TestClient.SAMPLES).StartNotify();
        for (int sequence = 0; sequence < 20; sequence++) {
            assertThat(sequence(client.nextValue())).isEqualTo(sequence);
        }
        refused(() -> client.characteristic(TestClient.SAMPLES).AcquireNotify(client.options()), "In Progress");
        client.characteristic(TestClient.SAMPLES).StopNotify();
        client.await("Notifying=false " + TestClient.SAMPLES);
    }

    @Test
    void disconnectingClosesTheFd() throws Throwable {
        client.connectLeft();
        try (var fd = acquire()) {
            client.device().Disconnect();
            fd.readToTheEnd();
        }
        client.await("Connected=false " + TestClient.LEFT);
    }

    @Test
    void closingTheFdEndsTheSubscriptionAndTheNextStartsAtZero() throws Throwable {
        client.connectLeft();
        try (var fd = acquire()) {
            assertThat(fd.next()).isPresent();
        }
        client.await("NotifyAcquired=false " + TestClient.SAMPLES);
        try (var fd = acquire()) {
            assertThat(sequence(fd.next().orElseThrow())).isZero();
        }
    }

    @Test
    void aBrokenLinkClosesTheFdAndThePodCanBeConnectedAgain() throws Throwable {
        client.connectLeft();
        try (var fd = acquire()) {
            bluez.dropLink(Side.LEFT);
            fd.readToTheEnd();
        }
        bluez.failNextConnect(Side.LEFT);
        refused(() -> client.device().Connect(), "le-connection-abort-by-local");
        client.device().Connect();
        client.await("ServicesResolved=true " + TestClient.LEFT);
    }

    @Test
    void aVanishedPodIsRemovedWithAllItsObjects() throws Exception {
        client.connectLeft();
        bluez.vanish(Side.LEFT);
        client.await("- " + TestClient.SAMPLES + " org.bluez.GattCharacteristic1");
        client.await("- " + TestClient.LEFT + " org.bluez.Device1");
        assertThat(client.managedPaths()).noneMatch(path -> path.startsWith(TestClient.LEFT));
        bluez.comeBack(Side.LEFT);
        client.connectLeft();
    }

    @Test
    void garbageComesTheWayOfTheSamples() throws Throwable {
        client.connectLeft();
        try (var fd = acquire()) {
            bluez.sendGarbage(Side.LEFT, new byte[] {1, 2, 3});
            Optional<byte[]> packet = fd.next();
            for (int i = 0; i < 1000 && packet.isPresent() && packet.get().length != 3; i++) {
                packet = fd.next();
            }
            assertThat(packet.orElseThrow()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aReaderThatDoesNotReadLosesNotificationsAndStallsNobody() throws Throwable {
        client.connectLeft();
        try (var fd = acquire()) {
            for (int i = 0; i < 5000; i++) {
                bluez.sendGarbage(Side.LEFT, new byte[200]);
            }
            assertThat(bluez.dropped(Side.LEFT)).isPositive();
            client.device().Disconnect();
            fd.readToTheEnd();
        }
    }

    @Test
    void aNewDaemonTakesTheNameOnTheSameBus() throws Throwable {
        client.connectLeft();
        try (var fd = acquire()) {
            bluez.killBluetoothd();
            fd.readToTheEnd();
        }
        assertThatThrownBy(() -> client.adapter().StartDiscovery()).hasMessageContaining("org.bluez");
        bluez.startBluetoothd();
        client.connectLeft();
    }

    @Test
    void controlAndInfoGoToTheFirmware() throws Exception {
        client.connectLeft();
        String service = TestClient.LEFT + "/service0020";
        byte[] info = client.characteristic(service + "/char0021").ReadValue(client.options());
        assertThat(info).hasSize(8).startsWith(1, 1, (byte) 208, 0, 16);
        var control = client.characteristic(service + "/char0026");
        control.WriteValue(new byte[] {1, 104, 0}, client.options());
        assertThat(client.characteristic(service + "/char0021").ReadValue(client.options())[2])
                .isEqualTo((byte) 104);
        refused(() -> control.WriteValue(new byte[] {1, 1, 0}, client.options()), "ATT error: 0x80");
        assertThat(new String(
                        client.characteristic(TestClient.LEFT + "/service0010/char0011")
                                .ReadValue(client.options()),
                        StandardCharsets.UTF_8))
                .isEqualTo("Simulated pod");
        assertThat(client.property(TestClient.LEFT, "Percentage")).isInstanceOf(Byte.class);
    }

    @Test
    void switchedOffTheAdapterIsNotReady() throws Exception {
        client.power(false);
        client.await("Powered=false /org/bluez/hci0");
        refused(() -> client.adapter().StartDiscovery(), "Resource Not Ready");
        client.power(true);
        client.connectLeft();
    }

    @Test
    void discoveringTwiceIsInProgress() throws Exception {
        refused(() -> client.adapter().StopDiscovery(), "No discovery started");
        client.adapter().StartDiscovery();
        refused(() -> client.adapter().StartDiscovery(), "Operation already in progress");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).hasMessageContaining(message);
    }

    private ReceivedFd acquire() throws Exception {
        return new ReceivedFd(client.characteristic(TestClient.SAMPLES)
                .AcquireNotify(client.options())
                .getFirstValue()
                .getIntFileDescriptor());
    }

    private static int sequence(byte[] packet) {
        return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
    }
}

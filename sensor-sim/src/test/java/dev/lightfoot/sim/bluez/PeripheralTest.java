package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.Side;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod on an adapter, against a stand-in of bluetoothd; the real one is met in the virtual Pi. */
class PeripheralTest {
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
    private static final String INFO = "4b1f0002-6ece-4309-954f-9d9ea5de27cb";
    private static final String CONTROL = "4b1f0004-6ece-4309-954f-9d9ea5de27cb";

    private final Loop loop = new Loop();
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private BusDaemon daemon;
    private StandInBluez bluez;
    private @Nullable Peripheral peripheral;

    @BeforeEach
    void serve() throws Exception {
        daemon = BusDaemon.start(null);
        bluez = new StandInBluez(daemon.address(), true);
    }

    @AfterEach
    void end() {
        if (peripheral != null) {
            peripheral.close();
        }
        bluez.close();
        loop.close();
        daemon.close();
    }

    @Test
    void registersItsServicesAndItsAdvertisement() throws Exception {
        start("hci1", true);
        awaitOnAir();

        Map<?, ?> managed = (Map<?, ?>) bluez.ask("/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", "")
                .getFirst();
        assertThat(managed.toString())
                .contains("4b1f0001-6ece-4309-954f-9d9ea5de27cb", INFO, "4b1f0003-6ece-4309-954f-9d9ea5de27cb", CONTROL)
                .contains("0000180f-0000-1000-8000-00805f9b34fb", "0000180a-0000-1000-8000-00805f9b34fb");
        Map<?, ?> advertisement = (Map<?, ?>) bluez.ask(
                        Advertisement.PATH,
                        "org.freedesktop.DBus.Properties",
                        "GetAll",
                        "s",
                        "org.bluez.LEAdvertisement1")
                .getFirst();
        assertThat(advertisement.toString())
                .contains("LocalName", "Lightfoot L", "Discoverable", "4b1f0001-6ece-4309-954f-9d9ea5de27cb");
    }

    @Test
    void infoIsReadAndControlIsWritten() throws Exception {
        start("hci1", true);
        awaitOnAir();

        // version 1, left, 208 Hz, 16 g, 2000 deg/s, two samples a notification
        assertThat(read(INFO)).containsExactly(1, 1, 208, 0, 16, 0xD0, 7, 2);
        write(CONTROL, 1, 104, 0);
        assertThat(read(INFO)).containsExactly(1, 1, 104, 0, 16, 0xD0, 7, 1);
        assertThatThrownBy(() -> write(CONTROL, 9)).hasMessageContaining("org.bluez.Error.Failed [0x82]");
        assertThatThrownBy(() -> write(CONTROL, 1)).hasMessageContaining("org.bluez.Error.InvalidValueLength");
    }

    @Test
    void whoeverAsksMayPairWithItByNothingButAYes() throws Exception {
        start("hci1", true);
        bluez.awaitAgent("RegisterAgent /lightfoot/agent");
        bluez.awaitAgent("RequestDefaultAgent /lightfoot/agent");
        awaitOnAir();

        DBusPath central = new DBusPath("/org/bluez/hci1/dev_00_AA_01_00_00_00");
        assertThat(bluez.ask("/lightfoot/agent", "org.bluez.Agent1", "RequestAuthorization", "o", central))
                .isEmpty();
        assertThatThrownBy(() -> bluez.ask("/lightfoot/agent", "org.bluez.Agent1", "RequestPasskey", "o", central))
                .hasMessageContaining("org.bluez.Error.Rejected");
    }

    @Test
    void notificationsGoThroughASocketWhoseClosingEndsThem() throws Throwable {
        start("hci1", true);
        awaitOnAir();

        List<Object> answer = bluez.ask(
                PodApplication.SAMPLES_PATH,
                CHARACTERISTIC,
                "AcquireNotify",
                "a{sv}",
                Map.of("mtu", new Variant<>(new UInt16(247))));
        assertThat(answer.get(1)).hasToString("247");
        try (var fd = new ReceivedFd(((FileDescriptor) answer.getFirst()).getIntFileDescriptor())) {
            assertThat(fd.seqPacket()).isTrue();
            assertThat(fd.nonBlocking()).isTrue();
            for (int sequence = 0; sequence < 20; sequence++) {
                byte[] notification = fd.next().orElseThrow();
                assertThat(notification).hasSize(8 + 2 * 12).startsWith(sequence, 0, 2);
            }
            assertThatThrownBy(() -> write(CONTROL, 1, 104, 0)).hasMessageContaining("org.bluez.Error.Failed [0x81]");
        }
        awaitSaid("unsubscribed (bluetoothd closed the socket)");
    }

    @Test
    void notificationsAreSignalsUntilStopped() throws Exception {
        start("hci1", false);
        awaitOnAir();

        bluez.ask(PodApplication.SAMPLES_PATH, CHARACTERISTIC, "StartNotify", "");
        for (int sequence = 0; sequence < 20; sequence++) {
            // no MTU was told, so it is the least, and one sample fits
            assertThat(bluez.nextValue()).hasSize(8 + 12).startsWith(sequence, 0, 1);
        }
        bluez.ask(PodApplication.SAMPLES_PATH, CHARACTERISTIC, "StopNotify", "");
        awaitSaid("unsubscribed (the central unsubscribed)");
    }

    @Test
    void comesBackWithBluetoothdAndWithTheAdapter() throws Exception {
        start("hci1", true);
        awaitOnAir();

        bluez.close();
        awaitSaid("bluetoothd has left the bus");
        bluez = new StandInBluez(daemon.address(), false);
        awaitSaid("the Bluetooth adapter hci1 is off");
        assertThat(bluez.nothingRegistered()).isTrue();
        bluez.power(true);
        awaitOnAir();
        assertThat(ended).isEmpty();
    }

    @Test
    void keepsItsServicesAndACentralThatComesAtOnceWhenTheAdapterIsSwitchedOffAndOn() throws Exception {
        start("hci1", false);
        awaitOnAir();
        bluez.ask(PodApplication.SAMPLES_PATH, CHARACTERISTIC, "StartNotify", "");
        bluez.nextValue();

        bluez.power(false);
        awaitSaid("unsubscribed (the adapter is off)");
        bluez.ask(PodApplication.SAMPLES_PATH, CHARACTERISTIC, "StartNotify", "");
        bluez.power(true);
        bluez.awaitRegistration("RegisterAdvertisement /lightfoot/advertisement");
        awaitSaid("advertising Lightfoot L");
        bluez.ask(PodApplication.SAMPLES_PATH, CHARACTERISTIC, "StopNotify", "");
        awaitSaid("unsubscribed (the central unsubscribed)");
    }

    @Test
    void whatCannotBeAtTheStartEndsItAndSaysTheMend() throws Exception {
        start("hci7", true);
        assertThat(ended.poll(10, TimeUnit.SECONDS))
                .isEqualTo("there is no Bluetooth adapter hci7: choose one of hci1 with --adapter");

        bluez.power(false);
        start("hci1", true);
        assertThat(ended.poll(10, TimeUnit.SECONDS)).contains("hci1 is off", "bluetoothctl power on");

        bluez.close();
        start("hci1", true);
        assertThat(ended.poll(10, TimeUnit.SECONDS)).contains("BlueZ is not running", "systemctl start bluetooth");
    }

    private void start(String adapter, boolean bySocket) throws BusDaemonException {
        if (peripheral != null) {
            peripheral.close();
        }
        peripheral = Peripheral.start(
                new Peripheral.Settings(daemon.address(), adapter, "Lightfoot L", bySocket, 0),
                loop,
                new Pod(new TestSource(Side.LEFT), PodSettings.workbench(Side.LEFT, 208, 1)),
                new Playback(1, Long.MAX_VALUE),
                said::add,
                ended::add);
    }

    private void awaitOnAir() throws InterruptedException {
        bluez.awaitRegistration("RegisterApplication /");
        bluez.awaitRegistration("RegisterAdvertisement /lightfoot/advertisement");
        awaitSaid("advertising Lightfoot L on hci1 as 00:AA:01:01:00:01");
    }

    private void awaitSaid(String beginning) throws InterruptedException {
        for (String line = ""; !line.startsWith(beginning); ) {
            line = said.poll(10, TimeUnit.SECONDS);
            assertThat(line).as("waiting for '%s'", beginning).isNotNull();
        }
    }

    private byte[] read(String uuid) throws Exception {
        Object value = bluez.ask(pathOf(uuid), CHARACTERISTIC, "ReadValue", "a{sv}", Map.of())
                .getFirst();
        return value instanceof byte[] bytes ? bytes : bytesOf((List<?>) value);
    }

    private void write(String uuid, int... bytes) throws Exception {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            value[i] = (byte) bytes[i];
        }
        bluez.ask(pathOf(uuid), CHARACTERISTIC, "WriteValue", "aya{sv}", value, Map.of());
    }

    private String pathOf(String uuid) throws Exception {
        Map<?, ?> managed = (Map<?, ?>) bluez.ask("/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", "")
                .getFirst();
        return managed.entrySet().stream()
                .filter(object -> object.getValue().toString().contains(uuid))
                .map(object -> ((org.freedesktop.dbus.DBusPath) object.getKey()).getPath())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytesOf(List<?> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ((Number) numbers.get(i)).byteValue();
        }
        return bytes;
    }
}

package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of the virtual BlueZ when things go wrong or end. */
class VirtualBluezFaultTest {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(TestClient.TIME_LIMIT_S);

    @TempDir
    private Path folder;

    private VirtualBluez bluez;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        bluez = at(null);
        client = new TestClient(bluez.busAddress());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        bluez.close();
    }

    @Test
    void startNotifySignalsValuesUntilStopNotify() throws Exception {
        client.connectLeft();
        client.characteristic(TestClient.SAMPLES).StartNotify();
        client.await("Value " + TestClient.SAMPLES);
        client.characteristic(TestClient.SAMPLES).StopNotify();
        client.await("Notifying=false " + TestClient.SAMPLES);
    }

    @Test
    void disconnectEndsTheFdAndASecondLinkStartsAtSequenceZero() throws Throwable {
        client.connectLeft();
        try (ReceivedFd fd = acquire()) {
            assertThat(sequence(fd.next().orElseThrow())).isZero();
            client.device().Disconnect();
            readToTheEnd(fd);
        }
        client.await("Connected=false " + TestClient.LEFT);
        client.device().Connect();
        client.await("ServicesResolved=true " + TestClient.LEFT);
        try (ReceivedFd fd = acquire()) {
            assertThat(sequence(fd.next().orElseThrow())).isZero();
        }
    }

    @Test
    void aBrokenLinkEndsTheFd() throws Throwable {
        client.connectLeft();
        try (ReceivedFd fd = acquire()) {
            bluez.dropLink(Side.LEFT);
            readToTheEnd(fd);
        }
        client.await("- " + TestClient.LEFT + " org.bluez.Battery1");
        client.await("Connected=false " + TestClient.LEFT);
    }

    @Test
    void aReaderThatClosesItsFdEndsTheSubscription() throws Throwable {
        client.connectLeft();
        acquire().close();
        client.await("NotifyAcquired=false " + TestClient.SAMPLES);
        try (ReceivedFd fd = acquire()) {
            assertThat(sequence(fd.next().orElseThrow())).isZero();
        }
    }

    @Test
    void aVanishedPodIsRemovedAndFoundAgain() throws Throwable {
        client.connectLeft();
        try (ReceivedFd fd = acquire()) {
            bluez.vanish(Side.LEFT);
            readToTheEnd(fd);
        }
        client.await("- " + TestClient.LEFT + " org.bluez.Device1");
        bluez.comeBack(Side.LEFT);
        client.connectLeft();
    }

    @Test
    void garbageComesBetweenNotificationsAsItIs() throws Throwable {
        client.connectLeft();
        byte[] garbage = {1, 2, 3};
        try (ReceivedFd fd = acquire()) {
            bluez.sendGarbage(Side.LEFT, garbage);
            int expected = 0;
            byte[] packet = fd.next().orElseThrow();
            for (; packet.length != garbage.length; packet = fd.next().orElseThrow()) {
                assertThat(sequence(packet)).isEqualTo(expected++);
            }
            assertThat(packet).isEqualTo(garbage);
            assertThat(sequence(fd.next().orElseThrow())).isEqualTo(expected);
        }
    }

    @Test
    void aReaderThatDoesNotReadLosesPacketsAndStallsNobody() throws Throwable {
        client.connectLeft();
        try (ReceivedFd fd = acquire()) {
            for (int i = 0; i < 100_000 && bluez.dropped(Side.LEFT) == 0; i++) {
                bluez.sendGarbage(Side.LEFT, new byte[] {7});
            }
            assertThat(bluez.dropped(Side.LEFT)).isPositive();
            assertThat(client.remote(TestClient.LEFT, Properties.class).<Boolean>Get("org.bluez.Device1", "Connected"))
                    .isTrue();
            assertThat(fd.next()).isPresent();
        }
    }

    @Test
    void refusalsCarryTheWordsOfBluetoothd() throws Exception {
        client.adapter().StartDiscovery();
        assertRefused(() -> client.adapter().StartDiscovery(), "Operation already in progress");
        client.adapter().StopDiscovery();
        assertRefused(() -> client.adapter().StopDiscovery(), "No discovery started");
        assertRefused(() -> client.device().Connect(), "doesn't exist");
    }

    @Test
    void aFailedConnectIsAnAbortAndTheNextOneWorks() throws Exception {
        client.adapter().StartDiscovery();
        client.await("+ " + TestClient.LEFT + " org.bluez.Device1");
        client.adapter().StopDiscovery();
        bluez.failNextConnect(Side.LEFT);
        assertRefused(() -> client.device().Connect(), "le-connection-abort-by-local");
        client.device().Connect();
        client.await("Connected=true " + TestClient.LEFT);
    }

    @Test
    void aBluetoothdThatDiesEndsTheFdAndItsSuccessorBeginsAfresh() throws Throwable {
        client.connectLeft();
        try (ReceivedFd fd = acquire()) {
            bluez.killBluetoothd();
            readToTheEnd(fd);
        }
        bluez.startBluetoothd();
        client.connectLeft();
        try (ReceivedFd fd = acquire()) {
            assertThat(sequence(fd.next().orElseThrow())).isZero();
        }
    }

    @Test
    void theSameAddressIsServedAgainAndOnlyOnce() throws Exception {
        String address = "unix:path=" + folder.resolve("bus");
        for (int life = 0; life < 2; life++) {
            try (VirtualBluez here = at(address)) {
                assertThat(here.busAddress()).isEqualTo(address);
                assertThatThrownBy(() -> at(address)).hasMessageContaining("--address");
                try (TestClient guest = new TestClient(address)) {
                    guest.connectLeft();
                }
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void closingLeavesNoProcessThreadOrFile() throws Exception {
        var before = Thread.getAllStackTraces().keySet();
        VirtualBluez other = at(null);
        Path socket = Path.of(other.busAddress().substring("unix:path=".length()));
        long pid = other.busDaemonPid();
        List<Thread> its = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread ->
                        thread.getName().contains("bluez") || thread.getName().equals("dbus-daemon"))
                .toList();
        assertThat(its).isNotEmpty();
        other.close();
        for (Thread thread : its) {
            assertThat(thread.join(TIME_LIMIT)).as(thread.getName()).isTrue();
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Files.exists(socket.getParent())).isFalse();
    }

    private static VirtualBluez at(@Nullable String address) throws BusDaemonException {
        return VirtualBluez.builder(new TestSource(Side.LEFT), new TestSource(Side.RIGHT))
                .address(address)
                .start();
    }

    private ReceivedFd acquire() throws Exception {
        return new ReceivedFd(client.characteristic(TestClient.SAMPLES)
                .AcquireNotify(client.options())
                .getFirstValue()
                .getIntFileDescriptor());
    }

    private static void readToTheEnd(ReceivedFd fd) throws Throwable {
        Optional<byte[]> last = fd.next();
        for (int i = 0; i < 10_000 && last.isPresent(); i++) {
            last = fd.next();
        }
        assertThat(last).isEmpty();
    }

    /** By the words: dbus-java 5.2.2 tells the client no error name. */
    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(DBusExecutionException.class).hasMessageContaining(words);
    }

    private static int sequence(byte[] packet) {
        return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
    }
}

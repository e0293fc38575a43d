package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
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

    private static int sequence(byte[] packet) {
        return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
    }
}

package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A pod's end and the gateway's end of a SOCK_SEQPACKET pair. */
final class PacketPair {
    private final Posix posix = new Posix();
    private final int[] fds = posix.packetPair();
    private final MemorySegment memory = Arena.ofAuto().allocate(600);

    int gatewayFd() {
        return fds[0];
    }

    /** Sends one packet, again and again while the other end is full. */
    void send(byte[] packet) {
        MemorySegment.copy(packet, 0, memory, ValueLayout.JAVA_BYTE, 0, packet.length);
        while (posix.write(fds[1], memory.address(), packet.length) < 0) {
            assertThat(posix.errno()).isEqualTo(Posix.EAGAIN);
            Thread.onSpinWait();
        }
    }

    /** Sends one packet if the other end has room for it and is there. */
    void offer(byte[] packet) {
        MemorySegment.copy(packet, 0, memory, ValueLayout.JAVA_BYTE, 0, packet.length);
        posix.write(fds[1], memory.address(), packet.length);
    }

    void closePodEnd() {
        posix.close(fds[1]);
    }

    /** A Lightfoot notification of one sample at rest. */
    static byte[] notification(int sequence) {
        long tickUs = sequence * 5_000L;
        return new byte[] {
            (byte) sequence,
            (byte) (sequence >> 8),
            1,
            (byte) tickUs,
            (byte) (tickUs >> 8),
            (byte) (tickUs >> 16),
            (byte) (tickUs >> 24),
            0,
            0,
            0,
            0,
            0,
            0,
            8,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}

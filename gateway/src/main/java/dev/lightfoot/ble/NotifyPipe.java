package dev.lightfoot.ble;

import dev.lightfoot.loop.Posix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Makes an fd of notifications that come as signals: a SOCK_SEQPACKET pair whose one end the strike loop reads. When the
 * loop is behind, what does not fit is dropped and shows in the sequence numbers.
 */
final class NotifyPipe implements AutoCloseable {
    private static final int MOST_BYTES = 512;

    private final Posix posix = new Posix();
    private final MemorySegment memory = Arena.ofAuto().allocate(MOST_BYTES);
    private final int[] fds = posix.packetPair();
    private boolean closed;

    /** The end to be read and closed by the strike loop. */
    int readingFd() {
        return fds[0];
    }

    synchronized void write(byte[] value) {
        if (!closed && value.length > 0 && value.length <= MOST_BYTES) {
            MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, 0, value.length);
            posix.write(fds[1], memory.address(), value.length);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            posix.close(fds[1]);
        }
    }
}

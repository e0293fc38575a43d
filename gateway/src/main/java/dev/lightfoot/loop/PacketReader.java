package dev.lightfoot.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** Takes packets from a SOCK_SEQPACKET fd, waiting for each: for what comes before the strike loop has it. */
public final class PacketReader {
    private static final int POLLFD_BYTES = 8;
    private static final int MOST_BYTES = 1024;

    private final Posix posix = new Posix();
    private final MemorySegment pollFd = Arena.ofAuto().allocate(POLLFD_BYTES, POLLFD_BYTES);
    private final MemorySegment buffer = Arena.ofAuto().allocate(MOST_BYTES);
    private final int fd;

    public PacketReader(int fd) {
        this.fd = fd;
        pollFd.set(ValueLayout.JAVA_INT, 0, fd);
        pollFd.set(ValueLayout.JAVA_SHORT, 4, Posix.POLLIN);
    }

    /** The next packet; null when none came in time or the other end is closed. */
    public byte @Nullable [] next(long limitNs) {
        int timeoutMs = Math.clamp(limitNs / 1_000_000, 1, 60_000);
        if (posix.poll(pollFd.address(), 1, timeoutMs) <= 0) {
            return null;
        }
        long length = posix.read(fd, buffer.address(), MOST_BYTES);
        return length <= 0 ? null : buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }
}

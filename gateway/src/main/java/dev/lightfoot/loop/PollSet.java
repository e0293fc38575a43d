package dev.lightfoot.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** The pollfd structs of poll(2), 8 bytes each: int fd, short events, short revents. Not thread-safe. */
final class PollSet {
    private static final int POLLFD_BYTES = 8;

    private final Posix posix = new Posix();
    private final MemorySegment pollFds;
    private int size = 1;

    PollSet(int mostStreams) {
        pollFds = Arena.ofAuto().allocate((mostStreams + 1L) * POLLFD_BYTES, POLLFD_BYTES);
    }

    /** Watches the wake-up fd in slot 0 and each stream's in the slot behind its index. */
    void watch(int wakeFd, List<PodStream> streams) {
        size = streams.size() + 1;
        for (int slot = 0; slot < size; slot++) {
            long at = (long) slot * POLLFD_BYTES;
            pollFds.set(
                    ValueLayout.JAVA_INT,
                    at,
                    slot == 0 ? wakeFd : streams.get(slot - 1).fd());
            pollFds.set(ValueLayout.JAVA_SHORT, at + 4, Posix.POLLIN);
            pollFds.set(ValueLayout.JAVA_SHORT, at + 6, (short) 0);
        }
    }

    /** Waits until a slot is ready; false when a signal interrupted it. */
    boolean await() {
        if (posix.poll(pollFds.address(), size, -1) >= 0) {
            return true;
        }
        if (posix.errno() != Posix.EINTR) {
            throw new PosixException("poll failed with error number " + posix.errno());
        }
        return false;
    }

    boolean isReady(int slot) {
        return pollFds.get(ValueLayout.JAVA_SHORT, (long) slot * POLLFD_BYTES + 6) != 0;
    }
}

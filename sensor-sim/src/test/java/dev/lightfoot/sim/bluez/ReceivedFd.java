package dev.lightfoot.sim.bluez;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The client's end of an acquired notification socket, read through the C library. */
final class ReceivedFd implements AutoCloseable {
    private static final int F_GETFL = 3;
    private static final int O_NONBLOCK = 0x800;
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SOCK_SEQPACKET = 5;
    private static final short POLLIN = 1;

    private static final MethodHandle FCNTL =
            function("fcntl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle GETSOCKOPT =
            function("getsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final int fd;

    ReceivedFd(int fd) {
        this.fd = fd;
    }

    boolean nonBlocking() throws Throwable {
        return ((int) FCNTL.invokeExact(fd, F_GETFL) & O_NONBLOCK) != 0;
    }

    boolean seqPacket() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_INT);
            MemorySegment size = arena.allocateFrom(JAVA_INT, 4);
            int done = (int) GETSOCKOPT.invokeExact(fd, SOL_SOCKET, SO_TYPE, value, size);
            return done == 0 && value.get(JAVA_INT, 0) == SOCK_SEQPACKET;
        }
    }

    /** The next whole packet, or nothing at the end of the stream. */
    Optional<byte[]> next() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8, 4);
            entry.set(JAVA_INT, 0, fd);
            entry.set(JAVA_SHORT, 4, POLLIN);
            int ready = (int) POLL.invokeExact(entry, 1L, (int) (TestClient.TIME_LIMIT_S * 1000));
            if (ready != 1) {
                throw new AssertionError("nothing to read in time");
            }
            MemorySegment buffer = arena.allocate(1024);
            long count = (long) READ.invokeExact(fd, buffer, 1024L);
            return count <= 0
                    ? Optional.empty()
                    : Optional.of(buffer.asSlice(0, count).toArray(JAVA_BYTE));
        }
    }

    void readToTheEnd() throws Throwable {
        for (int i = 0; i < 10_000; i++) {
            if (next().isEmpty()) {
                return;
            }
        }
        throw new AssertionError("no end after 10,000 packets");
    }

    @Override
    public void close() {
        try {
            int done = (int) CLOSE.invokeExact(fd);
            assert done == 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return Linker.nativeLinker()
                .downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow(name), descriptor, options);
    }
}

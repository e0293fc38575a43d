package dev.lightfoot.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The few calls of the C library on file descriptors that the JDK has no door to. Addresses are passed as longs and the
 * error number is kept in a segment of each object, so that a call allocates nothing. One object a thread.
 */
public final class Posix {
    public static final int EINTR = 4;
    public static final int EAGAIN = 11;
    public static final short POLLIN = 1;

    private static final int AF_UNIX = 1;
    private static final int SCHED_FIFO = 1;
    private static final int SOCK_SEQPACKET_NONBLOCK_CLOEXEC = 5 | 0x800 | 0x80000;
    private static final int EFD_NONBLOCK_CLOEXEC = 0x800 | 0x80000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET = CAPTURE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle POLL = function(
            "poll",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle READ = function("read", transfer());
    private static final MethodHandle WRITE = function("write", transfer());
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle DUP =
            function("dup", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle SOCKETPAIR = function(
            "socketpair",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG));
    private static final MethodHandle EVENTFD = function(
            "eventfd", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private static final MethodHandle SCHED_SETSCHEDULER = function(
            "sched_setscheduler",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));

    private final MemorySegment state = Arena.ofAuto().allocate(CAPTURE);

    /** poll(2) on {@code count} pollfd structs of 8 bytes; the number that are ready, or -1. */
    int poll(long pollFds, int count, int timeoutMs) {
        try {
            return (int) POLL.invokeExact(state, pollFds, (long) count, timeoutMs);
        } catch (Throwable e) {
            throw broken("poll", e);
        }
    }

    /** read(2): the number of bytes, 0 at the end, -1 with {@link #errno()} set. */
    public long read(int fd, long address, long length) {
        try {
            return (long) READ.invokeExact(state, fd, address, length);
        } catch (Throwable e) {
            throw broken("read", e);
        }
    }

    /** write(2): the number of bytes, or -1 with {@link #errno()} set. */
    public long write(int fd, long address, long length) {
        try {
            return (long) WRITE.invokeExact(state, fd, address, length);
        } catch (Throwable e) {
            throw broken("write", e);
        }
    }

    /** close(2); what is closed already stays so. */
    public void close(int fd) {
        try {
            int _ = (int) CLOSE.invokeExact(state, fd);
        } catch (Throwable e) {
            throw broken("close", e);
        }
    }

    /** dup(2): another number for the same open file, to be closed for itself. */
    public int duplicate(int fd) {
        try {
            return checked("dup", (int) DUP.invokeExact(state, fd));
        } catch (Throwable e) {
            throw broken("dup", e);
        }
    }

    /** The error number of the last call that gave -1. */
    public int errno() {
        return state.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
    }

    /** A connected pair of non-blocking SOCK_SEQPACKET sockets. */
    public int[] packetPair() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(ValueLayout.JAVA_INT, 2);
            int result =
                    (int) SOCKETPAIR.invokeExact(state, AF_UNIX, SOCK_SEQPACKET_NONBLOCK_CLOEXEC, 0, pair.address());
            return new int[] {
                checked("socketpair", result) + pair.getAtIndex(ValueLayout.JAVA_INT, 0),
                pair.getAtIndex(ValueLayout.JAVA_INT, 1)
            };
        } catch (Throwable e) {
            throw broken("socketpair", e);
        }
    }

    /** A non-blocking eventfd at 0. */
    int eventFd() {
        try {
            return checked("eventfd", (int) EVENTFD.invokeExact(state, 0, EFD_NONBLOCK_CLOEXEC));
        } catch (Throwable e) {
            throw broken("eventfd", e);
        }
    }

    /** sched_setscheduler(2) of the calling thread to SCHED_FIFO; false with {@link #errno()} set when it is refused. */
    boolean firstInFirstOut(int priority) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
            return (int) SCHED_SETSCHEDULER.invokeExact(state, 0, SCHED_FIFO, parameters.address()) == 0;
        } catch (Throwable e) {
            throw broken("sched_setscheduler", e);
        }
    }

    private int checked(String call, int result) {
        if (result < 0) {
            throw new PosixException(call + " failed with error number " + errno());
        }
        return result;
    }

    private static FunctionDescriptor transfer() {
        return FunctionDescriptor.of(
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), descriptor, Linker.Option.captureCallState("errno"));
    }

    private static RuntimeException broken(String call, Throwable cause) {
        return switch (cause) {
            case PosixException e -> e;
            case Error e -> throw e;
            default -> new PosixException("calling " + call + " failed", cause);
        };
    }
}

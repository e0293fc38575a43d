package dev.lightfoot.sim.bluez;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * A connected pair of SOCK_SEQPACKET sockets, both ends non-blocking, as bluetoothd makes it for AcquireNotify: one end is
 * given away over D-Bus, the other is written here, one packet a notification. Linux only. Not thread-safe.
 */
final class SeqPacketPair implements AutoCloseable {
    /** What became of one packet. */
    enum Sent {
        WHOLE,
        FULL,
        CLOSED_BY_READER
    }

    // Numbers of the Linux ABI, the same on amd64, arm and arm64.
    private static final int AF_UNIX = 1;
    private static final int SOCK_SEQPACKET = 5;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int EAGAIN = 11;
    private static final int ENOBUFS = 105;

    private static final MemoryLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SOCKETPAIR =
            function("socketpair", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle SEND =
            function("send", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private static final int CLOSED = -1;
    private int ourEnd;
    private int givenEnd;

    private SeqPacketPair(int ourEnd, int givenEnd) {
        this.ourEnd = ourEnd;
        this.givenEnd = givenEnd;
    }

    static SeqPacketPair open() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(JAVA_INT, 2);
            MemorySegment state = arena.allocate(ERRNO_LAYOUT);
            int type = SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC;
            if ((int) SOCKETPAIR.invokeExact(state, AF_UNIX, type, 0, ends) != 0) {
                throw new IOException("socketpair failed, errno " + (int) ERRNO.get(state, 0L));
            }
            return new SeqPacketPair(ends.getAtIndex(JAVA_INT, 0), ends.getAtIndex(JAVA_INT, 1));
        } catch (Throwable e) {
            throw failed("socketpair", e);
        }
    }

    /** The file descriptor to give away; it stays open here until {@link #forgetGivenEnd}. */
    int givenEnd() {
        return givenEnd;
    }

    /** Closes this process's copy of the end that was given away, so that the reader's closing shows. */
    void forgetGivenEnd() {
        givenEnd = closeEnd(givenEnd);
    }

    Sent send(byte[] packet) throws IOException {
        if (ourEnd == CLOSED) {
            return Sent.CLOSED_BY_READER;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, packet);
            MemorySegment state = arena.allocate(ERRNO_LAYOUT);
            long sent = (long) SEND.invokeExact(state, ourEnd, bytes, (long) packet.length, MSG_NOSIGNAL);
            if (sent == packet.length) {
                return Sent.WHOLE;
            }
            int errno = (int) ERRNO.get(state, 0L);
            return errno == EAGAIN || errno == ENOBUFS ? Sent.FULL : Sent.CLOSED_BY_READER;
        } catch (Throwable e) {
            throw failed("send", e);
        }
    }

    @Override
    public void close() {
        forgetGivenEnd();
        ourEnd = closeEnd(ourEnd);
    }

    private static int closeEnd(int end) {
        if (end == CLOSED) {
            return CLOSED;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(ERRNO_LAYOUT);
            int done = (int) CLOSE.invokeExact(state, end);
            if (done != 0) {
                throw new IllegalStateException("close of fd " + end + " failed, errno " + (int) ERRNO.get(state, 0L));
            }
            return CLOSED;
        } catch (Throwable e) {
            throw new IllegalStateException("close of fd " + end, e);
        }
    }

    private static IOException failed(String call, Throwable cause) {
        return cause instanceof IOException known ? known : new IOException(call + " failed", cause);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), descriptor, Linker.Option.captureCallState("errno"));
    }
}

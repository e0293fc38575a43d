package dev.lightfoot.service;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A datagram to a Unix socket, which the JDK cannot send: socket(2), sendto(2), close(2). The address is a struct
 * sockaddr_un, u16 family and 108 bytes of path (unix(7)); a path that begins with @ is in the abstract namespace.
 */
final class UnixDatagram {
    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL_DONTWAIT = 0x4000 | 0x40;
    private static final int LONGEST_PATH = 107;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET = CAPTURE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SOCKET = function(
            "socket",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle SEND_TO = function(
            "sendto",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private UnixDatagram() {}

    /** Sends without waiting. */
    static void send(String path, String text) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length > LONGEST_PATH) {
            throw new IOException("the socket's path " + path + " must have 1 to " + LONGEST_PATH + " bytes");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURE);
            int fd = (int) SOCKET.invokeExact(state, (int) AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (fd < 0) {
                throw new IOException("socket failed with error number " + errno(state));
            }
            MemorySegment message = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            MemorySegment address = address(arena, name);
            long sent = (long) SEND_TO.invokeExact(
                    state, fd, message, (long) bytes.length, MSG_NOSIGNAL_DONTWAIT, address, Short.BYTES + name.length);
            int error = errno(state);
            int _ = (int) CLOSE.invokeExact(state, fd);
            if (sent != bytes.length) {
                throw new IOException("sending to " + path + " failed with error number " + error);
            }
        } catch (IOException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("sending to " + path + " failed", e);
        }
    }

    private static MemorySegment address(Arena arena, byte[] name) {
        MemorySegment address = arena.allocate(Short.BYTES + LONGEST_PATH + 1L, Short.BYTES);
        address.set(ValueLayout.JAVA_SHORT, 0, AF_UNIX);
        MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, Short.BYTES, name.length);
        if (name[0] == '@') {
            address.set(ValueLayout.JAVA_BYTE, Short.BYTES, (byte) 0);
        }
        return address;
    }

    private static int errno(MemorySegment state) {
        return state.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), descriptor, Linker.Option.captureCallState("errno"));
    }
}

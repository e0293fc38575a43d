package dev.lightfoot.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Stands in for a pin: a write of 8 bytes to an eventfd. One thread at a time. */
final class Pin {
    private final Posix posix = new Posix();
    private final int fd = posix.eventFd();
    private final MemorySegment one = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, 1L);

    void write() {
        posix.write(fd, one.address(), Long.BYTES);
    }
}

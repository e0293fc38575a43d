package dev.lightfoot.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** The floor: polls the sockets, reads each packet and writes the pin, and nothing else. */
final class Echo implements Runnable {
    private static final int POLLFD_BYTES = 8;
    private static final int STOP_MS = 50;

    private final List<PacketPair> pairs;
    private final Pin pin;
    private final long[][] sentNs;
    private final long[][] tookNs;
    private final int[] next;
    private volatile boolean stopped;

    Echo(List<PacketPair> pairs, Pin pin, long[][] sentNs) {
        this.pairs = pairs;
        this.pin = pin;
        this.sentNs = sentNs;
        tookNs = new long[pairs.size()][sentNs[0].length];
        next = new int[pairs.size()];
    }

    void stop() {
        stopped = true;
    }

    long[][] tookNs() {
        return tookNs;
    }

    @Override
    public void run() {
        Posix posix = new Posix();
        MemorySegment pollFds = Arena.ofAuto().allocate((long) pairs.size() * POLLFD_BYTES, POLLFD_BYTES);
        MemorySegment buffer = Arena.ofAuto().allocate(1024);
        for (int i = 0; i < pairs.size(); i++) {
            pollFds.set(ValueLayout.JAVA_INT, (long) i * POLLFD_BYTES, pairs.get(i).gatewayFd());
            pollFds.set(ValueLayout.JAVA_SHORT, (long) i * POLLFD_BYTES + 4, Posix.POLLIN);
        }
        while (!stopped) {
            posix.poll(pollFds.address(), pairs.size(), STOP_MS);
            for (int i = 0; i < pairs.size(); i++) {
                if (pollFds.get(ValueLayout.JAVA_SHORT, (long) i * POLLFD_BYTES + 6) != 0) {
                    while (posix.read(pairs.get(i).gatewayFd(), buffer.address(), 1024) > 0) {
                        pin.write();
                        if (next[i] < tookNs[i].length) {
                            tookNs[i][next[i]] = System.nanoTime() - sentNs[i][next[i]];
                            next[i]++;
                        }
                    }
                }
            }
        }
    }
}

package dev.lightfoot.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * A broker's bytes, whose end is not told in the first second: Paho 1.2.5 waits for its threads to be at work by looking ten
 * times a second, and one that has ended before it was looked at is waited for until the process ends, a thread for each
 * attempt. A forwarder that takes connections for a broker that is away does just that.
 */
final class LateEnd extends FilterInputStream {
    private static final long TOLD_AFTER_NS = 1_000_000_000L;

    private final long openedNs = System.nanoTime();

    LateEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return told(() -> in.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return told(() -> in.read(into, offset, length));
    }

    private interface Read {
        int read() throws IOException;
    }

    private int told(Read read) throws IOException {
        try {
            int found = read.read();
            if (found < 0) {
                hold();
            }
            return found;
        } catch (IOException e) {
            hold();
            throw e;
        }
    }

    private void hold() {
        for (long leftNs = left(); leftNs > 0 && !Thread.currentThread().isInterrupted(); leftNs = left()) {
            LockSupport.parkNanos(this, leftNs);
        }
    }

    private long left() {
        return openedNs + TOLD_AFTER_NS - System.nanoTime();
    }
}

package dev.lightfoot.loop;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.haptic.Haptic;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread from notification to pin: poll(2) over the pods' sockets, read(2), decode, judge, cue. On that way it
 * takes no lock, allocates and logs nothing, and reads the clock once a notification. Streams come and go by a queue and
 * an eventfd. {@link #attach}, {@link #detach} and {@link #close} are for any thread.
 */
public final class StrikeLoop implements Runnable, AutoCloseable {
    /** More pods than a runner can wear; the loop refuses more. */
    public static final int MAX_STREAMS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(StrikeLoop.class);
    private static final int POLLFD_BYTES = 8;
    /** Above the largest ATT value, 512 bytes. */
    private static final int BUFFER_BYTES = 1024;

    private final Posix posix = new Posix();
    private final CueThenRing cues;
    private final Judge judge;
    private final EventRing ring;
    private final int wakeFd = posix.eventFd();
    private final MemorySegment pollFds = Arena.ofAuto().allocate((MAX_STREAMS + 1) * POLLFD_BYTES, POLLFD_BYTES);
    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, 8);
    private final ByteBuffer notification = buffer.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    private final List<PodStream> streams = new ArrayList<>(MAX_STREAMS);
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final AtomicLong faults = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean closed;

    public StrikeLoop(FormSettings settings, Haptic haptic, EventRing ring) {
        this.ring = ring;
        cues = new CueThenRing(haptic, ring);
        judge = new Judge(settings, cues);
    }

    /** Begins to read a stream; the loop owns its fd from now on. */
    public void attach(PodStream stream) {
        if (closed) {
            end(stream, "the gateway stops");
            return;
        }
        request(() -> {
            if (streams.size() == MAX_STREAMS) {
                end(stream, "the strike loop holds " + MAX_STREAMS + " streams already");
            } else {
                stream.begin(judge);
                streams.add(stream);
                watch();
            }
        });
    }

    /** Lets go of a stream and closes its fd; nothing happens when it has ended already. */
    public void detach(PodStream stream) {
        if (closed) {
            return;
        }
        request(() -> {
            if (streams.remove(stream)) {
                watch();
                end(stream, "detached");
            }
        });
    }

    /** How many cues the motor failed to play; for any thread. */
    public long hapticFailures() {
        return cues.hapticFailures();
    }

    private void request(Runnable request) {
        requests.add(request);
        wake();
    }

    private void wake() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1L);
            new Posix().write(wakeFd, one.address(), one.byteSize());
        }
    }

    /** Runs until {@link #close}. To be called once. */
    @Override
    public void run() {
        started = true;
        watch();
        try {
            while (!closed) {
                turn();
            }
        } finally {
            takeRequests();
            for (PodStream stream : List.copyOf(streams)) {
                end(stream, "the gateway stops");
            }
            streams.clear();
            ended.countDown();
        }
    }

    private void turn() {
        int ready = posix.poll(pollFds.address(), streams.size() + 1, -1);
        if (ready < 0) {
            if (posix.errno() != Posix.EINTR) {
                throw new PosixException("poll failed with error number " + posix.errno());
            }
            return;
        }
        for (int i = streams.size() - 1; i >= 0; i--) {
            if (isReady(i + 1)) {
                drain(i);
            }
        }
        ring.wakeConsumer();
        if (isReady(0)) {
            posix.read(wakeFd, buffer.address(), Long.BYTES);
            takeRequests();
        }
    }

    private boolean isReady(int slot) {
        return pollFds.get(ValueLayout.JAVA_SHORT, (long) slot * POLLFD_BYTES + 6) != 0;
    }

    private void drain(int index) {
        PodStream stream = streams.get(index);
        while (true) {
            long length = posix.read(stream.fd(), buffer.address(), BUFFER_BYTES);
            if (length > 0) {
                if (!received(stream, (int) length)) {
                    streams.remove(index);
                    watch();
                    end(stream, "a fault in the gateway, see its log");
                    return;
                }
            } else if (length < 0 && posix.errno() == Posix.EAGAIN) {
                return;
            } else if (length == 0 || posix.errno() != Posix.EINTR) {
                streams.remove(index);
                watch();
                end(stream, length == 0 ? "the link has gone" : "reading failed with error number " + posix.errno());
                return;
            }
        }
    }

    /** False when decoder or judge failed: that stream ends, the others go on. */
    private boolean received(PodStream stream, int length) {
        try {
            stream.received(notification, length, System.nanoTime());
            return true;
        } catch (RuntimeException e) {
            faults.incrementAndGet();
            LOG.error("the {} foot's stream ends: judging a notification of {} bytes failed", stream.foot(), length, e);
            return false;
        }
    }

    /** How many streams ended because decoder or judge failed. */
    public long faults() {
        return faults.get();
    }

    private void takeRequests() {
        for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
        }
    }

    private void end(PodStream stream, String why) {
        new Posix().close(stream.fd());
        stream.listener().ended(stream, why);
    }

    /** Writes the pollfd structs: int fd, short events, short revents. */
    private void watch() {
        for (int slot = 0; slot <= streams.size(); slot++) {
            long at = (long) slot * POLLFD_BYTES;
            pollFds.set(
                    ValueLayout.JAVA_INT,
                    at,
                    slot == 0 ? wakeFd : streams.get(slot - 1).fd());
            pollFds.set(ValueLayout.JAVA_SHORT, at + 4, Posix.POLLIN);
            pollFds.set(ValueLayout.JAVA_SHORT, at + 6, (short) 0);
        }
    }

    /** Ends the loop and waits until every fd is closed. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        wake();
        try {
            if (started) {
                ended.await();
            }
            new Posix().close(wakeFd);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

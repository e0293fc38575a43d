package dev.lightfoot.loop;

import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.SessionStart;
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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread from notification to pin: poll(2) over the pods' sockets, read(2), decode, judge, cue. On that way it
 * takes no lock, allocates and logs nothing, and reads the clock once a notification; once more when a turn is done. Streams come and go by a queue and
 * an eventfd. {@link #attach}, {@link #detach} and {@link #close} are for any thread.
 */
public final class StrikeLoop implements Runnable, AutoCloseable {
    /** More pods than a runner can wear; the loop refuses more. */
    public static final int MAX_STREAMS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(StrikeLoop.class);
    /** Packets read from one pod before the others have their turn. */
    private static final int PACKETS_A_TURN = 64;

    private static final long PAUSE_AFTER_FAULT_NS = 100_000_000L;
    /** Above the largest ATT value, 512 bytes. */
    private static final int BUFFER_BYTES = 1024;

    private final Posix posix = new Posix();
    private final CueThenRing cues;
    private final Judge judge;
    private final EventRing ring;
    private final @Nullable SampleRing raw;
    private final int wakeFd = posix.eventFd();
    private final PollSet pollSet = new PollSet(MAX_STREAMS);
    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, 8);
    private final ByteBuffer notification = buffer.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    private final List<PodStream> streams = new ArrayList<>(MAX_STREAMS);
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final DelayHistogram delays = new DelayHistogram();
    private final AtomicLong faults = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    /** When the first notification of this turn was read; 0: none was. */
    private long firstReadNs;

    private volatile boolean muted;
    private volatile boolean started;
    private volatile boolean closed;

    /** For a runner of whom nothing is known. */
    public StrikeLoop(FormSettings settings, Haptic haptic, EventRing ring) {
        this(settings, SessionStart.first(), haptic, ring);
    }

    public StrikeLoop(FormSettings settings, SessionStart start, Haptic haptic, EventRing ring) {
        this(settings, start, haptic, ring, null);
    }

    /** @param raw takes every sample after it was judged; null for nobody */
    public StrikeLoop(
            FormSettings settings, SessionStart start, Haptic haptic, EventRing ring, @Nullable SampleRing raw) {
        this.ring = ring;
        this.raw = raw;
        cues = new CueThenRing(haptic, ring);
        judge = new Judge(settings, start, cues);
        muted = settings.cues().muted();
    }

    /** The runner mutes the cues, or lets them through again; for any thread. */
    public void mute(boolean muted) {
        this.muted = muted;
        answer(() -> judge.coach().mute(muted));
    }

    public boolean muted() {
        return muted;
    }

    /** How much of the cues is felt from now on; for any thread. */
    public void schedule(FeedbackSchedule wanted) {
        answer(() -> judge.coach().schedule(wanted));
    }

    /** The runner asks for the cadence beat, or ends it; for any thread. */
    public void beat(boolean wanted) {
        answer(() -> judge.coach().beat(wanted));
    }

    /** The runner's fresh form is to be learned anew from the next minute of good running; for any thread. */
    public void calibrate() {
        answer(() -> judge.coach().calibrate());
    }

    /** Runs a task of a moment on the loop's own thread in its next turn, as a sign of life; for any thread. */
    public void answer(Runnable sign) {
        requests.add(sign);
        wake();
    }

    /** Begins to read a stream; the loop owns its fd from now on. */
    public void attach(PodStream stream) {
        if (closed) {
            end(stream, "the gateway stops");
            return;
        }
        answer(() -> {
            if (streams.size() == MAX_STREAMS) {
                end(stream, "the strike loop holds " + MAX_STREAMS + " streams already");
            } else {
                streams.add(stream);
                watch();
                begin(stream);
            }
        });
    }

    private void begin(PodStream stream) {
        try {
            stream.begin(judge, raw);
        } catch (RuntimeException | Error e) {
            faults.incrementAndGet();
            LOG.error("the {} foot's stream cannot begin", stream.foot(), e);
            drop(streams.indexOf(stream), "the gateway failed to begin with it (" + e + "), see its log");
        }
    }

    /** Lets go of a stream and closes its fd; nothing happens when it has ended already. */
    public void detach(PodStream stream) {
        if (closed) {
            return;
        }
        answer(() -> {
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
                turnSafely();
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

    /** The loop outlives what goes wrong in it: a fault that belongs to no stream is counted, logged and paused after. */
    private void turnSafely() {
        try {
            turn();
        } catch (RuntimeException | Error e) {
            faults.incrementAndGet();
            LOG.error("the strike loop failed and goes on", e);
            LockSupport.parkNanos(this, PAUSE_AFTER_FAULT_NS);
        }
    }

    private void turn() {
        if (!pollSet.await()) {
            return;
        }
        firstReadNs = 0;
        for (int i = streams.size() - 1; i >= 0; i--) {
            if (pollSet.isReady(i + 1)) {
                drain(i);
            }
        }
        if (firstReadNs != 0) {
            delays.record(System.nanoTime() - firstReadNs);
        }
        ring.wakeConsumer();
        if (pollSet.isReady(0)) {
            posix.read(wakeFd, buffer.address(), Long.BYTES);
            takeRequests();
        }
    }

    private void drain(int index) {
        PodStream stream = streams.get(index);
        for (int packets = 0; packets < PACKETS_A_TURN; packets++) {
            long length = posix.read(stream.fd(), buffer.address(), BUFFER_BYTES);
            if (length > 0) {
                String ending = received(stream, (int) length);
                if (ending != null) {
                    drop(index, ending);
                    return;
                }
            } else if (length < 0 && posix.errno() == Posix.EAGAIN) {
                return;
            } else if (length == 0 || posix.errno() != Posix.EINTR) {
                drop(index, length == 0 ? LinkListener.LINK_GONE : "reading failed with error number " + posix.errno());
                return;
            }
        }
    }

    /** Null when the stream goes on. What decoder or judge throw ends that stream; the others go on. */
    private @Nullable String received(PodStream stream, int length) {
        long nowNs = System.nanoTime();
        if (firstReadNs == 0) {
            firstReadNs = nowNs;
        }
        try {
            return stream.received(notification, length, nowNs);
        } catch (RuntimeException | Error e) {
            faults.incrementAndGet();
            LOG.error("the {} foot's stream ends: judging a notification of {} bytes failed", stream.foot(), length, e);
            return "the gateway failed on a notification of " + length + " bytes (" + e + "), see its log";
        }
    }

    private void drop(int index, String why) {
        PodStream stream = streams.remove(index);
        watch();
        end(stream, why);
    }

    /** How long turns took, from the first notification read to the last one judged and cued; for any thread. */
    public DelayHistogram delays() {
        return delays;
    }

    /** How many times decoder, judge or the loop itself failed; for any thread. */
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
        try {
            stream.listener().ended(stream, why);
        } catch (RuntimeException e) {
            faults.incrementAndGet();
            LOG.error("nobody could be told that the {} foot's stream ended: {}", stream.foot(), why, e);
        }
    }

    private void watch() {
        pollSet.watch(wakeFd, streams);
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

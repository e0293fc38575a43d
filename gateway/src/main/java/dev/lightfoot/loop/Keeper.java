package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.event.EventSink;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer behind the strike loop: takes what is in the ring, and what other threads offer, and hands it to each sink
 * in order. A sink that throws is logged and the others still get the event. {@link #offer} and the counts are for any
 * thread.
 */
public final class Keeper implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int OFFERED_AT_MOST = 1024;
    private static final long TICK_NS = 200_000_000L;

    private final EventRing ring;
    private final WallClock clock;
    private EventOf eventOf;
    private final List<EventSink> sinks;
    private final BlockingQueue<Event> offered = new ArrayBlockingQueue<>(OFFERED_AT_MOST);
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /** @param offsetNs from the host's monotonic clock to the Unix epoch, for good */
    public Keeper(EventRing ring, long offsetNs, List<EventSink> sinks) {
        this(ring, WallClock.fixed(offsetNs), sinks);
    }

    public Keeper(EventRing ring, WallClock clock, List<EventSink> sinks) {
        this.ring = ring;
        this.clock = clock;
        this.eventOf = new EventOf(clock.offsetNs());
        this.sinks = List.copyOf(sinks);
    }

    /** Hands in an event from outside the strike loop; false, and counted, when the keeper is 1,024 behind. */
    public boolean offer(Event event) {
        boolean fits = offered.offer(event);
        if (!fits) {
            refused.incrementAndGet();
        }
        LockSupport.unpark(thread);
        return fits;
    }

    /** Runs until {@link #close}, and then hands on what is left. To be called once. */
    @Override
    public void run() {
        Thread me = Thread.currentThread();
        thread = me;
        ring.consumedBy(me);
        while (!closed) {
            boolean any = handOnAll();
            lookAtTheClock();
            tick();
            if (!any) {
                LockSupport.parkNanos(this, TICK_NS);
            }
        }
        handOnAll();
        ended.countDown();
    }

    private boolean handOnAll() {
        boolean any = false;
        for (Event event = next(); event != null; event = next()) {
            events.incrementAndGet();
            any = true;
            for (EventSink sink : sinks) {
                handOn(event, sink);
            }
        }
        return any;
    }

    private void lookAtTheClock() {
        long byUs = clock.setByUs();
        if (byUs == 0) {
            return;
        }
        LOG.info("the clock was set by {} s: the times of the run under way follow", Math.round(byUs / 1e6));
        handOnAll();
        eventOf = new EventOf(clock.offsetNs());
        for (EventSink sink : sinks) {
            try {
                sink.clockSet(byUs);
            } catch (RuntimeException e) {
                LOG.error(
                        "{} could not take that the clock was set",
                        sink.getClass().getSimpleName(),
                        e);
            }
        }
    }

    private void tick() {
        long nowUs = clock.nowUs();
        for (EventSink sink : sinks) {
            try {
                sink.tick(nowUs);
            } catch (RuntimeException e) {
                LOG.error("{} could not take the time", sink.getClass().getSimpleName(), e);
            }
        }
    }

    private @Nullable Event next() {
        Event event = ring.take(eventOf);
        return event != null ? event : offered.poll();
    }

    private static void handOn(Event event, EventSink sink) {
        try {
            sink.accept(event);
        } catch (RuntimeException e) {
            LOG.error("{} could not take {}", sink.getClass().getSimpleName(), event, e);
        }
    }

    /** How many events were handed on. */
    public long events() {
        return events.get();
    }

    /** How many were lost on the way here: the ring or the queue was full. */
    public long dropped() {
        return ring.dropped() + refused.get();
    }

    /** Hands on what is left and ends the thread. Close the strike loop first. */
    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        LockSupport.unpark(running);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

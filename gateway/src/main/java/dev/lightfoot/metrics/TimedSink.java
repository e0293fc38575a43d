package dev.lightfoot.metrics;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;

/**
 * A sink whose work is timed when it turns out to have been a commit. The sink and {@link #committed} are called on the
 * keeper's thread; the figures are for any thread.
 */
public final class TimedSink implements EventSink {
    private final EventSink sink;
    private boolean committed;
    private volatile long commits;
    private volatile long totalNs;
    private volatile long longestNs;

    public TimedSink(EventSink sink) {
        this.sink = sink;
    }

    /** The call under way has committed. */
    public void committed() {
        committed = true;
    }

    @Override
    public void accept(Event event) {
        long startNs = System.nanoTime();
        sink.accept(event);
        count(startNs);
    }

    @Override
    public void tick(long nowUs) {
        long startNs = System.nanoTime();
        sink.tick(nowUs);
        count(startNs);
    }

    @Override
    public void clockSet(long byUs) {
        long startNs = System.nanoTime();
        sink.clockSet(byUs);
        count(startNs);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void count(long startNs) {
        if (!committed) {
            return;
        }
        committed = false;
        long tookNs = System.nanoTime() - startNs;
        commits++;
        totalNs += tookNs;
        longestNs = Math.max(longestNs, tookNs);
    }

    public long commits() {
        return commits;
    }

    public double totalS() {
        return totalNs / 1e9;
    }

    public double longestS() {
        return longestNs / 1e9;
    }
}

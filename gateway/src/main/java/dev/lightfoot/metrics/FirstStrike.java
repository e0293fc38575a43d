package dev.lightfoot.metrics;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;

/** When the first strike was judged; for any thread. */
public final class FirstStrike implements EventSink {
    private final long startNs;
    private volatile long tookNs;

    /** @param startNs when the gateway was started, of System.nanoTime() */
    public FirstStrike(long startNs) {
        this.startNs = startNs;
    }

    @Override
    public void accept(Event event) {
        if (tookNs == 0 && event instanceof Event.Struck) {
            tookNs = System.nanoTime() - startNs;
        }
    }

    /** From the start to it; 0 while there was none. */
    public double seconds() {
        return tookNs / 1e9;
    }
}

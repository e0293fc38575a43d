package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;

/**
 * Has the whole heap collected once, when nobody has taken a step for a minute: the collector's one long pause, some 20 ms,
 * is had while no cue can come late for it, and a heap that is tidied in every rest does not grow from day to day.
 */
public final class RestCollection implements EventSink {
    static final long REST_US = 60_000_000L;

    private final Runnable collector;
    private long nowUs;
    private long steppedUs;
    private boolean due;

    /** @param collector collects the whole heap, on the keeper's thread */
    public RestCollection(Runnable collector) {
        this.collector = collector;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Struck) {
            steppedUs = nowUs;
            due = true;
        }
    }

    @Override
    public void tick(long nowUs) {
        this.nowUs = nowUs;
        if (due && nowUs - steppedUs >= REST_US) {
            due = false;
            collector.run();
        }
    }

    @Override
    public void clockSet(long byUs) {
        nowUs += byUs;
        steppedUs += byUs;
    }
}

package dev.lightfoot.event;

/** Takes events behind the ring, on the keeper's thread. Never blocks it for long and never throws. */
public interface EventSink {
    void accept(Event event);
}

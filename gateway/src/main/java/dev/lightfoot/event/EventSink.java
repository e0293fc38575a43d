package dev.lightfoot.event;

/** Takes events behind the ring, on the keeper's thread. Never blocks it for long and never throws. */
public interface EventSink {
    void accept(Event event);

    /** Tells that time has passed, four times a second at least, in microseconds of the Unix epoch. */
    default void tick(long nowUs) {}

    /**
     * Tells that the clock of the system has been set: what was told up to now happened so many microseconds later than it
     * said, or earlier when negative. Times told from now on are by the new clock.
     */
    default void clockSet(long byUs) {}
}

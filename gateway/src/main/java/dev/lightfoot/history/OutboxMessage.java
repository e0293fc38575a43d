package dev.lightfoot.history;

import dev.lightfoot.event.Event;

/** A durable message; ids rise within a stream and are never given twice. Immutable. */
public sealed interface OutboxMessage {
    long id();

    /** A strike, form change or cue. */
    record Happened(long id, Event event) implements OutboxMessage {}

    /** A run has ended. One that goes on after all, after a restart, ends again under a new id. */
    record Ended(long id, RunSummary summary) implements OutboxMessage {}
}

package dev.lightfoot.history;

import dev.lightfoot.event.EventJson;

/** A sequence of durable messages with a cursor of its own; what comes first here is sent first. */
public enum OutboxStream {
    CUE,
    FORM_CHANGE,
    RUN_SUMMARY,
    STRIKE;

    /** Its name in the database. */
    String wireName() {
        return EventJson.name(this);
    }
}

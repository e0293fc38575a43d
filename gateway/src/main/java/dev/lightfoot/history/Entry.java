package dev.lightfoot.history;

import dev.lightfoot.event.Event;

/** An event as the history holds it, with the id that no other durable message has. Immutable. */
public record Entry<E extends Event>(long id, E event) {}

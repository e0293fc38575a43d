package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.loop.StrikeLoop;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What every link works with.
 *
 * @param supervisor takes what is to be done on the supervisor's thread
 * @param events takes each change of a link
 * @param epochOffsetNs from the host's monotonic clock to the Unix epoch
 */
record Supervision(
        RadioSettings settings,
        BluezObjects objects,
        StrikeLoop loop,
        Calls calls,
        Feet feet,
        Consumer<Runnable> supervisor,
        Consumer<Event> events,
        LongSupplier epochOffsetNs) {}

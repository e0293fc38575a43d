package dev.lightfoot.ble;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which pods are heard: those that were adopted, by hand or in a window that closes by itself. For command line, page and
 * MQTT alike. Thread-safe.
 */
public interface Adoption {
    Duration LONGEST_WINDOW = Duration.ofMinutes(10);

    /** Hears a pod from now on, or changes what is kept of it. */
    void adopt(KnownPod pod) throws PodFileException;

    /** Hears a pod no more; false when it was not adopted. */
    boolean forget(String address) throws PodFileException;

    /** For so long, at most {@link #LONGEST_WINDOW}, good pods near by are adopted, two at most; gives its end. */
    Instant openWindow(Duration length) throws PodFileException;

    /** The pods that are heard now, adopted or not, the strongest first; empty where nobody listens. */
    List<Sighting> heard();
}

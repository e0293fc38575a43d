package dev.lightfoot.web;

import dev.lightfoot.ble.AdoptedPods;
import dev.lightfoot.ble.Adoption;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.ble.PodStatus;
import java.util.List;

/** The pods as they stand, and what may be done with them. Thread-safe. */
public interface PodBoard {
    /** Those that are to be heard, configured or adopted. */
    List<PodStatus> linked();

    /** What is kept of those that were adopted. */
    AdoptedPods adopted() throws PodFileException;

    /** Whether the configuration names it. */
    boolean configured(String address);

    Adoption adoption();
}

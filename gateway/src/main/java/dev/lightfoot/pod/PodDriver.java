package dev.lightfoot.pod;

/**
 * All that is special about one kind of pod: how it is recognised, what is written to start and stop it, and how its bytes
 * become samples. A new kind is one class like this and one line in {@link PodDrivers}. A driver has no state: one object
 * serves every link, from any thread.
 */
public interface PodDriver {
    PodKind kind();

    /** Whether a pod that advertises so is likely to be of this kind; what it is shows in its services once connected. */
    boolean recognises(Advertisement advertisement);

    /**
     * Brings a connected pod to notify its samples: subscribes to {@link PodKind#samples()} and writes what it takes.
     * Blocks.
     */
    PodStart start(Gatt gatt) throws PodStartException;

    /** Ends what {@link #start} began, before the link is given up; nothing for a pod that stops by itself. Blocks. */
    void stop(Gatt gatt) throws PodStartException;
}

package dev.lightfoot.pod;

import java.util.UUID;
import java.util.function.Predicate;

/** The characteristics of one connected pod while it is started or stopped. Every call blocks for a bounded time. */
public interface Gatt {
    byte[] read(UUID characteristic) throws PodStartException;

    /** Writes a value; with a response where the characteristic has one. */
    void write(UUID characteristic, byte[] value) throws PodStartException;

    /** Begins notifications or indications; they are kept until they are awaited or, of the samples, decoded. */
    void subscribe(UUID characteristic) throws PodStartException;

    /**
     * Takes what a subscribed characteristic notifies until it is what is wanted; what comes before is dropped.
     *
     * @param what is waited for, for people: "the answer to SUBSCRIBE"
     */
    byte[] await(UUID characteristic, String what, Predicate<byte[]> wanted) throws PodStartException;
}

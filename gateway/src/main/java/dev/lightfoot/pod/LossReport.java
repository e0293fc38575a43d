package dev.lightfoot.pod;

/**
 * What became of a pod's notifications since the gateway started.
 *
 * @param notifications received and used
 * @param samples in them
 * @param lost notifications that are missing by their sequence numbers; one that came too late stays counted here
 * @param duplicates received twice and passed over
 * @param outOfOrder received too late and passed over
 * @param clipped notifications with a value at the end of its range
 * @param lostInPod notifications before which the pod itself says it lost samples
 * @param garbage notifications passed over because they could not be understood
 * @param garbageReasons counts by reason in words; empty when there was none
 * @param rateHz samples a second as they arrive, over 2 s; 0 before that is known
 * @param delayMs by how much later than the swiftest ones notifications arrive, smoothed over the last 64; that of the
 *     swiftest itself cannot be known from one side
 * @param jitterMs by how much that delay changes from one notification to the next, smoothed likewise
 */
public record LossReport(
        long notifications,
        long samples,
        long lost,
        long duplicates,
        long outOfOrder,
        long clipped,
        long lostInPod,
        long garbage,
        String garbageReasons,
        float rateHz,
        float delayMs,
        float jitterMs) {}

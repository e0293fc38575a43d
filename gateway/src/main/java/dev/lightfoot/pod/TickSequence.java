package dev.lightfoot.pod;

/**
 * Makes sequence numbers for notifications that carry times and none: a hole in the times counts as the notifications that
 * would fill it. Allocates nothing. Not thread-safe.
 */
final class TickSequence {
    /** A longer hole, ns, is taken for a clock that was set anew: nothing is said of what was lost. */
    private static final double LONGEST_HOLE_NS = 60e9;

    private boolean begun;
    private long nextTickUs;
    private int sequence;

    /**
     * The number of a notification; of one that comes again or too late, an old number.
     *
     * @param firstTickUs of its first sample, in [0, 2^32)
     */
    int next(long firstTickUs, int samples, double periodNs) {
        double holeNs = begun ? (int) (firstTickUs - nextTickUs) * 1e3 : 0;
        long missingSamples = Math.round(holeNs / periodNs);
        if (missingSamples < 0 && holeNs > -LONGEST_HOLE_NS) {
            return (sequence - 1 + Math.toIntExact(Math.floorDiv(missingSamples, samples))) & 0xffff;
        }
        if (begun && holeNs < LONGEST_HOLE_NS && missingSamples > 0) {
            sequence += Math.toIntExact(Math.ceilDiv(missingSamples, samples));
        }
        begun = true;
        nextTickUs = (firstTickUs + Math.round(samples * periodNs * 1e-3)) & 0xffff_ffffL;
        return sequence++ & 0xffff;
    }
}

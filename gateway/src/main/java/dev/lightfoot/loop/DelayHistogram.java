package dev.lightfoot.loop;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts delays by their power of two in microseconds: bucket i holds [2^(i-1), 2^i) us, the last all that is longer. One
 * thread records, without allocation or lock; any thread reads.
 */
public final class DelayHistogram {
    /** The last but one ends at 2^20 us, about a second. */
    static final int BUCKETS = 22;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicLongArray sumNs = new AtomicLongArray(1);

    /** For the one thread that records. */
    void record(long delayNs) {
        long us = Math.max(0, delayNs) / 1000;
        int bucket = Math.min(BUCKETS - 1, Long.SIZE - Long.numberOfLeadingZeros(us));
        counts.lazySet(bucket, counts.getPlain(bucket) + 1);
        sumNs.lazySet(0, sumNs.getPlain(0) + Math.max(0, delayNs));
    }

    /** How many delays are in each bucket. */
    public long[] counts() {
        long[] copy = new long[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            copy[i] = counts.get(i);
        }
        return copy;
    }

    /** End of a bucket, exclusive, in seconds; infinite for the last. */
    public static double endS(int bucket) {
        return bucket == BUCKETS - 1 ? Double.POSITIVE_INFINITY : (1L << bucket) / 1e6;
    }

    /** All delays together, in seconds. */
    public double sumS() {
        return sumNs.get(0) / 1e9;
    }
}

package dev.lightfoot.loop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day beside the host's monotonic clock: an offset to the Unix epoch that stays until somebody sets the
 * system's clock, as NTP does by years on a Pi without a clock of its own. Slewing moves both clocks alike and is none.
 * {@link #setByUs} is for one thread, the rest for any.
 */
public final class WallClock {
    /** timesyncd and chrony slew what is less; reading two clocks one after the other is far from it. */
    private static final long SET_FROM_NS = 100_000_000;
    /** Between the two readings the thread may have had to wait: then they say nothing. */
    private static final long READ_WITHIN_NS = 10_000_000;

    private final InstantSource wall;
    private final LongSupplier monotonicNs;
    private volatile long offsetNs;

    public WallClock(InstantSource wall, LongSupplier monotonicNs) {
        this.wall = wall;
        this.monotonicNs = monotonicNs;
        offsetNs = epochNs() - monotonicNs.getAsLong();
    }

    public static WallClock system() {
        return new WallClock(InstantSource.system(), System::nanoTime);
    }

    /** One that nobody sets. */
    static WallClock fixed(long offsetNs) {
        return new WallClock(() -> Instant.EPOCH.plusNanos(System.nanoTime() + offsetNs), System::nanoTime, offsetNs);
    }

    private WallClock(InstantSource wall, LongSupplier monotonicNs, long offsetNs) {
        this.wall = wall;
        this.monotonicNs = monotonicNs;
        this.offsetNs = offsetNs;
    }

    /** What to add to the monotonic clock for nanoseconds of the Unix epoch. */
    public long offsetNs() {
        return offsetNs;
    }

    /** Microseconds of the Unix epoch. */
    public long nowUs() {
        return Math.floorDiv(monotonicNs.getAsLong() + offsetNs, 1_000L);
    }

    /**
     * By how many microseconds the clock has been set since the last question, ahead or back; 0 when it has not. The offset
     * has moved by as much, so that times told before are right once that is added.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    long setByUs() {
        long beforeNs = monotonicNs.getAsLong();
        long epochNs = epochNs();
        long tookNs = monotonicNs.getAsLong() - beforeNs;
        long setByNs = epochNs - (beforeNs + tookNs / 2) - offsetNs;
        if (tookNs > READ_WITHIN_NS || Math.abs(setByNs) < SET_FROM_NS) {
            return 0;
        }
        long setByUs = setByNs / 1_000;
        offsetNs += setByUs * 1_000;
        return setByUs;
    }

    private long epochNs() {
        Instant now = wall.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}

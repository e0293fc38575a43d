package dev.lightfoot.pod;

/**
 * Maps the ticks of a pod's clock to the host's monotonic nanoseconds. A notification is never early, so the earliest
 * arrivals tell the offset between the clocks; {@link EarliestArrivals} follows them and the drift. What it says is slewed
 * in, at 2 % at most, so that time between samples stays true and never runs backwards. Ticks are 32-bit microseconds;
 * the wrap is undone with the help of the arrival. A pod's clock is taken to have begun anew when its time goes back, when it
 * leaps into the future, and when every one has come late for so long that no queue explains it; it is
 * followed from the second notification on that agrees.
 *
 * <p>Allocates nothing. Not thread-safe.
 */
public final class SampleClock {
    private static final long TICKS = 1L << 32;
    /** A pod clock that disagrees by more has restarted: no link holds a notification for so long. */
    private static final long JUMP_NS = 5_000_000_000L;

    /** No sample arrives before it was taken; so much is left for arrivals that were late themselves. */
    private static final long FUTURE_NS = 500_000_000L;
    /** A queue in the radio that is longer than this empties itself at some time in {@link #LATE_FOR_NS}. */
    private static final long LATE_NS = 500_000_000L;

    private static final long LATE_FOR_NS = 2_000_000_000L;
    private static final double SLEW = 0.02;
    private static final long BLOCK_NS = 4_000_000_000L;
    private static final int BLOCKS_FOR_SLOPE = 4;
    /** Quartz is within 50 ppm; an RC oscillator that is calibrated now and then within 500. */
    private static final double MAX_DRIFT = 500e-6;

    private final EarliestArrivals earliest = new EarliestArrivals(BLOCK_NS, BLOCKS_FOR_SLOPE, -MAX_DRIFT, MAX_DRIFT);
    private boolean started;
    private long zeroNs;
    private long lastTickUs;
    private long lastPodNs;
    private long lastArrivalNs;
    private double offsetNs;
    private boolean strayed;
    private long strayTickUs;
    private long strayArrivalNs;
    private boolean late;
    private long lateSinceNs;
    private long lastHostNs = Long.MIN_VALUE;
    private long restarts;

    /**
     * Takes one notification's arrival.
     *
     * @param firstTickUs pod time of its first sample, in [0, 2^32)
     * @param spanNs from its first to its last sample
     * @param arrivalNs host time at which it was read
     * @return host time of its first sample
     */
    public long arrived(long firstTickUs, long spanNs, long arrivalNs) {
        if (!started) {
            return start(firstTickUs, spanNs, arrivalNs);
        }
        long elapsedNs = unwrappedNs(firstTickUs - lastTickUs, arrivalNs - lastArrivalNs);
        long lateNs = arrivalNs - (zeroNs + lastPodNs + elapsedNs + spanNs + Math.round(offsetNs));
        if (elapsedNs < 0
                || (lateNs < -FUTURE_NS && elapsedNs - (arrivalNs - lastArrivalNs) > FUTURE_NS)
                || Math.abs(elapsedNs - (arrivalNs - lastArrivalNs)) > JUMP_NS
                || lateForLong(lateNs, arrivalNs)) {
            return jumped(firstTickUs, spanNs, arrivalNs);
        }
        strayed = false;
        lastTickUs = firstTickUs;
        lastArrivalNs = arrivalNs;
        lastPodNs += elapsedNs;
        double target = earliest.offsetNs(lastPodNs + spanNs, arrivalNs - zeroNs - lastPodNs - spanNs);
        double mostNs = Math.max(0, elapsedNs) * SLEW;
        offsetNs += Math.clamp(target - offsetNs, -mostNs, mostNs);
        return zeroNs + lastPodNs + Math.round(offsetNs);
    }

    private boolean lateForLong(long lateNs, long arrivalNs) {
        if (lateNs <= LATE_NS) {
            late = false;
        } else if (!late) {
            late = true;
            lateSinceNs = arrivalNs;
        }
        return late && arrivalNs - lateSinceNs > LATE_FOR_NS;
    }

    /** Keeps the times of one pod's samples strictly rising, whatever happened to its clock. */
    public long rising(long hostNs) {
        lastHostNs = Math.max(hostNs, lastHostNs + 1);
        return lastHostNs;
    }

    private long start(long firstTickUs, long spanNs, long arrivalNs) {
        started = true;
        strayed = false;
        late = false;
        zeroNs = arrivalNs - spanNs;
        lastTickUs = firstTickUs;
        lastPodNs = 0;
        lastArrivalNs = arrivalNs;
        offsetNs = 0;
        earliest.clear();
        earliest.offsetNs(spanNs, 0);
        return zeroNs;
    }

    /** One stray tick is passed over; a second that agrees with the first means that the pod counts anew. */
    private long jumped(long firstTickUs, long spanNs, long arrivalNs) {
        if (strayed) {
            long sinceNs = arrivalNs - strayArrivalNs;
            if (Math.abs(unwrappedNs(firstTickUs - strayTickUs, sinceNs) - sinceNs) <= FUTURE_NS) {
                restarts++;
                return start(firstTickUs, spanNs, arrivalNs);
            }
        }
        strayed = true;
        strayTickUs = firstTickUs;
        strayArrivalNs = arrivalNs;
        return arrivalNs - spanNs;
    }

    /** The difference of two 32-bit ticks with as many wraps as bring it nearest to the time that passed here. */
    private static long unwrappedNs(long ticksUs, long hostElapsedNs) {
        long wraps = Math.round((hostElapsedNs / 1000 - ticksUs) / (double) TICKS);
        return (ticksUs + wraps * TICKS) * 1000;
    }

    /** A subscription begins: the pod's clock is learned anew. */
    public void restart() {
        started = false;
    }

    /** How fast the pod's clock runs against the host's: positive when it loses time; 0 until known. */
    public double driftPpm() {
        return earliest.driftPpm();
    }

    /** How often the pod's clock began anew within a subscription. */
    public long restarts() {
        return restarts;
    }
}

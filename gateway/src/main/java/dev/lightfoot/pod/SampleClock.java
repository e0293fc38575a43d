package dev.lightfoot.pod;

/**
 * Maps the ticks of a pod's clock to the host's monotonic nanoseconds. A notification is never early, so the earliest
 * arrivals tell the offset between the clocks; {@link EarliestArrivals} follows them and the drift. What it says is slewed
 * in, at 2 % at most, so that time between samples stays true and never runs backwards. Ticks are 32-bit microseconds;
 * the wrap is undone with the help of the arrival. A pod that restarts is followed from its second notification on.
 *
 * <p>Allocates nothing. Not thread-safe.
 */
public final class SampleClock {
    private static final long TICKS = 1L << 32;
    /** A pod clock that disagrees by more has restarted: no link holds a notification for so long. */
    private static final long JUMP_NS = 5_000_000_000L;

    private static final double SLEW = 0.02;

    private final EarliestArrivals earliest = new EarliestArrivals();
    private boolean started;
    private long zeroNs;
    private long lastTickUs;
    private long lastPodNs;
    private long lastArrivalNs;
    private double offsetNs;
    private boolean strayed;
    private long strayTickUs;
    private long strayArrivalNs;
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
        if (Math.abs(elapsedNs - (arrivalNs - lastArrivalNs)) > JUMP_NS) {
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

    /** Keeps the times of one pod's samples strictly rising, whatever happened to its clock. */
    public long rising(long hostNs) {
        lastHostNs = Math.max(hostNs, lastHostNs + 1);
        return lastHostNs;
    }

    private long start(long firstTickUs, long spanNs, long arrivalNs) {
        started = true;
        strayed = false;
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
            if (Math.abs(unwrappedNs(firstTickUs - strayTickUs, sinceNs) - sinceNs) <= JUMP_NS) {
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

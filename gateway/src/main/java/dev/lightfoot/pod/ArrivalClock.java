package dev.lightfoot.pod;

/**
 * Times the samples of a pod that tells none: counts them and fits the earliest arrivals, so that neither the pod's true rate
 * nor a late notification shows in the times. Until the rate is known, over the first seconds, a notification's last sample
 * is put at its arrival. When every arrival has been late for half a second, samples were lost: they are counted, and
 * the time that they took is made good. Allocates nothing. Not thread-safe.
 */
public final class ArrivalClock {
    private static final long BLOCK_NS = 1_000_000_000L;
    private static final int BLOCKS_FOR_SLOPE = 2;
    /** From half to three times the nominal period: some pods send at another rate than was asked for. */
    private static final double LEAST_SLOPE = -0.5;

    private static final double MOST_SLOPE = 2;
    /** A pause after which everything is learned anew. */
    private static final long PAUSE_NS = 2_000_000_000L;

    private static final long LOSS_WINDOW_NS = 500_000_000L;
    private static final int LOSS_WINDOW_NOTIFICATIONS = 10;
    /** Below this nothing is told from the jitter of the connection's events. */
    private static final double LEAST_LOSS_NS = 20e6;

    private static final double SLEW = 0.05;

    private final EarliestArrivals earliest = new EarliestArrivals(BLOCK_NS, BLOCKS_FOR_SLOPE, LEAST_SLOPE, MOST_SLOPE);
    private boolean started;
    private boolean fitted;
    private long zeroNs;
    private double countedNs;
    private double offsetNs;
    private long lastArrivalNs;
    private long windowEndNs;
    private int windowNotifications;
    private double windowLeastLateNs;
    private long missing;

    /**
     * Takes one notification's arrival.
     *
     * @param samples in it, at least 1
     * @param periodNs nominal
     * @param arrivalNs host time at which it was read
     * @return host time of its first sample
     */
    public long arrived(int samples, double periodNs, long arrivalNs) {
        missing = 0;
        if (!started || arrivalNs - lastArrivalNs > PAUSE_NS) {
            start(arrivalNs);
        } else {
            countedNs += samples * periodNs;
        }
        lastArrivalNs = arrivalNs;
        double differenceNs = arrivalNs - zeroNs - countedNs;
        double edgeNs = earliest.offsetNs(Math.round(countedNs), Math.round(differenceNs));
        double ratio = 1 + earliest.driftPpm() * 1e-6;
        double spanNs = (samples - 1) * periodNs * ratio;
        if (!earliest.slopeKnown()) {
            return arrivalNs - Math.round(spanNs);
        }
        double mostNs = samples * periodNs * SLEW;
        offsetNs = fitted ? offsetNs + slewed(edgeNs - offsetNs, samples * periodNs * (ratio - 1), mostNs) : edgeNs;
        fitted = true;
        makeGood(differenceNs - edgeNs, samples, periodNs * ratio, arrivalNs);
        return zeroNs + Math.round(countedNs + offsetNs - spanNs);
    }

    /** The step of the offset: what the slope brings, and a little towards the edge. */
    private static double slewed(double awayNs, double slopeNs, double mostNs) {
        return slopeNs + Math.clamp(awayNs - slopeNs, -mostNs, mostNs);
    }

    private void makeGood(double lateNs, int samples, double periodNs, long arrivalNs) {
        windowLeastLateNs = Math.min(windowLeastLateNs, lateNs);
        windowNotifications++;
        if (arrivalNs < windowEndNs || windowNotifications < LOSS_WINDOW_NOTIFICATIONS) {
            return;
        }
        double notificationNs = samples * periodNs;
        if (windowLeastLateNs > Math.max(LEAST_LOSS_NS, 0.75 * notificationNs)) {
            missing = Math.round(windowLeastLateNs / notificationNs);
            double ratio = 1 + earliest.driftPpm() * 1e-6;
            countedNs += missing * notificationNs / ratio;
            offsetNs += missing * notificationNs * (1 - 1 / ratio);
        }
        openWindow(arrivalNs);
    }

    private void openWindow(long arrivalNs) {
        windowEndNs = arrivalNs + LOSS_WINDOW_NS;
        windowNotifications = 0;
        windowLeastLateNs = Double.POSITIVE_INFINITY;
    }

    private void start(long arrivalNs) {
        started = true;
        fitted = false;
        zeroNs = arrivalNs;
        countedNs = 0;
        offsetNs = 0;
        earliest.clear();
        openWindow(arrivalNs);
    }

    /** How many notifications like the last one were found to be missing when it came. */
    public long missing() {
        return missing;
    }

    /** By how much the pod's true period is longer than nominal; 0 until known. */
    public double driftPpm() {
        return earliest.driftPpm();
    }

    /** A subscription begins: everything is learned anew. */
    public void restart() {
        started = false;
    }
}

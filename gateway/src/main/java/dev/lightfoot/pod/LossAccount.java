package dev.lightfoot.pod;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of a pod's notifications, by their sequence numbers. Written by one thread, which allocates nothing here;
 * read by any through {@link #report()}.
 */
public final class LossAccount {
    /** Reversed numbers in a row after which the pod is taken to count anew: the profile knows no reordering. */
    private static final int BEHIND_LIMIT = 3;

    private static final double SMOOTHED_OVER = 64;

    private static final long RATE_WINDOW_NS = 2_000_000_000L;

    private final Tally notifications = new Tally();
    private final Tally samples = new Tally();
    private final Tally lost = new Tally();
    private final Tally duplicates = new Tally();
    private final Tally outOfOrder = new Tally();
    private final Tally clipped = new Tally();
    private final Tally lostInPod = new Tally();
    private final Tally rateMilliHz = new Tally();
    private final Tally delayNs = new Tally();
    private final Tally jitterNs = new Tally();
    private final Map<Rejection, Tally> rejections = new EnumMap<>(Rejection.class);
    private int lastSequence = -1;
    private int behindInRow;
    private boolean windowOpen;
    private long windowStartNs;
    private long windowSamples;
    private double smoothDelayNs;
    private double smoothJitterNs;
    private long lastLateNs;

    public LossAccount() {
        for (Rejection rejection : Rejection.values()) {
            rejections.put(rejection, new Tally());
        }
    }

    /**
     * Accounts for one good notification.
     *
     * @return whether its samples are to be used: false for one that was had already or comes too late
     */
    public boolean accept(int sequence, int samples, long arrivalNs, boolean clipped, boolean lostBefore) {
        if (!inOrder(sequence)) {
            return false;
        }
        lastSequence = sequence;
        behindInRow = 0;
        notifications.add(1);
        this.samples.add(samples);
        if (clipped) {
            this.clipped.add(1);
        }
        if (lostBefore) {
            lostInPod.add(1);
        }
        measureRate(samples, arrivalNs);
        return true;
    }

    /**
     * Accounts for one good notification of a pod that numbers none.
     *
     * @param missing notifications that did not come before it, as its times or its arrival tell
     */
    public void acceptUnnumbered(int samples, long missing, long arrivalNs, boolean clipped) {
        notifications.add(1);
        this.samples.add(samples);
        lost.add(missing);
        if (clipped) {
            this.clipped.add(1);
        }
        measureRate(samples, arrivalNs);
    }

    /** Takes by how much later than the swiftest a notification arrived. */
    public void delayed(long lateNs) {
        smoothDelayNs += (Math.max(0, lateNs) - smoothDelayNs) / SMOOTHED_OVER;
        smoothJitterNs += (Math.abs(lateNs - lastLateNs) - smoothJitterNs) / SMOOTHED_OVER;
        lastLateNs = lateNs;
        delayNs.set(Math.round(smoothDelayNs));
        jitterNs.set(Math.round(smoothJitterNs));
    }

    private boolean inOrder(int sequence) {
        if (lastSequence < 0) {
            return true;
        }
        int ahead = (sequence - lastSequence) & 0xffff;
        if (ahead == 0) {
            duplicates.add(1);
            return false;
        }
        if (ahead < 0x8000) {
            lost.add(ahead - 1);
            return true;
        }
        if (++behindInRow > BEHIND_LIMIT) {
            return true;
        }
        outOfOrder.add(1);
        return false;
    }

    private void measureRate(int samples, long arrivalNs) {
        if (!windowOpen) {
            windowOpen = true;
            windowStartNs = arrivalNs;
            return;
        }
        windowSamples += samples;
        long elapsedNs = arrivalNs - windowStartNs;
        if (elapsedNs >= RATE_WINDOW_NS) {
            rateMilliHz.set(Math.round(windowSamples * 1e12 / elapsedNs));
            windowStartNs = arrivalNs;
            windowSamples = 0;
        }
    }

    /** Counts one notification that the decoder passed over. */
    public void reject(Rejection rejection) {
        Tally tally = rejections.get(rejection);
        if (tally != null) {
            tally.add(1);
        }
    }

    /** A subscription begins: the next sequence number may be any. What was counted stays. */
    public void restart() {
        lastSequence = -1;
        behindInRow = 0;
        windowOpen = false;
        windowSamples = 0;
    }

    /** How many notifications were used so far; for any thread. */
    public long used() {
        return notifications.count();
    }

    /** The counts so far; for any thread. */
    public LossReport report() {
        long garbage = 0;
        StringBuilder reasons = new StringBuilder();
        for (Map.Entry<Rejection, Tally> rejection : rejections.entrySet()) {
            long count = rejection.getValue().count();
            garbage += count;
            if (count > 0) {
                reasons.append(reasons.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(" x ")
                        .append(rejection.getKey().words());
            }
        }
        return new LossReport(
                notifications.count(),
                samples.count(),
                lost.count(),
                duplicates.count(),
                outOfOrder.count(),
                clipped.count(),
                lostInPod.count(),
                garbage,
                reasons.toString(),
                rateMilliHz.count() * 1e-3f,
                delayNs.count() * 1e-6f,
                jitterNs.count() * 1e-6f);
    }
}

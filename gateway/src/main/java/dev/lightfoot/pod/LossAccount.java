package dev.lightfoot.pod;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What became of a pod's notifications, by their sequence numbers. Written by one thread, which allocates nothing here;
 * read by any through {@link #report()}.
 */
public final class LossAccount {
    /** Reversed numbers in a row after which the pod is taken to count anew: the profile knows no reordering. */
    private static final int BEHIND_LIMIT = 3;

    private static final long RATE_WINDOW_NS = 2_000_000_000L;

    private static final int NOTIFICATIONS = 0;
    private static final int SAMPLES = 1;
    private static final int LOST = 2;
    private static final int DUPLICATES = 3;
    private static final int OUT_OF_ORDER = 4;
    private static final int CLIPPED = 5;
    private static final int LOST_IN_POD = 6;
    private static final int RATE_MILLIHZ = 7;
    private static final int COUNTS = 8;

    private final AtomicLongArray counts = new AtomicLongArray(COUNTS);
    private final Map<Rejection, AtomicLong> rejections = new EnumMap<>(Rejection.class);
    private int lastSequence = -1;
    private int behindInRow;
    private boolean windowOpen;
    private long windowStartNs;
    private long windowSamples;

    public LossAccount() {
        for (Rejection rejection : Rejection.values()) {
            rejections.put(rejection, new AtomicLong());
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
        add(NOTIFICATIONS, 1);
        add(SAMPLES, samples);
        if (clipped) {
            add(CLIPPED, 1);
        }
        if (lostBefore) {
            add(LOST_IN_POD, 1);
        }
        measureRate(samples, arrivalNs);
        return true;
    }

    private boolean inOrder(int sequence) {
        if (lastSequence < 0) {
            return true;
        }
        int ahead = (sequence - lastSequence) & 0xffff;
        if (ahead == 0) {
            add(DUPLICATES, 1);
            return false;
        }
        if (ahead < 0x8000) {
            add(LOST, ahead - 1);
            return true;
        }
        if (++behindInRow > BEHIND_LIMIT) {
            return true;
        }
        add(OUT_OF_ORDER, 1);
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
            counts.lazySet(RATE_MILLIHZ, Math.round(windowSamples * 1e12 / elapsedNs));
            windowStartNs = arrivalNs;
            windowSamples = 0;
        }
    }

    /** Counts one notification that the decoder passed over. */
    public void reject(Rejection rejection) {
        AtomicLong count = rejections.get(rejection);
        if (count != null) {
            count.lazySet(count.getPlain() + 1);
        }
    }

    /** A subscription begins: the next sequence number may be any. What was counted stays. */
    public void restart() {
        lastSequence = -1;
        behindInRow = 0;
        windowOpen = false;
        windowSamples = 0;
    }

    private void add(int index, long more) {
        counts.lazySet(index, counts.getPlain(index) + more);
    }

    /** How many notifications were used so far; for any thread. */
    public long used() {
        return counts.get(NOTIFICATIONS);
    }

    /** The counts so far; for any thread. */
    public LossReport report() {
        long garbage = 0;
        StringBuilder reasons = new StringBuilder();
        for (Map.Entry<Rejection, AtomicLong> rejection : rejections.entrySet()) {
            long count = rejection.getValue().get();
            garbage += count;
            if (count > 0) {
                reasons.append(reasons.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(" x ")
                        .append(rejection.getKey().words());
            }
        }
        return new LossReport(
                counts.get(NOTIFICATIONS),
                counts.get(SAMPLES),
                counts.get(LOST),
                counts.get(DUPLICATES),
                counts.get(OUT_OF_ORDER),
                counts.get(CLIPPED),
                counts.get(LOST_IN_POD),
                garbage,
                reasons.toString(),
                counts.get(RATE_MILLIHZ) * 1e-3f);
    }
}

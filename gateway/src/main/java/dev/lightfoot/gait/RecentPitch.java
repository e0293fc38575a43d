package dev.lightfoot.gait;

/** The pitch of the foot over the last samples, in degrees, for looking back to initial contact. */
final class RecentPitch {
    /** 150 ms at 416 Hz. */
    private static final int CAPACITY = 64;

    private final long[] timesNs = new long[CAPACITY];
    private final double[] pitchesDeg = new double[CAPACITY];
    private int count;

    void add(long timeNs, double pitchDeg) {
        int i = count++ % CAPACITY;
        timesNs[i] = timeNs;
        pitchesDeg[i] = pitchDeg;
        if (count == 2 * CAPACITY) {
            count = CAPACITY;
        }
    }

    void clear() {
        count = 0;
    }

    /** Pitch at a time, between samples linearly; the oldest kept when the time lies before it. */
    double at(long timeNs) {
        int later = (count - 1) % CAPACITY;
        for (int back = 1; back < Math.min(count, CAPACITY); back++) {
            int earlier = (count - 1 - back) % CAPACITY;
            if (timesNs[earlier] <= timeNs) {
                double span = timesNs[later] - timesNs[earlier];
                double part = Math.clamp((timeNs - timesNs[earlier]) / span, 0.0, 1.0);
                return pitchesDeg[earlier] + part * (pitchesDeg[later] - pitchesDeg[earlier]);
            }
            later = earlier;
        }
        return pitchesDeg[later];
    }
}

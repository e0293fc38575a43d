package dev.lightfoot.pod;

/**
 * The lower edge of arrival time minus pod time, and its slope. Of each block of time the smallest difference is kept, 16
 * blocks deep; the slope is the median of the slopes between blocks (Theil and Sen), which bears a quarter of them being
 * late, and the edge is the line of that slope under which no kept point lies. Allocates nothing. Not thread-safe.
 */
final class EarliestArrivals {
    private static final int BLOCKS = 16;

    private final long blockNs;
    private final int blocksForSlope;
    private final double leastSlope;
    private final double mostSlope;
    private final double[] atNs = new double[BLOCKS];
    private final double[] leastNs = new double[BLOCKS];
    private final double[] slopes = new double[BLOCKS * (BLOCKS - 1) / 2];
    private int blocks;
    private int current;
    private long blockEndNs;
    private double slope;
    private double interceptNs;

    /**
     * @param blocksForSlope from how many blocks on the slope is believed
     * @param leastSlope and mostSlope what the slope is kept within: a ratio
     */
    EarliestArrivals(long blockNs, int blocksForSlope, double leastSlope, double mostSlope) {
        this.blockNs = blockNs;
        this.blocksForSlope = blocksForSlope;
        this.leastSlope = leastSlope;
        this.mostSlope = mostSlope;
    }

    void clear() {
        blocks = 0;
        current = 0;
        slope = 0;
    }

    /**
     * Takes one arrival and tells the edge at its time.
     *
     * @param podNs pod time since the clock was started
     * @param differenceNs arrival since then minus pod time: the offset and the delay
     */
    double offsetNs(long podNs, long differenceNs) {
        if (blocks == 0 || podNs >= blockEndNs) {
            openBlock(podNs, differenceNs);
        } else if (differenceNs - slope * podNs < leastNs[current] - slope * atNs[current]) {
            atNs[current] = podNs;
            leastNs[current] = differenceNs;
        }
        interceptNs = Math.min(interceptNs, differenceNs - slope * podNs);
        return interceptNs + slope * podNs;
    }

    /** Whether the slope has been measured. */
    boolean slopeKnown() {
        return blocks > blocksForSlope;
    }

    double driftPpm() {
        return slope * 1e6;
    }

    private void openBlock(long podNs, long differenceNs) {
        if (blocks >= blocksForSlope) {
            slope = Math.clamp(medianSlope(), leastSlope, mostSlope);
        }
        current = blocks == 0 ? 0 : (current + 1) % BLOCKS;
        blocks = Math.min(blocks + 1, BLOCKS);
        atNs[current] = podNs;
        leastNs[current] = differenceNs;
        blockEndNs = podNs + blockNs;
        interceptNs = Double.POSITIVE_INFINITY;
        for (int i = 0; i < blocks; i++) {
            interceptNs = Math.min(interceptNs, leastNs[i] - slope * atNs[i]);
        }
    }

    private double medianSlope() {
        int count = 0;
        for (int i = 0; i < blocks; i++) {
            for (int j = 0; j < i; j++) {
                if (atNs[i] != atNs[j]) {
                    insert((leastNs[i] - leastNs[j]) / (atNs[i] - atNs[j]), count++);
                }
            }
        }
        return count == 0 ? 0 : slopes[count / 2];
    }

    /** Keeps the slopes sorted; java.util.Arrays.sort would allocate. */
    private void insert(double value, int count) {
        int at = count;
        while (at > 0 && slopes[at - 1] > value) {
            slopes[at] = slopes[at - 1];
            at--;
        }
        slopes[at] = value;
    }
}

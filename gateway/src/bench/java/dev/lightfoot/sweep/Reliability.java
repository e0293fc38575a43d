package dev.lightfoot.sweep;

import java.util.Locale;

/** How often patterns were right beside how sure they were said to be, in bins of confidence. */
final class Reliability {
    private static final int BINS = 10;

    private final int[] count = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] confidence = new double[BINS];

    void add(double said, boolean wasRight) {
        int bin = Math.min(BINS - 1, (int) (said * BINS));
        count[bin]++;
        right[bin] += wasRight ? 1 : 0;
        confidence[bin] += said;
    }

    /** Mean difference of what was said and what came true, weighted by how often it was said (ECE; Guo et al. 2017), 0 to 1. */
    double expectedError() {
        double sum = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - right[bin]);
            all += count[bin];
        }
        return sum / all;
    }

    /** What was said, how often, and what came true. */
    String table() {
        StringBuilder table = new StringBuilder("confidence said, patterns right, strikes\n");
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "%9.2f %9.2f %9d%n",
                        confidence[bin] / count[bin],
                        (double) right[bin] / count[bin],
                        count[bin]));
            }
        }
        return table.toString();
    }
}

package dev.lightfoot.gait;

/** What the spacing of the samples still tells. */
public enum Resolution {
    /** Times, angle and pattern, each with its stated error. */
    FULL,
    /**
     * Samples lie more than 12 ms apart (83 Hz): contact and flight times, duty factor and the border of midfoot and forefoot
     * are rough, cadence and rearfoot against the rest still hold.
     */
    COARSE;

    private static final double COARSE_S = 0.012;

    static Resolution of(double spacingS) {
        return spacingS > COARSE_S ? COARSE : FULL;
    }
}

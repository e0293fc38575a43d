package dev.lightfoot.gait;

/**
 * Walking against running from contact time and duty factor: walking keeps a foot down for 0.60-0.66 of the stride,
 * running at 2 m/s for 0.41-0.44, grounded running for 0.51 (Bonnaerens et al. 2019). Stateless.
 */
final class WalkRun {
    /** Border and weight of the contact time, s; fast walking 0.52 and more, slow running 0.36 and less. */
    private static final double CONTACT_BORDER_S = 0.45;

    private static final double CONTACT_WEIGHT = 10;
    /** Between grounded running and walking; recorded walkers keep a foot down for 0.54 to 0.66 of the stride. */
    private static final double DUTY_BORDER = 0.52;

    private static final double DUTY_WEIGHT = 12;

    private WalkRun() {}

    /**
     * True for walking.
     *
     * @param strideS NaN when not known
     */
    static boolean walking(double contactTimeS, double strideS) {
        double score = CONTACT_WEIGHT * (contactTimeS - CONTACT_BORDER_S);
        if (!Double.isNaN(strideS)) {
            score += DUTY_WEIGHT * (contactTimeS / strideS - DUTY_BORDER);
        }
        return score > 0;
    }
}

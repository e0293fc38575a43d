package dev.lightfoot.gait;

/**
 * Names the pattern of a strike angle and how sure that is: the angle is taken as normally distributed about the truth.
 *
 * <p>Borders 8 and -1.6 deg: Altman and Davis 2012, Gait and Posture 35(2):298.
 */
final class PatternClassifier {
    private static final double REARFOOT_ABOVE_DEG = 8;
    private static final double FOREFOOT_BELOW_DEG = -1.6;

    private PatternClassifier() {}

    static StrikePattern patternOf(double strikeAngleDeg) {
        if (strikeAngleDeg > REARFOOT_ABOVE_DEG) {
            return StrikePattern.REARFOOT;
        }
        return strikeAngleDeg < FOREFOOT_BELOW_DEG ? StrikePattern.FOREFOOT : StrikePattern.MIDFOOT;
    }

    /** Probability in [0, 1] that the true angle lies in the same class. */
    static double confidence(double strikeAngleDeg, double sdDeg) {
        double aboveRear = normal((strikeAngleDeg - REARFOOT_ABOVE_DEG) / sdDeg);
        double belowFore = normal((FOREFOOT_BELOW_DEG - strikeAngleDeg) / sdDeg);
        return switch (patternOf(strikeAngleDeg)) {
            case REARFOOT -> aboveRear;
            case FOREFOOT -> belowFore;
            case MIDFOOT -> 1 - aboveRear - belowFore;
        };
    }

    /** Cumulative normal distribution, logistic approximation within 0.01 (Bowling 2009, J Ind Eng Manag 2(1):114). */
    private static double normal(double z) {
        return 1 / (1 + Math.exp(-0.07056 * z * z * z - 1.5976 * z));
    }
}

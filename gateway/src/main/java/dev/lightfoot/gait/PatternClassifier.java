package dev.lightfoot.gait;

/**
 * Pattern and its probability from the foot strike angle: rearfoot above 8 deg, forefoot below -1.6 deg (Altman and Davis
 * 2012, Gait and Posture 35(2):298), with a logistic curve for the error of the angle. Stateless.
 */
final class PatternClassifier {
    static final double REARFOOT_DEG = 8;
    static final double FOREFOOT_DEG = -1.6;

    /**
     * Scale, deg, of the logistic curve whose spread (1.8 x scale) is the angle's error: about 2.5 deg where samples come densely, and
     * so much more for each second between them; half-way between recorded runners at 50 Hz, who are told better, and simulated.
     */
    private static final double SCALE_DEG = 1.4;

    private static final double SCALE_DEG_PER_S = 70;
    private static final double DENSE_S = 0.005;

    /** Wider by that factor after a restart, when only the rotation after contact is known. */
    private static final double LOOSE = 2;

    /** Confidence in a pattern told by the sense of rotation alone; 92 % in van Werkhoven et al. 2019, less here. */
    private static final double UNKNOWN_ANGLE_CONFIDENCE = 0.6;

    private PatternClassifier() {}

    /** Of an angle, deg; where it is not known, by whether the foot was still turning toes down once the ground was certain. */
    static StrikePattern pattern(double angleDeg, boolean stillTurning) {
        if (Double.isNaN(angleDeg)) {
            return stillTurning ? StrikePattern.REARFOOT : StrikePattern.MIDFOOT;
        }
        return pattern(angleDeg);
    }

    static StrikePattern pattern(double angleDeg) {
        if (angleDeg > REARFOOT_DEG) {
            return StrikePattern.REARFOOT;
        }
        return angleDeg < FOREFOOT_DEG ? StrikePattern.FOREFOOT : StrikePattern.MIDFOOT;
    }

    /**
     * Probability in [0, 1] that the pattern of this angle is right.
     *
     * @param angleDeg NaN when not known
     * @param zeroed whether the angle's zero is known
     * @param spacingS between samples
     */
    static double confidence(double angleDeg, boolean zeroed, double spacingS) {
        if (Double.isNaN(angleDeg)) {
            return UNKNOWN_ANGLE_CONFIDENCE;
        }
        double dense = SCALE_DEG + SCALE_DEG_PER_S * Math.max(0, spacingS - DENSE_S);
        double scale = zeroed ? dense : LOOSE * dense;
        double rear = logistic((angleDeg - REARFOOT_DEG) / scale);
        double fore = logistic((FOREFOOT_DEG - angleDeg) / scale);
        return switch (pattern(angleDeg)) {
            case REARFOOT -> rear;
            case FOREFOOT -> fore;
            case MIDFOOT -> Math.max(0, 1 - rear - fore);
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

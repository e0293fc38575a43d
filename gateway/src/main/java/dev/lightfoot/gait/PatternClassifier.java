package dev.lightfoot.gait;

/**
 * Pattern and its probability from the foot strike angle: rearfoot above 8 deg, forefoot below -1.6 deg (Altman and Davis
 * 2012, Gait and Posture 35(2):298), with a logistic curve for the error of the angle. Stateless.
 */
final class PatternClassifier {
    static final double REARFOOT_DEG = 8;
    static final double FOREFOOT_DEG = -1.6;

    /** Scale, deg, of the logistic curve whose spread (1.8 x scale) is the angle's error of about 2.5 deg. */
    private static final double SCALE_DEG = 1.4;

    /** Wider scale after a restart, when only the rotation after contact is known. */
    private static final double LOOSE_SCALE_DEG = 2.8;

    private PatternClassifier() {}

    static StrikePattern pattern(double angleDeg) {
        if (angleDeg > REARFOOT_DEG) {
            return StrikePattern.REARFOOT;
        }
        return angleDeg < FOREFOOT_DEG ? StrikePattern.FOREFOOT : StrikePattern.MIDFOOT;
    }

    /** Probability in [0, 1] that the pattern of this angle is right. */
    static double confidence(double angleDeg, boolean zeroed) {
        double scale = zeroed ? SCALE_DEG : LOOSE_SCALE_DEG;
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

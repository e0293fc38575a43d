package dev.lightfoot.gait;

/**
 * The arc tangent of two sides, rad, to within 1e-5 (0.0006 deg): a sixtieth of what the gyro's noise leaves in the angle of
 * a sole, at a fraction of the price of the exact one, which is asked for every sample. Abramowitz and Stegun 1964, 4.4.47.
 */
final class ArcTangent {
    private ArcTangent() {}

    /** Angle of the direction with these sides, rad, -pi to pi, as {@link Math#atan2} has it; 0 for no direction. */
    static double rad(double opposite, double adjacent) {
        double up = Math.abs(opposite);
        double ahead = Math.abs(adjacent);
        boolean steep = up > ahead;
        double longer = steep ? up : ahead;
        double angle = longer > 0 ? upToEighthTurn((steep ? ahead : up) / longer) : 0;
        angle = steep ? Math.PI / 2 - angle : angle;
        angle = adjacent < 0 ? Math.PI - angle : angle;
        return Math.copySign(angle, opposite);
    }

    private static double upToEighthTurn(double slope) {
        double square = slope * slope;
        double fourth = square * square;
        // in two halves, which the processor works out side by side
        double low = 0.9998660 - 0.3302995 * square;
        double high = 0.1801410 - 0.0851330 * square + 0.0208351 * fourth;
        return slope * (low + high * fourth);
    }
}

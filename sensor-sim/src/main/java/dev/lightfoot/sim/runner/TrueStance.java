package dev.lightfoot.sim.runner;

/**
 * What truly happened, in nanoseconds since the scenario's start, by the geometry of the foot.
 *
 * @param liftNs terminal contact; Long.MAX_VALUE where the foot stays
 * @param strikeAngleDeg of the sole against the ground under it at initial contact
 */
public record TrueStance(Side side, Gait gait, long contactNs, long liftNs, double strikeAngleDeg, Pattern pattern) {
    /** Whether the foot comes to stand and does not leave. */
    public boolean stays() {
        return liftNs == Long.MAX_VALUE;
    }

    /** Foot strike pattern by the strike angle: above 8 deg, -1.6 to 8 deg, below (Altman and Davis 2012). */
    public enum Pattern {
        REAR,
        MID,
        FORE;

        static Pattern of(double strikeAngleDeg) {
            if (strikeAngleDeg > 8) {
                return REAR;
            }
            return strikeAngleDeg < -1.6 ? FORE : MID;
        }
    }
}

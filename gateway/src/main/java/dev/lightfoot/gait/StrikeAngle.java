package dev.lightfoot.gait;

/**
 * The foot strike angle, deg, from two cues that fail differently: the orientation carried through the swing from the last
 * foot-flat (absolute, drifts; Falbriard et al. 2020, Front Bioeng Biotechnol 8:65) and the rotation seen since contact
 * plus what the dying slap still has to go (relative, cannot drift). Not thread-safe; holds nothing.
 */
final class StrikeAngle {
    /** Time constant, s, with which the slap dies once past its dip; set by hand on virtual IMU. */
    private static final double SLAP_TAU_S = 0.015;

    /** Angles, deg, that no landing has: what was carried is wrong. */
    private static final double LEAST_DEG = -35;

    private static final double GREATEST_DEG = 50;

    /**
     * Share of the highest angle of the swing, and deg less than that, below which 1.3 % of the recorded feet landed: what reads
     * lower has probably turned since a contact that fell between two samples.
     */
    private static final double APEX_SHARE = 0.7;

    private static final double BELOW_APEX_DEG = 5;

    private StrikeAngle() {}

    /**
     * Angle the foot will turn by until it lies flat.
     *
     * @param rateDegPerS pitch rate now, toes up positive
     */
    static double leftToFlatDeg(double rateDegPerS) {
        return Math.max(0, -rateDegPerS) * SLAP_TAU_S;
    }

    /** The least angle at contact, deg, after a swing whose highest angle was this. */
    static double leastDeg(double apexDeg) {
        return APEX_SHARE * apexDeg - BELOW_APEX_DEG;
    }

    /**
     * Angle at contact.
     *
     * @param carriedDeg carried angle at contact, meaningless when not zeroed
     * @param turnedDeg toes-down rotation since contact
     * @return NaN when neither cue is there
     */
    static double deg(boolean zeroed, double carriedDeg, boolean slapped, double turnedDeg, double rateDegPerS) {
        double relative = turnedDeg + leftToFlatDeg(rateDegPerS);
        if (!zeroed || carriedDeg < LEAST_DEG || carriedDeg > GREATEST_DEG) {
            return slapped && relative > LEAST_DEG && relative < GREATEST_DEG ? relative : Double.NaN;
        }
        return carriedDeg;
    }
}

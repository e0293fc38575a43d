package dev.lightfoot.sim.runner;

/**
 * The patch of ground a foot stands on: where in the world (x and y level, z up, m), which way it is faced, and how it tilts.
 *
 * @param headingRad of the foot, about up
 * @param slopeRad lengthwise, toes up
 * @param bankRad sideways, outwards down
 * @param stumble how hard the shoe scuffs on its way here, 0 not at all
 */
record Footing(double xM, double yM, double zM, double headingRad, double slopeRad, double bankRad, double stumble) {
    static final Footing ORIGIN = new Footing(0, 0, 0, 0, 0, 0, 0);

    /** Adds a share of the world place of a point so far ahead on this ground and so high over it. */
    void addWorld(double share, double aheadM, double overM, Pose into) {
        double level = aheadM * Math.cos(slopeRad) - overM * Math.sin(slopeRad);
        into.xM += share * (xM + level * Math.cos(headingRad));
        into.yM += share * (yM + level * Math.sin(headingRad));
        into.zM += share * (zM + aheadM * Math.sin(slopeRad) + overM * Math.cos(slopeRad));
    }
}

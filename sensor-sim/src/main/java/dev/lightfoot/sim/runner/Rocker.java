package dev.lightfoot.sim.runner;

/**
 * The sole as a rocker that rolls on the ground without slip: the contact lies under the heel while the toes are up, under
 * the ball while the heel is up, and moves from one to the other over a few degrees. When the heel is up by more than the sole
 * bends, it moves on from the ball to the tip of the shoe, whose place a stiff foot's would then have.
 *
 * <p>With the sole's support function h about the pod (height of the pod above the ground when the sole touches at pitch
 * theta), rolling puts the pod at x = x0 - integral of h by theta, z = h. Angles in rad, positive toes up.
 *
 * @param widthRad over which the contact moves from heel to ball
 * @param tipAheadM from the ball's contact to the tip of the shoe
 * @param bendRad by which the sole bends at the ball before the tip bears
 */
record Rocker(
        double heightM, double heelBehindM, double ballAheadM, double widthRad, double tipAheadM, double bendRad) {
    /** Angle over which the tip comes to bear. */
    private static final double TIP_WIDTH_RAD = 0.18;

    /** Height of the pod above the ground while the sole touches it. */
    double height(double theta) {
        double skew = (heelBehindM - ballAheadM) / 2;
        double half = (heelBehindM + ballAheadM) / 2;
        return heightM * Math.cos(theta)
                + skew * Math.sin(theta)
                + half * (root(theta) - widthRad)
                + tip(theta)
                - tip(0);
    }

    /** How far the pod has rolled back from where it is at pitch 0. */
    double rolled(double theta) {
        double skew = (heelBehindM - ballAheadM) / 2;
        double half = (heelBehindM + ballAheadM) / 2;
        double rootIntegral = (theta * root(theta) + widthRad * widthRad * asinh(theta / widthRad)) / 2;
        return heightM * Math.sin(theta)
                + skew * (1 - Math.cos(theta))
                + half * (rootIntegral - widthRad * theta)
                + tipIntegral(theta)
                - tipIntegral(0)
                - tip(0) * theta;
    }

    /** How much the tip lifts a pod that stood on the ball. */
    private double tip(double theta) {
        double beyond = theta + bendRad;
        return tipAheadM / 2 * (Math.hypot(beyond, TIP_WIDTH_RAD) - beyond);
    }

    private double tipIntegral(double theta) {
        double beyond = theta + bendRad;
        double square = TIP_WIDTH_RAD * TIP_WIDTH_RAD;
        return tipAheadM
                / 4
                * (beyond * Math.hypot(beyond, TIP_WIDTH_RAD)
                        + square * asinh(beyond / TIP_WIDTH_RAD)
                        - beyond * beyond);
    }

    /** How much higher the pod is over a sole whose curve is wider by some radians: never below 0. */
    double raised(double theta, double widerRad) {
        double half = (heelBehindM + ballAheadM) / 2;
        return half * (Math.hypot(theta, widthRad + widerRad) - root(theta));
    }

    /** How fast {@link #raised} grows with the width, from width 0, in m a radian. */
    double raisedByWidth(double theta) {
        return (heelBehindM + ballAheadM) / 2 * widthRad / root(theta);
    }

    private double root(double theta) {
        return Math.sqrt(theta * theta + widthRad * widthRad);
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}

package dev.lightfoot.sim.runner;

/**
 * The sole as a rocker that rolls on the ground without slip: the contact lies under the heel while the toes are up, under
 * the ball while the heel is up, and moves from one to the other over a few degrees.
 *
 * <p>With the sole's support function h about the pod (height of the pod above the ground when the sole touches at pitch
 * theta), rolling puts the pod at x = x0 - integral of h by theta, z = h. Angles in rad, positive toes up.
 */
record Rocker(double heightM, double heelBehindM, double ballAheadM, double widthRad) {
    /** Height of the pod above the ground while the sole touches it. */
    double height(double theta) {
        double skew = (heelBehindM - ballAheadM) / 2;
        double half = (heelBehindM + ballAheadM) / 2;
        return heightM * Math.cos(theta) + skew * Math.sin(theta) + half * (root(theta) - widthRad);
    }

    /** How far the pod has rolled back from where it is at pitch 0. */
    double rolled(double theta) {
        double skew = (heelBehindM - ballAheadM) / 2;
        double half = (heelBehindM + ballAheadM) / 2;
        double rootIntegral = (theta * root(theta) + widthRad * widthRad * asinh(theta / widthRad)) / 2;
        return heightM * Math.sin(theta) + skew * (1 - Math.cos(theta)) + half * (rootIntegral - widthRad * theta);
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

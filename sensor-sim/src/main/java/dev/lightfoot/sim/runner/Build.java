package dev.lightfoot.sim.runner;

/**
 * A shoe's sole as seen from the pod.
 *
 * @param podHeightM of the pod above the sole
 * @param heelBehindM from the pod back to the heel's contact
 * @param ballAheadM from the pod forward to the ball's contact
 * @param rockerDeg over which the contact rolls from heel to ball
 * @param tipAheadM from the ball's contact to the tip
 * @param bendDeg by which the sole bends at the ball before the tip bears; stiff soles bend less
 */
record Build(
        double podHeightM, double heelBehindM, double ballAheadM, double rockerDeg, double tipAheadM, double bendDeg) {
    static Build drawn(long seed) {
        Draw draw = new Draw(seed, "build");
        return new Build(
                draw.uniform(0.055, 0.085),
                draw.uniform(0.12, 0.17),
                draw.uniform(0.04, 0.09),
                draw.uniform(1.5, 4),
                draw.uniform(0.05, 0.1),
                draw.uniform(15, 40));
    }

    Rocker rocker() {
        return new Rocker(
                podHeightM, heelBehindM, ballAheadM, Math.toRadians(rockerDeg), tipAheadM, Math.toRadians(bendDeg));
    }
}

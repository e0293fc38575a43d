package dev.lightfoot.sim.runner;

/**
 * Where the way leads in a stretch of a scenario, or what becomes of shoes that stand.
 *
 * @param slopeDeg of the ground, positive uphill
 * @param turnDegPerS of the heading, positive to the left
 * @param riserM height gained with each step on stairs, negative down; 0 on a slope
 * @param unrest of standing shoes
 */
public record Course(double slopeDeg, double turnDegPerS, double riserM, Unrest unrest) {
    /** What happens to shoes that take no step. */
    public enum Unrest {
        STILL,
        /** The foot turns, tips, taps and lifts its heel, but keeps its place. */
        FIDGETING,
        /** The shoe is carried about in a hand, knocked, put on. */
        HANDLED
    }

    public static final Course LEVEL = new Course(0, 0, 0, Unrest.STILL);

    public Course {
        if (!(Math.abs(slopeDeg) <= 25)) {
            throw new IllegalArgumentException("slopeDeg " + slopeDeg + " must be from -25 to 25");
        }
        if (!(Math.abs(riserM) <= 0.3)) {
            throw new IllegalArgumentException("riserM " + riserM + " must be from -0.3 to 0.3");
        }
    }

    public static Course slope(double slopeDeg) {
        return new Course(slopeDeg, 0, 0, Unrest.STILL);
    }

    public static Course turning(double turnDegPerS) {
        return new Course(0, turnDegPerS, 0, Unrest.STILL);
    }

    /** Steps of a public building are 0.15 to 0.18 m high. */
    public static Course stairs(double riserM) {
        return new Course(0, 0, riserM, Unrest.STILL);
    }

    public static Course standing(Unrest unrest) {
        return new Course(0, 0, 0, unrest);
    }
}

package dev.lightfoot.gait;

/**
 * The angle of a direction over the level, rad: the arc sine by Abramowitz and Stegun 1964, 4.4.46, to within 1e-7 where the
 * direction has length one, at a third of the price of Math.atan2, which is asked for every sample.
 */
final class Elevation {
    private Elevation() {}

    /** Of a direction of length one that rises by so much, and goes so far over the level; beyond the upright up to pi. */
    static double rad(double rise, double level) {
        double x = Math.min(1, Math.abs(rise));
        double xx = x * x;
        // in two halves, which the processor works out side by side
        double low = 1.5707963050 - 0.2145988016 * x + xx * (0.0889789874 - 0.0501743046 * x);
        double high = 0.0308918810 - 0.0170881256 * x + xx * (0.0066700901 - 0.0012624911 * x);
        double angle = Math.PI / 2 - Math.sqrt(1 - x) * (low + xx * xx * high);
        return Math.copySign(level < 0 ? Math.PI - angle : angle, rise);
    }
}

package dev.lightfoot.sim.runner;

/** A polynomial of fifth degree between two times that meets value, rate and acceleration at both ends. */
record Quintic(double startS, double endS, double c0, double c1, double c2, double c3, double c4, double c5) {
    /** A value with its first two derivatives by time. */
    record Knot(double timeS, double value, double rate, double acceleration) {
        static Knot at(double timeS, double value, double rate) {
            return new Knot(timeS, value, rate, 0);
        }
    }

    static Quintic between(Knot from, Knot to) {
        double t = to.timeS() - from.timeS();
        double p0 = from.value();
        double v0 = from.rate() * t;
        double a0 = from.acceleration() * t * t;
        double p1 = to.value();
        double v1 = to.rate() * t;
        double a1 = to.acceleration() * t * t;
        return new Quintic(
                from.timeS(),
                to.timeS(),
                p0,
                v0,
                a0 / 2,
                10 * (p1 - p0) - 6 * v0 - 4 * v1 - 1.5 * a0 + 0.5 * a1,
                -15 * (p1 - p0) + 8 * v0 + 7 * v1 + 1.5 * a0 - a1,
                6 * (p1 - p0) - 3 * (v0 + v1) - 0.5 * a0 + 0.5 * a1);
    }

    double at(double timeS) {
        double u = (timeS - startS) / (endS - startS);
        return c0 + u * (c1 + u * (c2 + u * (c3 + u * (c4 + u * c5))));
    }
}

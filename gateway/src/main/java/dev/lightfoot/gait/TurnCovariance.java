package dev.lightfoot.gait;

/**
 * The covariance of the rate of turn in the pod's axes, rad2/s, with forgetting, and the direction in the level plane about
 * which the foot turned most. Not thread-safe.
 */
final class TurnCovariance {
    /** Elements of {@link #since}: xx, xy, xz, yy, yz, zz. */
    static final int ELEMENTS = 6;

    private double faded = 1;
    private double xx;
    private double xy;
    private double xz;
    private double yy;
    private double yz;
    private double zz;
    private final double[] leading = new double[3];

    /** Adds a rate of turn, rad/s, that lasted for some seconds; keeps this share of what was. */
    void add(double keep, double dtS, double gx, double gy, double gz) {
        faded *= keep;
        xx = keep * xx + dtS * gx * gx;
        xy = keep * xy + dtS * gx * gy;
        xz = keep * xz + dtS * gx * gz;
        yy = keep * yy + dtS * gy * gy;
        yz = keep * yz + dtS * gy * gz;
        zz = keep * zz + dtS * gz * gz;
    }

    /**
     * What was added since this was last asked, with forgetting.
     *
     * @param before what was summed then; becomes what is summed now
     */
    void since(double[] before, double[] added) {
        added[0] = xx - faded * before[0];
        added[1] = xy - faded * before[1];
        added[2] = xz - faded * before[2];
        added[3] = yy - faded * before[3];
        added[4] = yz - faded * before[4];
        added[5] = zz - faded * before[5];
        before[0] = xx;
        before[1] = xy;
        before[2] = xz;
        before[3] = yy;
        before[4] = yz;
        before[5] = zz;
        faded = 1;
    }

    /** Rotation energy, rad2/s. */
    double energy() {
        return xx + yy + zz;
    }

    /** Works out the level direction about which most turning was; {@link #leading} then tells it, either side. */
    void lead(double ux, double uy, double uz) {
        // two level directions: one from a sensor axis that is not upright, the other across it
        boolean fromX = Math.abs(ux) < 0.8;
        double e1x = fromX ? 1 - ux * ux : -uy * ux;
        double e1y = fromX ? -ux * uy : 1 - uy * uy;
        double e1z = fromX ? -ux * uz : -uy * uz;
        double norm = Math.sqrt(e1x * e1x + e1y * e1y + e1z * e1z);
        e1x /= norm;
        e1y /= norm;
        e1z /= norm;
        double e2x = uy * e1z - uz * e1y;
        double e2y = uz * e1x - ux * e1z;
        double e2z = ux * e1y - uy * e1x;
        double c11 = form(e1x, e1y, e1z, e1x, e1y, e1z);
        double c12 = form(e1x, e1y, e1z, e2x, e2y, e2z);
        double c22 = form(e2x, e2y, e2z, e2x, e2y, e2z);
        // the leading direction of a symmetric 2 x 2 matrix, by the half-angle formulas
        double twice = c11 - c22;
        double length = Math.sqrt(twice * twice + 4 * c12 * c12);
        double share = length > 0 ? twice / length : 1;
        double cos = Math.sqrt(Math.max(0, 0.5 * (1 + share)));
        double sin = Math.copySign(Math.sqrt(Math.max(0, 0.5 * (1 - share))), c12);
        leading[0] = cos * e1x + sin * e2x;
        leading[1] = cos * e1y + sin * e2y;
        leading[2] = cos * e1z + sin * e2z;
    }

    double leading(int axis) {
        return leading[axis];
    }

    private double form(double ax, double ay, double az, double bx, double by, double bz) {
        return ax * (xx * bx + xy * by + xz * bz)
                + ay * (xy * bx + yy * by + yz * bz)
                + az * (xz * bx + yz * by + zz * bz);
    }

    void reset() {
        faded = 1;
        xx = 0;
        xy = 0;
        xz = 0;
        yy = 0;
        yz = 0;
        zz = 0;
    }
}

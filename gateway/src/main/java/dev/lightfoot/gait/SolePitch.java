package dev.lightfoot.gait;

/**
 * Pitch of the sole, deg, toes up positive, zero when last flat on the ground: the elevation of the toe axis over the
 * carried level (drift-free orientation of Falbriard et al. 2020, Front Bioeng Biotechnol 8:65, without its look-ahead).
 * What a stride leaves over from foot-flat to foot-flat is laid to the gyro's zero little by little. Remembers the last
 * 0.15 s at 416 Hz. Not thread-safe.
 */
final class SolePitch {
    private static final double DEG = 180 / Math.PI;
    private static final double RAD = Math.PI / 180;
    private static final int REMEMBERED = 64;

    /** Share of the drift of one stride that is laid to the gyro's zero: foot-flat itself varies by about 1 deg. */
    private static final double DRIFT_SHARE = 0.2;

    /** Drift of a stride, deg, beyond which something else than the gyro's zero is at work; project's choice. */
    private static final double GREATEST_DRIFT_DEG = 10;

    private static final double LONGEST_STRIDE_S = 2.0;

    private final long[] timesNs = new long[REMEMBERED];
    private final double[] anglesDeg = new double[REMEMBERED];
    private final CarriedUp up = new CarriedUp();
    private final CarriedUp upSinceFlat = new CarriedUp();
    private int held;
    private int next;
    private double angleDeg;
    private double sin;
    private double cos = 1;
    private double flatDeg;
    private long flatNs;
    private long settledNs;
    private double driftDegPerS;
    private double lastX;
    private double lastY;
    private double lastZ;
    private boolean zeroed;
    private boolean perhapsFlat;

    /** Adds a sample of rates, rad/s, in the pod's axes; returns the pitch rate, deg/s. */
    double sample(long timeNs, double dtS, Standing standing, PitchAxis axis, double gx, double gy, double gz) {
        // drift is about the left axis, toes up being the negative turn
        double drift = driftDegPerS * RAD;
        double wx = gx + drift * axis.left(0);
        double wy = gy + drift * axis.left(1);
        double wz = gz + drift * axis.left(2);
        carry(dtS, wx, wy, wz);
        angleDeg = angle(up, standing, axis);
        timesNs[next] = timeNs;
        anglesDeg[next] = angleDeg;
        next = (next + 1) & (REMEMBERED - 1);
        held = Math.min(held + 1, REMEMBERED);
        return axis.pitchRate(wx, wy, wz) * DEG;
    }

    /** Carries up over a sample of rates, rad/s, in the pod's axes: all that can be done before the axes are known. */
    void carry(double dtS, double wx, double wy, double wz) {
        double half = 0.5 * dtS;
        double tx = half * (wx + lastX);
        double ty = half * (wy + lastY);
        double tz = half * (wz + lastZ);
        lastX = wx;
        lastY = wy;
        lastZ = wz;
        up.turn(tx, ty, tz);
        if (perhapsFlat) {
            upSinceFlat.turn(tx, ty, tz);
        }
    }

    /** Turns by what a clipped gyro hid; false when that was too much to be known. */
    boolean makeGood(Clipping clipping) {
        if (!clipping.credible()) {
            return false;
        }
        up.turn(clipping.x(), clipping.y(), clipping.z());
        if (perhapsFlat) {
            upSinceFlat.turn(clipping.x(), clipping.y(), clipping.z());
        }
        return true;
    }

    private double angle(CarriedUp up, Standing standing, PitchAxis axis) {
        double toes = up.along(axis.toes(0), axis.toes(1), axis.toes(2));
        double left = up.along(axis.left(0), axis.left(1), axis.left(2));
        double across = up.along(standing.up(0), standing.up(1), standing.up(2));
        // elevation of the toe axis: a rolled foot counts as one upright
        double level = Math.copySign(Math.sqrt(left * left + across * across), across);
        sin = toes;
        cos = level;
        return Elevation.rad(toes, level) * DEG;
    }

    CarriedUp up() {
        return up;
    }

    double angleDeg() {
        return angleDeg;
    }

    /** Sine of the angle. */
    double sin() {
        return sin;
    }

    /** Cosine of the angle. */
    double cos() {
        return cos;
    }

    /** True when the zero comes from a foot-flat or from standing. */
    boolean zeroed() {
        return zeroed;
    }

    /** Angle at a time within what is remembered, deg, between samples in a straight line. */
    double angleDegAt(long timeNs) {
        int newer = (next - 1) & (REMEMBERED - 1);
        for (int i = 1; i < held; i++) {
            int older = (newer - 1) & (REMEMBERED - 1);
            if (timesNs[older] <= timeNs) {
                double share = (double) (timeNs - timesNs[older]) / (timesNs[newer] - timesNs[older]);
                return anglesDeg[older] + Math.min(1.0, share) * (anglesDeg[newer] - anglesDeg[older]);
            }
            newer = older;
        }
        return anglesDeg[newer];
    }

    /** The latest time, ns, not after another, at which the angle was at least so great, deg; that other where none is remembered. */
    long latestNs(double leastDeg, long beforeNs) {
        int newer = (next - 1) & (REMEMBERED - 1);
        for (int i = 1; i < held; i++) {
            int older = (newer - 1) & (REMEMBERED - 1);
            if (timesNs[older] < beforeNs && anglesDeg[older] >= leastDeg) {
                if (anglesDeg[newer] >= leastDeg) {
                    return beforeNs;
                }
                double share = (anglesDeg[older] - leastDeg) / (anglesDeg[older] - anglesDeg[newer]);
                return Math.min(beforeNs, timesNs[older] + (long) (share * (timesNs[newer] - timesNs[older])));
            }
            newer = older;
        }
        return beforeNs;
    }

    /** This moment may turn out to be foot-flat: level is carried from here beside the other. */
    void perhapsFlat(long timeNs, Standing standing) {
        flatDeg = angleDeg;
        flatNs = timeNs;
        perhapsFlat = true;
        upSinceFlat.set(standing.up(0), standing.up(1), standing.up(2));
    }

    /** The last {@link #perhapsFlat} was foot-flat: what was carried from there is right; returns the angle by it. */
    double settleFlat(Standing standing, PitchAxis axis) {
        double strideS = (flatNs - settledNs) * 1e-9;
        if (zeroed && strideS > 0 && strideS < LONGEST_STRIDE_S && Math.abs(flatDeg) < GREATEST_DRIFT_DEG) {
            driftDegPerS += DRIFT_SHARE * flatDeg / strideS;
        }
        up.set(upSinceFlat);
        perhapsFlat = false;
        angleDeg = angle(up, standing, axis);
        settledNs = flatNs;
        zeroed = true;
        return angleDeg;
    }

    /** The foot stands still at this time: angle and drift are zero. */
    void stand(long timeNs, Standing standing) {
        up.set(standing.up(0), standing.up(1), standing.up(2));
        angleDeg = 0;
        sin = 0;
        cos = 1;
        driftDegPerS = 0;
        settledNs = timeNs;
        zeroed = true;
    }

    /** The foot is calm at this time and probably flat: up is near enough to where it was standing or in other calm moments. */
    void level(Standing standing) {
        up.set(standing.up(0), standing.up(1), standing.up(2));
    }

    /** The zero is not known any more: a hole in the data, or new axes. */
    void lost() {
        zeroed = false;
    }
}

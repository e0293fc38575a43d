package dev.lightfoot.gait;

/**
 * Pitch of the sole, deg, toes up positive, zero when last flat on the ground: the sum of the pitch rate, with the drift
 * that shows from one foot-flat to the next taken out (Falbriard et al. 2020, Front Bioeng Biotechnol 8:65). Remembers the
 * last 0.15 s at 416 Hz. Not thread-safe.
 */
final class SolePitch {
    private static final int REMEMBERED = 64;

    /** Share of the drift of one stride that is laid to the gyro's zero: foot-flat itself varies by about 1 deg. */
    private static final double DRIFT_SHARE = 0.2;

    /** Drift of a stride, deg, beyond which something else than the gyro's zero is at work; project's choice. */
    private static final double GREATEST_DRIFT_DEG = 15;

    private static final double LONGEST_STRIDE_S = 2.0;

    private final long[] timesNs = new long[REMEMBERED];
    private final double[] anglesDeg = new double[REMEMBERED];
    private int held;
    private int next;
    private double angleDeg;
    private double lastRate;
    private double driftDegPerS;
    private long flatNs;
    private boolean zeroed;

    /** Adds a sample of the raw pitch rate, deg/s, and returns the rate without drift. */
    double sample(long timeNs, double dtS, double rawRateDegPerS) {
        double rate = rawRateDegPerS - driftDegPerS;
        angleDeg += 0.5 * (rate + lastRate) * dtS;
        lastRate = rate;
        timesNs[next] = timeNs;
        anglesDeg[next] = angleDeg;
        next = (next + 1) & (REMEMBERED - 1);
        held = Math.min(held + 1, REMEMBERED);
        return rate;
    }

    double angleDeg() {
        return angleDeg;
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

    /** The foot lay flat at this time with this angle: from here on that angle is zero. */
    void flat(long timeNs, double flatDeg) {
        double strideS = (timeNs - flatNs) * 1e-9;
        if (zeroed && strideS > 0 && strideS < LONGEST_STRIDE_S && Math.abs(flatDeg) < GREATEST_DRIFT_DEG) {
            driftDegPerS += DRIFT_SHARE * flatDeg / strideS;
        }
        shift(flatDeg);
        flatNs = timeNs;
        zeroed = true;
    }

    /** The foot stands still at this time: angle and drift are zero. */
    void standing(long timeNs) {
        shift(angleDeg);
        driftDegPerS = 0;
        flatNs = timeNs;
        zeroed = true;
    }

    /** The way here is not known any more: a hole in the data, or new axes. */
    void lost() {
        zeroed = false;
        held = 0;
        lastRate = 0;
    }

    private void shift(double deg) {
        angleDeg -= deg;
        for (int i = 0; i < held; i++) {
            anglesDeg[(next - 1 - i) & (REMEMBERED - 1)] -= deg;
        }
    }
}

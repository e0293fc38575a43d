package dev.lightfoot.gait;

/**
 * Finds quiet standing in blocks of half a second and takes from it the direction of up, in sensor axes, and the gyro's
 * zero, rad/s. Before the first quiet block, up is the mean specific force of calm moments (the middle of stances), as
 * foot-flat detectors have it (Falbriard et al. 2018, Front Physiol 9:610). Not thread-safe.
 */
final class Standing {
    /** Length of a block, s; project's choice. */
    private static final double BLOCK_S = 0.5;

    /** Spread of the gyro in quiet standing, rad/s (2.9 deg/s): ten times the noise of a cheap MEMS gyro. */
    private static final double STILL_GYRO_SD = 0.05;

    /** Spread of the specific force in quiet standing, m/s2. */
    private static final double STILL_ACC_SD = 0.4;

    /** Greatest zero offset believed, rad/s (10 deg/s), the worst in data sheets of consumer gyros. */
    private static final double GREATEST_BIAS = 0.175;

    /** Gravity, m/s2, and how far a scale error may take it. */
    private static final double GRAVITY = 9.81;

    private static final double GRAVITY_TOLERANCE = 1.0;

    /** Cosine of 12 deg: a further block that agrees with up is averaged into it. */
    private static final double SAME_UP_COS = 0.978;

    /** Blocks in a row that must disagree before the pod counts as turned. */
    private static final int TURNED_BLOCKS = 3;

    /** Calm: rate below 60 deg/s, specific force of 8.5 to 11.5 m/s2, for 0.08 s in all: two or three stances of running. */
    private static final double CALM_GYRO = 1.05;

    private static final double CALM_ACC_LEAST = 8.5;
    private static final double CALM_ACC_MOST = 11.5;
    private static final double CALM_ENOUGH_S = 0.08;
    private static final double CALM_TAU_S = 5.0;

    private final double[] sum = new double[6];
    private final double[] squares = new double[6];
    private final double[] up = {0, 0, 1};
    private final double[] bias = new double[3];
    private final double[] calm = new double[3];
    private int count;
    private double blockS;
    private double calmS;
    private boolean calmNow;
    private int disagreeing;
    private boolean stood;
    private boolean still;
    private boolean turned;
    private boolean calibrated;

    void sample(double dtS, double ax, double ay, double az, double gx, double gy, double gz) {
        turned = false;
        add(0, ax);
        add(1, ay);
        add(2, az);
        add(3, gx);
        add(4, gy);
        add(5, gz);
        count++;
        blockS += dtS;
        if (!stood && !calibrated) {
            calmMoment(dtS, ax, ay, az, gx, gy, gz);
        }
        if (blockS >= BLOCK_S) {
            closeBlock();
        }
    }

    private void add(int axis, double value) {
        sum[axis] += value;
        squares[axis] += value * value;
    }

    private void calmMoment(double dtS, double ax, double ay, double az, double gx, double gy, double gz) {
        double rate = Math.sqrt(gx * gx + gy * gy + gz * gz);
        double force = Math.sqrt(ax * ax + ay * ay + az * az);
        calmNow = false;
        if (rate > CALM_GYRO || force < CALM_ACC_LEAST || force > CALM_ACC_MOST) {
            return;
        }
        double keep = Math.min(1.0, dtS / Math.min(CALM_TAU_S, calmS + dtS));
        calm[0] += keep * (ax - calm[0]);
        calm[1] += keep * (ay - calm[1]);
        calm[2] += keep * (az - calm[2]);
        calmS += dtS;
        calmNow = true;
        if (calmS >= CALM_ENOUGH_S) {
            point(calm[0], calm[1], calm[2], 1.0);
        }
    }

    private void closeBlock() {
        still = quiet();
        if (still) {
            double mx = sum[0] / count;
            double my = sum[1] / count;
            double mz = sum[2] / count;
            double cos = (mx * up[0] + my * up[1] + mz * up[2]) / Math.sqrt(mx * mx + my * my + mz * mz);
            disagreeing = cos < SAME_UP_COS ? disagreeing + 1 : 0;
            boolean borneOut = !calibrated || cos >= SAME_UP_COS;
            if ((!stood && borneOut) || disagreeing >= TURNED_BLOCKS) {
                turned = stood || calibrated;
                turned &= disagreeing >= TURNED_BLOCKS;
                point(mx, my, mz, 1.0);
                disagreeing = 0;
                stood = true;
                calibrated = false;
            } else if (cos >= SAME_UP_COS) {
                point(mx, my, mz, 0.2);
            }
            for (int i = 0; i < 3; i++) {
                bias[i] = sum[3 + i] / count;
            }
        }
        for (int i = 0; i < 6; i++) {
            sum[i] = 0;
            squares[i] = 0;
        }
        count = 0;
        blockS = 0;
    }

    private boolean quiet() {
        double force = 0;
        for (int i = 0; i < 6; i++) {
            double mean = sum[i] / count;
            double sd = Math.sqrt(Math.max(0, squares[i] / count - mean * mean));
            if (sd > (i < 3 ? STILL_ACC_SD : STILL_GYRO_SD) || (i >= 3 && Math.abs(mean) > GREATEST_BIAS)) {
                return false;
            }
            force += i < 3 ? mean * mean : 0;
        }
        return Math.abs(Math.sqrt(force) - GRAVITY) < GRAVITY_TOLERANCE;
    }

    private void point(double x, double y, double z, double share) {
        double norm = Math.sqrt(x * x + y * y + z * z);
        double ux = up[0] + share * (x / norm - up[0]);
        double uy = up[1] + share * (y / norm - up[1]);
        double uz = up[2] + share * (z / norm - up[2]);
        double length = Math.sqrt(ux * ux + uy * uy + uz * uz);
        up[0] = ux / length;
        up[1] = uy / length;
        up[2] = uz / length;
    }

    /** True when up is known, from standing or from a few calm moments. */
    boolean known() {
        return stood || calibrated || calmS >= CALM_ENOUGH_S;
    }

    /** What up rests upon. */
    AngleZero zero() {
        if (stood) {
            return AngleZero.STANDING;
        }
        return calibrated ? AngleZero.CALIBRATION : AngleZero.FOOT_FLAT;
    }

    /** Takes up from an earlier standing with this pod on this shoe; standing otherwise refutes it. */
    void calibrate(double x, double y, double z) {
        reset();
        point(x, y, z, 1.0);
        calibrated = true;
    }

    /** The pod tipped on the shoe: up is elsewhere by the turn from one direction to another, both of length one. */
    void tip(double[] from, double[] to) {
        // Rodrigues' rotation about from x to
        double x = from[1] * to[2] - from[2] * to[1];
        double y = from[2] * to[0] - from[0] * to[2];
        double z = from[0] * to[1] - from[1] * to[0];
        double cos = from[0] * to[0] + from[1] * to[1] + from[2] * to[2];
        double along = (x * up[0] + y * up[1] + z * up[2]) / Math.max(1e-6, 1 + cos);
        point(
                cos * up[0] + y * up[2] - z * up[1] + along * x,
                cos * up[1] + z * up[0] - x * up[2] + along * y,
                cos * up[2] + x * up[1] - y * up[0] + along * z,
                1.0);
        disagreeing = 0;
    }

    /** True when the last half second was quiet standing. */
    boolean still() {
        return still;
    }

    /** True when up is taken from calm moments, and this is one. */
    boolean calm() {
        return !stood && !calibrated && calmNow && calmS >= CALM_ENOUGH_S;
    }

    /** True for one sample when quiet standing says that the pod sits otherwise than before. */
    boolean turned() {
        return turned;
    }

    /** Component of up along a sensor axis, 0 to 2. */
    double up(int axis) {
        return up[axis];
    }

    /** Zero of the gyro about a sensor axis, rad/s. */
    double bias(int axis) {
        return bias[axis];
    }

    void reset() {
        breakBlock();
        bias[0] = 0;
        bias[1] = 0;
        bias[2] = 0;
        calmS = 0;
        disagreeing = 0;
        stood = false;
        calibrated = false;
        turned = false;
    }

    /** Drops the block in work, after a hole in the data. */
    void breakBlock() {
        for (int i = 0; i < 6; i++) {
            sum[i] = 0;
            squares[i] = 0;
        }
        count = 0;
        blockS = 0;
        still = false;
    }
}

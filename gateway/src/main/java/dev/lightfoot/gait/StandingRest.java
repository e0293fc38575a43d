package dev.lightfoot.gait;

/**
 * Finds quiet standing: half a second in which neither acceleration nor angular rate varies. Its mean gives the gyro's bias
 * and the direction of up in the sensor's axes.
 */
final class StandingRest {
    private static final long BLOCK_NS = 500_000_000L;
    private static final int LEAST_SAMPLES = 20;
    /** A pod on a standing foot: noise of the sensor and sway of the body, well below any step. */
    private static final double ACC_SD_MPS2 = 0.35;

    private static final double GYRO_SD_RADPS = Math.toRadians(6);
    /** Beyond any gyro's bias: the foot is turning, if steadily. */
    private static final double MOST_BIAS_RADPS = Math.toRadians(15);

    private static final double LEAST_GRAVITY_MPS2 = 8.8;
    private static final double MOST_GRAVITY_MPS2 = 10.8;

    private final double[] sum = new double[6];
    private final double[] squares = new double[6];
    private final double[] mean = new double[6];
    private int count;
    private long blockStartNs;

    /** Takes a sample; true when it ends a block of quiet standing. */
    boolean sample(long timeNs, float ax, float ay, float az, float gx, float gy, float gz) {
        if (count == 0) {
            blockStartNs = timeNs;
        }
        add(0, ax);
        add(1, ay);
        add(2, az);
        add(3, gx);
        add(4, gy);
        add(5, gz);
        count++;
        if (timeNs - blockStartNs < BLOCK_NS) {
            return false;
        }
        boolean quiet = count >= LEAST_SAMPLES && isQuiet();
        clear();
        return quiet;
    }

    /** Mean over the last quiet block: acceleration in m/s2, 0 to 2. */
    double accMps2(int axis) {
        return mean[axis];
    }

    /** Mean over the last quiet block: angular rate in rad/s, 0 to 2. */
    double gyroRadPerS(int axis) {
        return mean[3 + axis];
    }

    void clear() {
        count = 0;
        java.util.Arrays.fill(sum, 0);
        java.util.Arrays.fill(squares, 0);
    }

    private void add(int i, double value) {
        sum[i] += value;
        squares[i] += value * value;
    }

    private boolean isQuiet() {
        double gravity = Math.sqrt((sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2])) / count;
        if (gravity < LEAST_GRAVITY_MPS2 || gravity > MOST_GRAVITY_MPS2) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            double average = sum[i] / count;
            double variance = Math.max(0, squares[i] / count - average * average);
            double limit = i < 3 ? ACC_SD_MPS2 : GYRO_SD_RADPS;
            if (variance > limit * limit || (i >= 3 && Math.abs(average) > MOST_BIAS_RADPS)) {
                return false;
            }
        }
        for (int i = 0; i < 6; i++) {
            mean[i] = sum[i] / count;
        }
        return true;
    }
}

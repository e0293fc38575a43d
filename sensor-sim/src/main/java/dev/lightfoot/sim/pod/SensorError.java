package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import java.util.SplittableRandom;

/**
 * What one cheap six-axis IMU adds to the truth, as data sheets of current parts give it (LSM6DSO, BMI270, ICM-42688-P):
 * white noise of 160 micro-g and 0.007 deg/s per root hertz at 100 Hz of bandwidth; a bias drawn once; a gyro bias that
 * drifts by up to 0.03 deg/s a kelvin while the pod warms or cools towards the foot; scales wrong by up to 1 %; axes out of
 * square by up to 1 %. Not thread-safe.
 */
public final class SensorError {
    private static final double ACC_NOISE_MPS2 = 0.016;
    private static final double GYRO_NOISE_RAD_PER_S = 0.0012;
    private static final double ACC_BIAS_MPS2 = 0.1;
    private static final double GYRO_BIAS_RAD_PER_S = 0.008;
    private static final double GYRO_DRIFT_RAD_PER_S_PER_K = Math.toRadians(0.03);
    private static final double SCALE_ERROR = 0.01;
    private static final double CROSS_ERROR = 0.01;

    /** From a cold hall to a warm shoe, or out of a warm house into the snow; project's choice. */
    private static final double MOST_WARMING_K = 20;

    /** A pod of some grams takes minutes; project's choice. */
    private static final double SOONEST_WARM_S = 120;

    private static final double LATEST_WARM_S = 900;
    private static final double NS_PER_S = 1e9;

    private final SplittableRandom random;
    private final double size;
    private final double[] bias = new double[6];
    private final double[] drift = new double[3];
    private final double[] scale = new double[6];
    private final double[] cross = new double[6];
    private final double warmingK;
    private final double warmS;

    private SensorError(long seed, double size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
        for (int axis = 0; axis < 6; axis++) {
            bias[axis] = within(axis < 3 ? ACC_BIAS_MPS2 : GYRO_BIAS_RAD_PER_S);
        }
        for (int axis = 0; axis < 6; axis++) {
            scale[axis] = 1 + within(SCALE_ERROR);
            cross[axis] = within(CROSS_ERROR);
        }
        for (int axis = 0; axis < 3; axis++) {
            drift[axis] = within(GYRO_DRIFT_RAD_PER_S_PER_K);
        }
        warmingK = random.nextDouble(-MOST_WARMING_K, MOST_WARMING_K);
        warmS = random.nextDouble(SOONEST_WARM_S, LATEST_WARM_S);
    }

    public static SensorError typical(long seed) {
        return of(seed, 1);
    }

    /** Errors as a multiple of a typical sensor's. */
    public static SensorError of(long seed, double size) {
        if (!(size >= 0 && size <= 100)) {
            throw new IllegalArgumentException("size " + size + " of a sensor's errors must be from 0 to 100");
        }
        return new SensorError(seed, size);
    }

    /** A perfect sensor, for tests of the wire. */
    public static SensorError none() {
        return new SensorError(0, 0);
    }

    /** Spoils a reading taken at a time since the start; call it once for each sample. */
    public void addTo(ImuReading reading, long timeNs) {
        double kelvin = warmingK * (1 - Math.exp(-timeNs / NS_PER_S / warmS));
        double ax = reading.accXMps2;
        double ay = reading.accYMps2;
        double az = reading.accZMps2;
        reading.accXMps2 = scale[0] * ax + cross[0] * ay + bias[0] + noise(ACC_NOISE_MPS2);
        reading.accYMps2 = scale[1] * ay + cross[1] * az + bias[1] + noise(ACC_NOISE_MPS2);
        reading.accZMps2 = scale[2] * az + cross[2] * ax + bias[2] + noise(ACC_NOISE_MPS2);
        double gx = reading.gyroXRadPerS;
        double gy = reading.gyroYRadPerS;
        double gz = reading.gyroZRadPerS;
        reading.gyroXRadPerS =
                scale[3] * gx + cross[3] * gy + bias[3] + kelvin * drift[0] + noise(GYRO_NOISE_RAD_PER_S);
        reading.gyroYRadPerS =
                scale[4] * gy + cross[4] * gz + bias[4] + kelvin * drift[1] + noise(GYRO_NOISE_RAD_PER_S);
        reading.gyroZRadPerS =
                scale[5] * gz + cross[5] * gx + bias[5] + kelvin * drift[2] + noise(GYRO_NOISE_RAD_PER_S);
    }

    private double within(double most) {
        return size * (2 * random.nextDouble() - 1) * most;
    }

    private double noise(double sd) {
        return size * sd * random.nextGaussian();
    }
}

package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import java.util.SplittableRandom;

/**
 * Noise and bias of one cheap six-axis IMU. White noise over the bandwidth of a foot pod: 160 micro-g and 0.007 deg/s per
 * root hertz at 100 Hz, as data sheets of current parts give them; a bias drawn once. Not thread-safe.
 */
public final class SensorError {
    private static final double ACC_NOISE_MPS2 = 0.016;
    private static final double GYRO_NOISE_RAD_PER_S = 0.0012;
    private static final double ACC_BIAS_MPS2 = 0.1;
    private static final double GYRO_BIAS_RAD_PER_S = 0.008;

    private final SplittableRandom random;
    private final double size;
    private final double[] bias = new double[6];

    private SensorError(long seed, double size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
        for (int axis = 0; axis < 6; axis++) {
            double most = axis < 3 ? ACC_BIAS_MPS2 : GYRO_BIAS_RAD_PER_S;
            bias[axis] = size * random.nextDouble(-most, most);
        }
    }

    public static SensorError typical(long seed) {
        return new SensorError(seed, 1);
    }

    /** A perfect sensor, for tests of the wire. */
    public static SensorError none() {
        return new SensorError(0, 0);
    }

    void addTo(ImuReading reading) {
        reading.accXMps2 += bias[0] + size * ACC_NOISE_MPS2 * random.nextGaussian();
        reading.accYMps2 += bias[1] + size * ACC_NOISE_MPS2 * random.nextGaussian();
        reading.accZMps2 += bias[2] + size * ACC_NOISE_MPS2 * random.nextGaussian();
        reading.gyroXRadPerS += bias[3] + size * GYRO_NOISE_RAD_PER_S * random.nextGaussian();
        reading.gyroYRadPerS += bias[4] + size * GYRO_NOISE_RAD_PER_S * random.nextGaussian();
        reading.gyroZRadPerS += bias[5] + size * GYRO_NOISE_RAD_PER_S * random.nextGaussian();
    }
}

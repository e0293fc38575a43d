package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Thingy:52's raw motion: 9 x i16 of one sample, acc of 10 fractional bits in g, gyro of 5 in deg/s, compass. Its
 * gyroscope thus ends at 1024 deg/s, which a fast foot passes.
 */
final class ThingyDecoder implements PodDecoder {
    private static final int LENGTH = 18;
    private static final float ACC_MPS2_PER_COUNT = (float) (Units.MPS2_PER_G / 1024);
    private static final float GYRO_RAD_PER_S_PER_COUNT = (float) (Units.RAD_PER_DEG / 32);

    private final double periodNs;

    ThingyDecoder(int rateHz) {
        periodNs = 1e9 / rateHz;
    }

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length != LENGTH) {
            return Rejection.WRONG_LENGTH;
        }
        boolean clipped = false;
        for (int axis = 0; axis < 6; axis++) {
            short count = notification.getShort(axis * 2);
            clipped |= count == Short.MAX_VALUE || count == Short.MIN_VALUE;
        }
        sink.untimed(1, periodNs, clipped);
        sink.sample(
                0,
                notification.getShort(0) * ACC_MPS2_PER_COUNT,
                notification.getShort(2) * ACC_MPS2_PER_COUNT,
                notification.getShort(4) * ACC_MPS2_PER_COUNT,
                notification.getShort(6) * GYRO_RAD_PER_S_PER_COUNT,
                notification.getShort(8) * GYRO_RAD_PER_S_PER_COUNT,
                notification.getShort(10) * GYRO_RAD_PER_S_PER_COUNT);
        return null;
    }
}

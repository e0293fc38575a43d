package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes MetaMotion's packed data: module, register, 3 x (3 x i16), for each sensor by itself and without times. One chip
 * samples both at once, so the n-th readings of the two belong together; when one stream has run ahead by more than a packet
 * that waits, packets of the other were lost, and the readings they belonged to are dropped.
 */
final class MetaMotionDecoder implements PodDecoder {
    private static final int PACKED = 3;
    private static final int LENGTH = 2 + PACKED * 6;
    /** Readings by which one stream may be ahead: two packets, as they come one of each. */
    private static final int MOST_AHEAD = 2 * PACKED;

    private static final int CAPACITY = 16;
    private static final int ANSWER = 0x80;
    /** At 16 g: 2,048 counts to a g. */
    private static final float ACC_MPS2_PER_COUNT = (float) (Units.MPS2_PER_G / 2048);
    /** At 2000 deg/s: 16.4 counts to a deg/s. */
    private static final float GYRO_RAD_PER_S_PER_COUNT = (float) (Units.RAD_PER_DEG / 16.4);

    private final double periodNs;
    private final byte accRegister;
    private final byte gyroRegister;
    private final AxesRing acc = new AxesRing(CAPACITY);
    private final AxesRing gyro = new AxesRing(CAPACITY);

    MetaMotionDecoder(int rateHz, byte accRegister, byte gyroRegister) {
        periodNs = 1e9 / rateHz;
        this.accRegister = accRegister;
        this.gyroRegister = gyroRegister;
    }

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length < 2) {
            return Rejection.TRUNCATED;
        }
        byte module = notification.get(0);
        byte register = notification.get(1);
        boolean isAcc = module == MetaMotionDriver.ACC && register == accRegister;
        if (!isAcc && !(module == MetaMotionDriver.GYRO && register == gyroRegister)) {
            return (register & ANSWER) != 0 ? null : Rejection.UNKNOWN_FRAME;
        }
        if (length != LENGTH) {
            return Rejection.WRONG_LENGTH;
        }
        for (int i = 0; i < PACKED; i++) {
            int at = 2 + i * 6;
            (isAcc ? acc : gyro)
                    .add(0, notification.getShort(at), notification.getShort(at + 2), notification.getShort(at + 4));
        }
        dropAhead(acc, gyro);
        dropAhead(gyro, acc);
        emit(sink);
        return null;
    }

    private static void dropAhead(AxesRing one, AxesRing other) {
        if (one.size() - other.size() > MOST_AHEAD) {
            for (int i = 0; i < PACKED; i++) {
                one.drop();
            }
        }
    }

    private void emit(SampleSink sink) {
        int samples = Math.min(acc.size(), gyro.size());
        if (samples == 0) {
            return;
        }
        boolean clipped = false;
        for (int i = 0; i < samples; i++) {
            clipped |= isClipped(acc, i) || isClipped(gyro, i);
        }
        sink.untimed(samples, periodNs, clipped);
        for (int i = 0; i < samples; i++) {
            sink.sample(
                    Math.round(i * periodNs),
                    acc.x(0) * ACC_MPS2_PER_COUNT,
                    acc.y(0) * ACC_MPS2_PER_COUNT,
                    acc.z(0) * ACC_MPS2_PER_COUNT,
                    gyro.x(0) * GYRO_RAD_PER_S_PER_COUNT,
                    gyro.y(0) * GYRO_RAD_PER_S_PER_COUNT,
                    gyro.z(0) * GYRO_RAD_PER_S_PER_COUNT);
            acc.drop();
            gyro.drop();
        }
    }

    private static boolean isClipped(AxesRing counts, int index) {
        return Math.abs(counts.x(index)) >= Short.MAX_VALUE
                || Math.abs(counts.y(index)) >= Short.MAX_VALUE
                || Math.abs(counts.z(index)) >= Short.MAX_VALUE;
    }
}

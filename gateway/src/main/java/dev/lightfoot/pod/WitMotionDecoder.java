package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes WitMotion's stream of 20-byte frames: {@code 55 61} with acc, gyro and angle as 9 x i16, and {@code 55 71} that
 * answers a register. Frames may be split over notifications and have no checksum: one is believed when it ends where a
 * notification ends or another header stands. After a header that is not where it belongs the first frame found is not used.
 */
final class WitMotionDecoder implements PodDecoder {
    private static final int FRAME_BYTES = 20;
    private static final byte HEADER = 0x55;
    private static final byte MOTION = 0x61;
    private static final byte REGISTER = 0x71;
    private static final int BATTERY_REGISTER = 0x64;
    private static final float VOLTS_PER_COUNT = 0.01f;
    /** It has one lithium cell. */
    private static final float MOST_VOLTS = 5;

    private static final float ACC_MPS2_PER_COUNT = (float) (16 * Units.MPS2_PER_G / 32768);
    private static final float GYRO_RAD_PER_S_PER_COUNT = (float) (2000 * Units.RAD_PER_DEG / 32768);
    private static final int AXES = 6;
    /** In a notification of 512 bytes and what was held before. */
    private static final int MOST_FRAMES = 26;

    private final double periodNs;
    private final ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final short[] counts = new short[MOST_FRAMES * AXES];
    private int filled;
    private boolean inStep = true;
    private int frames;
    private boolean clipped;
    private int strayBytes;

    WitMotionDecoder(int rateHz) {
        periodNs = 1e9 / rateHz;
    }

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length > MOST_FRAMES * FRAME_BYTES - FRAME_BYTES) {
            return Rejection.TOO_MANY_SAMPLES;
        }
        frames = 0;
        clipped = false;
        boolean torn = filled > 0 && length % FRAME_BYTES == 0 && isHeader(notification, 0, length);
        if (torn) {
            filled = 0;
        }
        strayBytes = 0;
        boolean registerSeen = false;
        for (int i = 0; i < length; i++) {
            take(notification.get(i));
            if (filled == FRAME_BYTES) {
                boolean believed = inStep && (i + 1 == length || isHeader(notification, i + 1, length));
                inStep = i + 1 == length || isHeader(notification, i + 1, length);
                if (frame.get(1) == REGISTER) {
                    registerSeen = true;
                    tellRegister(believed, sink);
                } else if (believed) {
                    keep();
                }
                filled = 0;
            }
        }
        if (frames > 0) {
            emit(sink);
            return torn ? Rejection.TORN_FRAME : null;
        }
        if (torn) {
            return Rejection.TORN_FRAME;
        }
        return registerSeen || (filled > 0 && strayBytes == 0) ? null : Rejection.UNKNOWN_FRAME;
    }

    private void take(byte value) {
        if ((filled == 0 && value == HEADER) || (filled == 1 && isType(value)) || filled > 1) {
            frame.put(filled++, value);
        } else {
            strayBytes++;
            inStep = false;
            filled = value == HEADER ? 1 : 0;
        }
    }

    private static boolean isHeader(ByteBuffer bytes, int at, int length) {
        return at + 1 < length
                ? bytes.get(at) == HEADER && isType(bytes.get(at + 1))
                : at < length && bytes.get(at) == HEADER;
    }

    private static boolean isType(byte value) {
        return value == MOTION || value == REGISTER;
    }

    private void keep() {
        for (int axis = 0; axis < AXES; axis++) {
            short count = frame.getShort(2 + axis * 2);
            counts[frames * AXES + axis] = count;
            clipped |= count == Short.MAX_VALUE || count == Short.MIN_VALUE;
        }
        frames++;
    }

    private void tellRegister(boolean believed, SampleSink sink) {
        float volts = Short.toUnsignedInt(frame.getShort(4)) * VOLTS_PER_COUNT;
        if (believed && frame.getShort(2) == BATTERY_REGISTER && volts <= MOST_VOLTS) {
            sink.figure(Figure.BATTERY_V, volts);
        }
    }

    private void emit(SampleSink sink) {
        sink.untimed(frames, periodNs, clipped);
        for (int i = 0; i < frames; i++) {
            int at = i * AXES;
            sink.sample(
                    Math.round(i * periodNs),
                    counts[at] * ACC_MPS2_PER_COUNT,
                    counts[at + 1] * ACC_MPS2_PER_COUNT,
                    counts[at + 2] * ACC_MPS2_PER_COUNT,
                    counts[at + 3] * GYRO_RAD_PER_S_PER_COUNT,
                    counts[at + 4] * GYRO_RAD_PER_S_PER_COUNT,
                    counts[at + 5] * GYRO_RAD_PER_S_PER_COUNT);
        }
    }
}

package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes DATA of Movesense's sensor data service: {@code 02 ref}, u32 ms, N x acc in m/s2, N x gyro in deg/s, f32 each;
 * what does not fit into one notification goes on in {@code 03 ref}. A part of whole samples does not show that it is one,
 * so the first DATA of a link is only watched: whether another part follows tells how long the first parts
 * are; and so again when a part is missing.
 */
final class MovesenseDecoder implements PodDecoder {
    private static final int DATA = 2;
    private static final int DATA_PART_2 = 3;
    private static final int HEADER_BYTES = 2;
    private static final int TIME_BYTES = 4;
    private static final int AXES_BYTES = 12;
    private static final int SAMPLE_BYTES = 2 * AXES_BYTES;
    /** More than a packet of 512 bytes and another hold. */
    private static final int MOST_SAMPLES = 42;
    /** The widest ranges of the sensor, 16 g and 2000 deg/s, and a little for calibration. */
    private static final float MOST_ACC_MPS2 = (float) (16 * Units.MPS2_PER_G * 1.05);

    private static final float MOST_GYRO_DEG_PER_S = 2000 * 1.05f;
    private static final float RAD_PER_DEG = (float) Units.RAD_PER_DEG;

    private final double periodNs;
    private final TickSequence sequence = new TickSequence();
    private final ByteBuffer message = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    private int held;
    private int lastWhole;
    private boolean lastEmitted;
    private int splitAt;
    private boolean watched;

    MovesenseDecoder(int rateHz) {
        periodNs = 1e9 / rateHz;
    }

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length < HEADER_BYTES) {
            return Rejection.TRUNCATED;
        }
        if (notification.get(1) != MovesenseDriver.REFERENCE) {
            return Rejection.UNKNOWN_FRAME;
        }
        return switch (notification.get(0)) {
            case DATA -> first(notification, length, sink);
            case DATA_PART_2 -> second(notification, length, sink);
            case 1 -> null;
            default -> Rejection.UNKNOWN_FRAME;
        };
    }

    private @Nullable Rejection first(ByteBuffer notification, int length, SampleSink sink) {
        Rejection torn = held > 0 ? Rejection.TORN_FRAME : null;
        int bytes = length - HEADER_BYTES;
        if (held > 0 && isWhole(held)) {
            splitAt = 0;
            watched = false;
        }
        held = 0;
        lastWhole = 0;
        if (!isWhole(bytes) || bytes == splitAt) {
            message.put(0, notification, HEADER_BYTES, bytes);
            held = bytes;
            return torn;
        }
        lastWhole = bytes;
        lastEmitted = watched;
        if (!watched) {
            watched = true;
            return torn;
        }
        Rejection rejection = emit(notification, HEADER_BYTES, bytes, sink);
        return rejection == null ? torn : rejection;
    }

    private @Nullable Rejection second(ByteBuffer notification, int length, SampleSink sink) {
        int bytes = length - HEADER_BYTES;
        int before = held;
        held = 0;
        if (before == 0) {
            splitAt = lastWhole;
            lastWhole = 0;
            return splitAt > 0 && !lastEmitted ? null : Rejection.TORN_FRAME;
        }
        watched = true;
        if (before + bytes > message.capacity()) {
            return Rejection.TOO_MANY_SAMPLES;
        }
        message.put(before, notification, HEADER_BYTES, bytes);
        return isWhole(before + bytes) ? emit(message, 0, before + bytes, sink) : Rejection.WRONG_LENGTH;
    }

    private static boolean isWhole(int bytes) {
        return bytes > TIME_BYTES && (bytes - TIME_BYTES) % SAMPLE_BYTES == 0;
    }

    private @Nullable Rejection emit(ByteBuffer bytes, int at, int length, SampleSink sink) {
        int samples = (length - TIME_BYTES) / SAMPLE_BYTES;
        if (samples > MOST_SAMPLES) {
            return Rejection.TOO_MANY_SAMPLES;
        }
        int accAt = at + TIME_BYTES;
        int gyroAt = accAt + samples * AXES_BYTES;
        if (!within(bytes, accAt, samples, MOST_ACC_MPS2) || !within(bytes, gyroAt, samples, MOST_GYRO_DEG_PER_S)) {
            return Rejection.OUT_OF_RANGE;
        }
        long firstTickUs = Integer.toUnsignedLong(bytes.getInt(at)) * 1000 & 0xffff_ffffL;
        long spanNs = Math.round((samples - 1) * periodNs);
        sink.notification(sequence.next(firstTickUs, samples, periodNs), samples, firstTickUs, spanNs, false, false);
        for (int i = 0; i < samples; i++) {
            int acc = accAt + i * AXES_BYTES;
            int gyro = gyroAt + i * AXES_BYTES;
            sink.sample(
                    Math.round(i * periodNs),
                    bytes.getFloat(acc),
                    bytes.getFloat(acc + 4),
                    bytes.getFloat(acc + 8),
                    bytes.getFloat(gyro) * RAD_PER_DEG,
                    bytes.getFloat(gyro + 4) * RAD_PER_DEG,
                    bytes.getFloat(gyro + 8) * RAD_PER_DEG);
        }
        return null;
    }

    private static boolean within(ByteBuffer bytes, int at, int samples, float most) {
        for (int i = 0; i < samples * 3; i++) {
            // NaN is within nothing
            if (!(Math.abs(bytes.getFloat(at + i * 4)) <= most)) {
                return false;
            }
        }
        return true;
    }
}

package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one frame of Polar's data characteristic, three axes of i16: raw, or a reference and blocks of differences,
 * {@code [bits][count]} and the values packed from the lowest bit on. Reused; allocates nothing.
 */
final class PolarFrame {
    /** Far above what a frame of 512 bytes of moving foot holds; without a bound a byte could stand for 255 samples. */
    static final int MOST_SAMPLES = 128;

    private static final int AXES = 3;
    private static final int SAMPLE_BYTES = 2 * AXES;
    private static final int MOST_BITS = 16;

    private final int[] values = new int[MOST_SAMPLES * AXES];
    private int samples;

    int samples() {
        return samples;
    }

    int x(int sample) {
        return values[sample * AXES];
    }

    int y(int sample) {
        return values[sample * AXES + 1];
    }

    int z(int sample) {
        return values[sample * AXES + 2];
    }

    /** Reads bytes [at, end). */
    @Nullable
    Rejection read(ByteBuffer bytes, int at, int end, boolean delta) {
        samples = 0;
        if (end - at < SAMPLE_BYTES) {
            return Rejection.NO_SAMPLES;
        }
        return delta ? readDelta(bytes, at, end) : readRaw(bytes, at, end);
    }

    private @Nullable Rejection readRaw(ByteBuffer bytes, int at, int end) {
        if ((end - at) % SAMPLE_BYTES != 0) {
            return Rejection.WRONG_LENGTH;
        }
        int count = (end - at) / SAMPLE_BYTES;
        if (count > MOST_SAMPLES) {
            return Rejection.TOO_MANY_SAMPLES;
        }
        for (int i = 0; i < count * AXES; i++) {
            values[i] = bytes.getShort(at + 2 * i);
        }
        samples = count;
        return null;
    }

    private @Nullable Rejection readDelta(ByteBuffer bytes, int at, int end) {
        for (int axis = 0; axis < AXES; axis++) {
            values[axis] = bytes.getShort(at + 2 * axis);
        }
        int count = 1;
        int next = at + SAMPLE_BYTES;
        while (next < end) {
            if (next + 2 > end) {
                return Rejection.WRONG_LENGTH;
            }
            int bits = Byte.toUnsignedInt(bytes.get(next));
            int more = Byte.toUnsignedInt(bytes.get(next + 1));
            next += 2;
            int blockBytes = (bits * more * AXES + 7) / 8;
            if (bits > MOST_BITS) {
                return Rejection.OUT_OF_RANGE;
            }
            if (next + blockBytes > end) {
                return Rejection.WRONG_LENGTH;
            }
            if (count + more > MOST_SAMPLES) {
                return Rejection.TOO_MANY_SAMPLES;
            }
            int bit = next * 8;
            for (int i = 0; i < more * AXES; i++) {
                int at0 = count * AXES + i;
                values[at0] = values[at0 - AXES] + signed(bytes, bit, bits);
                if ((short) values[at0] != values[at0]) {
                    return Rejection.OUT_OF_RANGE;
                }
                bit += bits;
            }
            count += more;
            next += blockBytes;
        }
        samples = count;
        return null;
    }

    private static int signed(ByteBuffer bytes, int bit, int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            int one = bytes.get((bit + i) >> 3) >> ((bit + i) & 7) & 1;
            value |= one << i;
        }
        return bits == 0 ? 0 : value << (32 - bits) >> (32 - bits);
    }
}

package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Packs one notification of the Samples characteristic: a header of 8 bytes and 12 bytes a sample, little-endian. */
final class Notification {
    private static final double STANDARD_GRAVITY_MPS2 = 9.80665;
    private static final int CLIPPED = 1 << 6;
    private static final int LOST_BEFORE = 1 << 7;

    private final ByteBuffer bytes;
    private final double accCountsPerMps2;
    private final double gyroCountsPerRadPerS;
    private boolean clipped;

    Notification(int sequence, long timeUs, int deviationPermille, int samples, int accRangeG, int gyroRangeDps) {
        bytes = ByteBuffer.allocate(PodProfile.HEADER_BYTES + samples * PodProfile.SAMPLE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        accCountsPerMps2 = 32768 / (accRangeG * STANDARD_GRAVITY_MPS2);
        gyroCountsPerRadPerS = 32768 / Math.toRadians(gyroRangeDps);
        bytes.putShort((short) sequence)
                .put((byte) samples)
                .putInt((int) timeUs)
                .put((byte) deviationPermille);
    }

    void add(ImuReading reading) {
        put(reading.accXMps2 * accCountsPerMps2);
        put(reading.accYMps2 * accCountsPerMps2);
        put(reading.accZMps2 * accCountsPerMps2);
        put(reading.gyroXRadPerS * gyroCountsPerRadPerS);
        put(reading.gyroYRadPerS * gyroCountsPerRadPerS);
        put(reading.gyroZRadPerS * gyroCountsPerRadPerS);
    }

    byte[] bytes(boolean lostBefore) {
        int flags = (clipped ? CLIPPED : 0) | (lostBefore ? LOST_BEFORE : 0);
        bytes.put(2, (byte) (bytes.get(2) | flags));
        return bytes.array();
    }

    private void put(double counts) {
        long rounded = Math.round(counts);
        long kept = Math.clamp(rounded, -Short.MAX_VALUE, Short.MAX_VALUE);
        clipped |= kept != rounded;
        bytes.putShort((short) kept);
    }
}

package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes frames of Polar's data characteristic: type, u64 ns of the last sample, frame type (bit 7: compressed), samples.
 * Accelerometer in mg (raw), or in counts of a factor in g or (type 1) mg, gyroscope in counts of a factor in deg/s; the two are merged by time.
 */
final class PolarDecoder implements PodDecoder {
    private static final int HEADER_BYTES = 10;
    private static final int COMPRESSED = 0x80;
    /** A frame is shorter than a second; and no clock that counts from 2000 stands beyond 2146. */
    private static final long EARLIEST_NS = 1_000_000_000L;

    private static final long LATEST_NS = 1L << 62;
    private static final double MPS2_PER_MG = Units.MPS2_PER_G * 1e-3;
    /** How far beyond its range a calibrated sensor may read. */
    private static final double MARGIN = 1.05;
    /** By how much a frame's own period may be off the nominal one before it is taken for a hole. */
    private static final double PERIOD_TOLERANCE = 0.2;

    private final double nominalPeriodNs;
    private final double accMps2PerCount;
    private final double gyroRadPerSPerCount;
    private final float mostAccMps2;
    private final float mostGyroRadPerS;
    private final PolarFrame frame = new PolarFrame();
    private final StreamMerge merge;
    private long lastAccNs;
    private long lastGyroNs;

    PolarDecoder(int rateHz, double accFactorG, int accRangeG, double gyroFactorDegPerS, int gyroRangeDegPerS) {
        nominalPeriodNs = 1e9 / rateHz;
        accMps2PerCount = accFactorG * Units.MPS2_PER_G;
        gyroRadPerSPerCount = gyroFactorDegPerS * Units.RAD_PER_DEG;
        mostAccMps2 = (float) (accRangeG * Units.MPS2_PER_G);
        mostGyroRadPerS = (float) (gyroRangeDegPerS * Units.RAD_PER_DEG);
        merge = new StreamMerge(nominalPeriodNs);
    }

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length < HEADER_BYTES) {
            return Rejection.TRUNCATED;
        }
        boolean acc = notification.get(0) == PolarDriver.ACC;
        int frameType = Byte.toUnsignedInt(notification.get(9));
        double unit = acc ? accUnit(frameType) : gyroUnit(frameType);
        if ((!acc && notification.get(0) != PolarDriver.GYRO) || unit == 0) {
            return Rejection.UNKNOWN_FRAME;
        }
        Rejection rejection = frame.read(notification, HEADER_BYTES, length, (frameType & COMPRESSED) != 0);
        if (rejection != null) {
            return rejection;
        }
        float most = acc ? mostAccMps2 : mostGyroRadPerS;
        if (!within(unit, most * MARGIN)) {
            return Rejection.OUT_OF_RANGE;
        }
        long lastNs = notification.getLong(1);
        if (lastNs < EARLIEST_NS || lastNs > LATEST_NS) {
            return Rejection.OUT_OF_RANGE;
        }
        if (!push(acc, lastNs, (float) unit)) {
            return Rejection.OUT_OF_ORDER;
        }
        merge.emit(sink, mostAccMps2, mostGyroRadPerS);
        return null;
    }

    /** What a count is worth in m/s2; 0 when the frame type is not known. */
    private double accUnit(int frameType) {
        return switch (frameType) {
            case 1 -> MPS2_PER_MG;
            case COMPRESSED -> accMps2PerCount;
            case COMPRESSED | 1 -> accMps2PerCount * 1e-3;
            default -> 0;
        };
    }

    private double gyroUnit(int frameType) {
        return frameType == COMPRESSED ? gyroRadPerSPerCount : 0;
    }

    private boolean within(double unit, double most) {
        for (int i = 0; i < frame.samples(); i++) {
            double greatest = Math.max(Math.abs(frame.x(i)), Math.max(Math.abs(frame.y(i)), Math.abs(frame.z(i))));
            if (greatest * unit > most) {
                return false;
            }
        }
        return true;
    }

    private boolean push(boolean acc, long lastNs, float unit) {
        int samples = frame.samples();
        double sinceNs = (double) lastNs - (acc ? lastAccNs : lastGyroNs);
        double expectedNs = samples * nominalPeriodNs;
        boolean follows = Math.abs(sinceNs - expectedNs) < PERIOD_TOLERANCE * expectedNs;
        double periodNs = follows ? sinceNs / samples : nominalPeriodNs;
        if (!merge.follows(acc, lastNs - Math.round((samples - 1) * periodNs))) {
            return false;
        }
        for (int i = 0; i < samples; i++) {
            long timeNs = lastNs - Math.round((samples - 1 - i) * periodNs);
            merge.add(acc, timeNs, frame.x(i) * unit, frame.y(i) * unit, frame.z(i) * unit);
        }
        if (acc) {
            lastAccNs = lastNs;
        } else {
            lastGyroNs = lastNs;
        }
        return true;
    }
}

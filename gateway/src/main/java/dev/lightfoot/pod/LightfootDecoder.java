package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Decodes the Samples notifications of the Lightfoot pod profile: 8 bytes of header, then 12 for each sample. */
public final class LightfootDecoder implements PodDecoder {
    private static final int HEADER_BYTES = 8;
    private static final int SAMPLE_BYTES = 12;
    private static final int COUNT_MASK = 0x1f;
    private static final int RESERVED_BIT = 0x20;
    private static final int CLIPPED_BIT = 0x40;
    private static final int LOST_BIT = 0x80;
    private static final double STANDARD_GRAVITY_MPS2 = 9.80665;
    private static final double FULL_SCALE = 32768.0;

    private final int maxSamples;
    private final double nominalPeriodNs;
    private final float accMps2PerCount;
    private final float gyroRadPerSPerCount;

    public LightfootDecoder(LightfootInfo info) {
        maxSamples = info.maxSamples();
        nominalPeriodNs = 1e9 / info.rateHz();
        accMps2PerCount = (float) (info.accRangeG() * STANDARD_GRAVITY_MPS2 / FULL_SCALE);
        gyroRadPerSPerCount = (float) (Math.toRadians(info.gyroRangeDegPerS()) / FULL_SCALE);
    }

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length < HEADER_BYTES) {
            return Rejection.TRUNCATED;
        }
        int countAndFlags = notification.get(2);
        int samples = countAndFlags & COUNT_MASK;
        if ((countAndFlags & RESERVED_BIT) != 0) {
            return Rejection.RESERVED_BIT;
        }
        if (samples == 0) {
            return Rejection.NO_SAMPLES;
        }
        if (samples > maxSamples) {
            return Rejection.TOO_MANY_SAMPLES;
        }
        if (length != HEADER_BYTES + samples * SAMPLE_BYTES) {
            return Rejection.WRONG_LENGTH;
        }
        double periodNs = nominalPeriodNs * (1 + notification.get(7) * 1e-3);
        sink.notification(
                Short.toUnsignedInt(notification.getShort(0)),
                samples,
                Integer.toUnsignedLong(notification.getInt(3)),
                Math.round((samples - 1) * periodNs),
                (countAndFlags & CLIPPED_BIT) != 0,
                (countAndFlags & LOST_BIT) != 0);
        for (int i = 0; i < samples; i++) {
            int at = HEADER_BYTES + i * SAMPLE_BYTES;
            sink.sample(
                    Math.round(i * periodNs),
                    notification.getShort(at) * accMps2PerCount,
                    notification.getShort(at + 2) * accMps2PerCount,
                    notification.getShort(at + 4) * accMps2PerCount,
                    notification.getShort(at + 6) * gyroRadPerSPerCount,
                    notification.getShort(at + 8) * gyroRadPerSPerCount,
                    notification.getShort(at + 10) * gyroRadPerSPerCount);
        }
        return null;
    }
}

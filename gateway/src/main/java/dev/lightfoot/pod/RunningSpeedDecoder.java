package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes RSC Measurement (2A53): flags, u16 speed, u8 cadence, and by bits 0 and 1 of the flags u16 stride length and u32
 * distance. Some pods count the strides of one foot: while running, fewer than 120 a minute are no steps, and count twice.
 */
final class RunningSpeedDecoder implements PodDecoder {
    private static final int FIXED_BYTES = 4;
    private static final int STRIDE_LENGTH = 1;
    private static final int DISTANCE = 2;
    private static final int RUNNING = 4;
    private static final int LEAST_RUNNING_SPM = 120;

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length < FIXED_BYTES) {
            return Rejection.TRUNCATED;
        }
        int flags = notification.get(0);
        int wanted = FIXED_BYTES + ((flags & STRIDE_LENGTH) != 0 ? 2 : 0) + ((flags & DISTANCE) != 0 ? 4 : 0);
        if (length != wanted) {
            return Rejection.WRONG_LENGTH;
        }
        boolean running = (flags & RUNNING) != 0;
        int cadence = Byte.toUnsignedInt(notification.get(3));
        boolean strides = running && cadence < LEAST_RUNNING_SPM;
        sink.figure(Figure.CADENCE_SPM, strides ? 2 * cadence : cadence);
        sink.figure(Figure.RUNNING, running ? 1 : 0);
        return null;
    }
}

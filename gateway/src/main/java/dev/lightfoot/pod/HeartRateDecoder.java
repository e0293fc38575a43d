package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Heart Rate Measurement (2A37): flags, the rate as u8 or (bit 0) u16, then by bit 3 u16 energy and by bit 4 any
 * number of u16 intervals. Bits 1 and 2 both say that contact is watched and there is one; watched and none gives no rate.
 */
final class HeartRateDecoder implements PodDecoder {
    private static final int WIDE = 1;
    private static final int CONTACT = 2;
    private static final int CONTACT_WATCHED = 4;
    private static final int ENERGY = 8;
    private static final int INTERVALS = 16;
    /** No heart beats faster. */
    private static final int MOST_BPM = 350;

    @Override
    public @Nullable Rejection decode(ByteBuffer notification, int length, SampleSink sink) {
        if (length < 2) {
            return Rejection.TRUNCATED;
        }
        int flags = notification.get(0);
        boolean wide = (flags & WIDE) != 0;
        int fixed = (wide ? 3 : 2) + ((flags & ENERGY) != 0 ? 2 : 0);
        boolean intervals = (flags & INTERVALS) != 0;
        if (length < fixed || (length - fixed) % 2 != 0 || (length > fixed && !intervals)) {
            return Rejection.WRONG_LENGTH;
        }
        int bpm = wide ? Short.toUnsignedInt(notification.getShort(1)) : Byte.toUnsignedInt(notification.get(1));
        boolean contactLost = (flags & CONTACT_WATCHED) != 0 && (flags & CONTACT) == 0;
        if (bpm > MOST_BPM) {
            return Rejection.OUT_OF_RANGE;
        }
        if (bpm > 0 && !contactLost) {
            sink.figure(Figure.HEART_RATE_BPM, bpm);
        }
        return null;
    }
}

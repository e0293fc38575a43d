package dev.lightfoot.pod;

import dev.lightfoot.gait.Foot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Lightfoot pod says of itself: the Info characteristic of the Lightfoot pod profile.
 *
 * @param version of the profile, at least 1
 * @param foot null when it is not set
 * @param rateHz nominal sample rate, 50 to 416
 * @param accRangeG 2, 4, 8, 16 or 32
 * @param gyroRangeDegPerS 125, 250, 500, 1000, 2000 or 4000
 * @param maxSamples in one notification, 1 to 31
 */
public record LightfootInfo(
        int version, @Nullable Foot foot, int rateHz, int accRangeG, int gyroRangeDegPerS, int maxSamples) {
    private static final int LENGTH = 8;
    private static final Set<Integer> ACC_RANGES_G = Set.of(2, 4, 8, 16, 32);
    private static final Set<Integer> GYRO_RANGES_DEG_PER_S = Set.of(125, 250, 500, 1000, 2000, 4000);

    public LightfootInfo {
        if (rateHz < 50 || rateHz > 416) {
            throw new IllegalArgumentException("sample rate " + rateHz + " Hz is not in 50 to 416");
        }
        if (!ACC_RANGES_G.contains(accRangeG)) {
            throw new IllegalArgumentException("accelerometer range " + accRangeG + " g is not 2, 4, 8, 16 or 32");
        }
        if (!GYRO_RANGES_DEG_PER_S.contains(gyroRangeDegPerS)) {
            throw new IllegalArgumentException(
                    "gyroscope range " + gyroRangeDegPerS + " deg/s is not 125, 250, 500, 1000, 2000 or 4000");
        }
        if (maxSamples < 1 || maxSamples > 31) {
            throw new IllegalArgumentException("samples a notification " + maxSamples + " is not in 1 to 31");
        }
    }

    /** Reads the value of the Info characteristic; bytes behind the eighth are a later version's and passed over. */
    public static LightfootInfo read(byte[] value) throws PodInfoException {
        if (value.length < LENGTH) {
            throw new PodInfoException("Info has " + value.length + " bytes where the profile has at least " + LENGTH);
        }
        ByteBuffer bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        int version = Byte.toUnsignedInt(bytes.get(0));
        if (version < 1) {
            throw new PodInfoException("Info has profile version 0, the first is 1");
        }
        try {
            return new LightfootInfo(
                    version,
                    foot(Byte.toUnsignedInt(bytes.get(1))),
                    Short.toUnsignedInt(bytes.getShort(2)),
                    Byte.toUnsignedInt(bytes.get(4)),
                    Short.toUnsignedInt(bytes.getShort(5)),
                    Byte.toUnsignedInt(bytes.get(7)));
        } catch (IllegalArgumentException e) {
            throw new PodInfoException("Info: " + e.getMessage());
        }
    }

    private static @Nullable Foot foot(int code) {
        return switch (code) {
            case 0 -> null;
            case 1 -> Foot.LEFT;
            case 2 -> Foot.RIGHT;
            default -> throw new IllegalArgumentException("foot " + code + " is not 0, 1 or 2");
        };
    }
}

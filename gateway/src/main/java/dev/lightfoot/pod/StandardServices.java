package dev.lightfoot.pod;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The standard services that pods have beside their own: Battery (0x180F) and Device Information (0x180A). */
public final class StandardServices {
    public static final UUID BATTERY_LEVEL = uuid(0x2A19);
    /** Standard measurements come about once a second; so many at most. */
    static final int MOST_NOTIFICATIONS_HZ = 8;

    private static final int MOST_CHARACTERS = 64;

    private StandardServices() {}

    /** The UUID of an assigned number of 16 bits. */
    static UUID uuid(int assigned) {
        return UUID.fromString("%08x-0000-1000-8000-00805f9b34fb".formatted(assigned));
    }

    /**
     * What a pod is called by its maker; each null when it does not tell.
     *
     * @param model 2A24
     * @param serial 2A25
     * @param firmware 2A26
     * @param hardware 2A27
     * @param maker 2A29
     */
    public record DeviceInformation(
            @Nullable String model,
            @Nullable String serial,
            @Nullable String firmware,
            @Nullable String hardware,
            @Nullable String maker) {}

    /** Reads Device Information; what is not there, or cannot be read, is null. */
    public static DeviceInformation deviceInformation(Gatt gatt, Predicate<UUID> has) {
        return new DeviceInformation(
                text(gatt, has, 0x2A24),
                text(gatt, has, 0x2A25),
                text(gatt, has, 0x2A26),
                text(gatt, has, 0x2A27),
                text(gatt, has, 0x2A29));
    }

    /** Reads the Battery Level, %; null when it is not there, cannot be read or makes no sense. */
    public static @Nullable Integer batteryPct(Gatt gatt, Predicate<UUID> has) {
        if (!has.test(BATTERY_LEVEL)) {
            return null;
        }
        try {
            byte[] value = gatt.read(BATTERY_LEVEL);
            return value.length == 1 && value[0] >= 0 && value[0] <= 100 ? (int) value[0] : null;
        } catch (PodStartException e) {
            return null;
        }
    }

    private static @Nullable String text(Gatt gatt, Predicate<UUID> has, int assigned) {
        if (!has.test(uuid(assigned))) {
            return null;
        }
        try {
            String text = new String(gatt.read(uuid(assigned)), StandardCharsets.UTF_8)
                    .replaceAll("\\p{C}", "")
                    .strip();
            return text.isEmpty() ? null : text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        } catch (PodStartException e) {
            return null;
        }
    }
}

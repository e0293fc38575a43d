package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;

/** Nordic Thingy:52: a motion configuration, and raw motion of one sample to a notification, without a time. */
final class ThingyFirmware extends BoughtFirmware {
    private static final UUID ADVERTISED = uuid("0100");
    private static final UUID SERVICE = uuid("0400");
    private static final UUID CONFIGURATION = uuid("0401");
    private static final UUID RAW = uuid("0406");

    private final Profile profile;
    private byte[] configuration = {100, 0, (byte) 0xF4, 1, (byte) 0xF4, 1, 10, 0, 1};

    ThingyFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        profile = new Profile(
                "Thingy",
                List.of(ADVERTISED),
                RAW,
                List.of(new Service(
                        SERVICE,
                        List.of(
                                new Characteristic(CONFIGURATION, "read,write", () -> configuration.clone()),
                                Characteristic.of(RAW, "notify")))),
                batteryPercent());
    }

    private static UUID uuid(String part) {
        return UUID.fromString("ef68" + part + "-9b35-4933-9b10-52ffa9740042");
    }

    @Override
    public Profile profile() {
        return profile;
    }

    private static int rateHz(byte[] value) {
        return (value[6] & 0xff) | (value[7] & 0xff) << 8;
    }

    @Override
    int written(UUID characteristic, byte[] value, long nowNs) {
        if (value.length != 9) {
            return AttError.INVALID_LENGTH;
        }
        if (rateHz(value) < 5 || rateHz(value) > 200) {
            return AttError.VALUE_NOT_SUPPORTED;
        }
        configuration = value.clone();
        if (streaming()) {
            stream(rateHz(configuration), 1, nowNs);
        }
        return AttError.NONE;
    }

    @Override
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {
        if (on) {
            stream(rateHz(configuration), 1, nowNs);
        } else {
            stopStreaming();
        }
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        ImuReading reading = readings[0];
        double accCounts = 1024 / G;
        double gyroCounts = 32 / Math.toRadians(1);
        send(
                RAW,
                nowNs,
                ByteBuffer.allocate(18)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort(counts(reading.accXMps2, accCounts))
                        .putShort(counts(reading.accYMps2, accCounts))
                        .putShort(counts(reading.accZMps2, accCounts))
                        .putShort(counts(reading.gyroXRadPerS, gyroCounts))
                        .putShort(counts(reading.gyroYRadPerS, gyroCounts))
                        .putShort(counts(reading.gyroZRadPerS, gyroCounts))
                        .array());
    }
}

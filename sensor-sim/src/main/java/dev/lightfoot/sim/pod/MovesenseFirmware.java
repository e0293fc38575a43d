package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Movesense's sensor data service: subscriptions by path, f32 values, messages split at 150 bytes. */
final class MovesenseFirmware extends BoughtFirmware {
    private static final UUID SERVICE = UUID.fromString("34802252-7185-4d5d-b431-630e7050e8f0");
    private static final UUID COMMAND = UUID.fromString("34800001-7185-4d5d-b431-630e7050e8f0");
    private static final UUID NOTIFY = UUID.fromString("34800002-7185-4d5d-b431-630e7050e8f0");
    private static final String PATH = "/Meas/IMU6/";
    private static final Set<Integer> RATES_HZ = Set.of(13, 26, 52, 104, 208, 416, 833, 1666);
    private static final int SPLIT_BYTES = 150;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Profile profile;
    private int reference;

    MovesenseFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        String serial = settings.foot() == Side.LEFT ? "174630000191" : "174630000192";
        profile = new Profile(
                "Movesense " + serial,
                List.of(SERVICE),
                NOTIFY,
                List.of(
                        LightfootFirmware.information(
                                new DeviceInformation("Movesense", serial, "2.2.0", "simulator", "Movesense")),
                        new Service(
                                SERVICE,
                                List.of(Characteristic.of(COMMAND, "write"), Characteristic.of(NOTIFY, "notify")))),
                batteryPercent());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    int written(UUID characteristic, byte[] value, long nowNs) {
        if (!characteristic.equals(COMMAND) || value.length < 2 || (value[0] != 0 && value[1] == 0)) {
            return AttError.INVALID_LENGTH;
        }
        int status = switch (value[0]) {
            case 0 -> OK;
            case 1 -> subscribe(value, nowNs);
            case 2 -> unsubscribe(value[1]);
            default -> NOT_FOUND;
        };
        answer(NOTIFY, nowNs, 1, value[1], status >> 8, status & 0xff);
        return AttError.NONE;
    }

    private int subscribe(byte[] value, long nowNs) {
        String path = new String(value, 2, value.length - 2, StandardCharsets.US_ASCII);
        int hz = path.matches(PATH + "\\d{1,4}") ? Integer.parseInt(path.substring(PATH.length())) : 0;
        if (!RATES_HZ.contains(hz)) {
            return NOT_FOUND;
        }
        reference = value[1];
        stream(hz, Math.max(1, hz / 13), nowNs);
        return OK;
    }

    private int unsubscribe(int which) {
        if (which != reference) {
            return NOT_FOUND;
        }
        stopStreaming();
        return OK;
    }

    @Override
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {
        if (!on) {
            stopStreaming();
        }
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        ByteBuffer message = ByteBuffer.allocate(4 + readings.length * 24).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt((int) Math.floorDiv(firstClockNs, 1_000_000L));
        for (ImuReading reading : readings) {
            message.putFloat((float) reading.accXMps2)
                    .putFloat((float) reading.accYMps2)
                    .putFloat((float) reading.accZMps2);
        }
        for (ImuReading reading : readings) {
            message.putFloat((float) Math.toDegrees(reading.gyroXRadPerS))
                    .putFloat((float) Math.toDegrees(reading.gyroYRadPerS))
                    .putFloat((float) Math.toDegrees(reading.gyroZRadPerS));
        }
        byte[] all = message.array();
        for (int from = 0; from < all.length; from += SPLIT_BYTES) {
            byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + SPLIT_BYTES));
            ByteBuffer packet = ByteBuffer.allocate(2 + part.length);
            packet.put((byte) (from == 0 ? 2 : 3)).put((byte) reference).put(part);
            send(NOTIFY, nowNs, packet.array());
        }
    }
}

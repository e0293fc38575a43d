package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** MetaMotion with a BMI160: modules and registers, three samples of one sensor to a packet, no times. */
final class MetaMotionFirmware extends BoughtFirmware {
    private static final UUID SERVICE = UUID.fromString("326a9000-85cb-9195-d9dd-464cfbbae75a");
    private static final UUID COMMAND = UUID.fromString("326a9001-85cb-9195-d9dd-464cfbbae75a");
    private static final UUID NOTIFY = UUID.fromString("326a9006-85cb-9195-d9dd-464cfbbae75a");
    private static final int ACC = 0x03;
    private static final int GYRO = 0x13;
    private static final int ACC_PACKED = 0x1C;
    private static final int GYRO_PACKED = 0x07;
    private static final int PACKED = 3;

    private final Profile profile;
    private final Set<String> wanted = new HashSet<>();

    MetaMotionFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        profile = new Profile(
                "MetaWear",
                List.of(SERVICE),
                NOTIFY,
                List.of(
                        LightfootFirmware.information(
                                new DeviceInformation("5", "0470AF", "1.7.3", "0.4", "MbientLab Inc")),
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
        if (value.length < 2) {
            return AttError.INVALID_LENGTH;
        }
        int module = value[0];
        int register = value[1] & 0xff;
        String key = module + " " + register;
        if (register == 0x80) {
            answer(NOTIFY, nowNs, module, 0x80, module == ACC ? 1 : 0, 1);
        } else if (register == 0x02 && value.length == 4) {
            set(key, value[2] == 1);
        } else if (value.length >= 3) {
            set(key, register == 0x03 ? isKnownConfiguration(module, value) : value[2] == 1);
        }
        streamOrStop(nowNs);
        return AttError.NONE;
    }

    private void set(String key, boolean on) {
        if (on) {
            wanted.add(key);
        } else {
            wanted.remove(key);
        }
    }

    /** 100 Hz with 16 g, and with 2000 deg/s: what this simulator can. */
    private static boolean isKnownConfiguration(int module, byte[] value) {
        return value.length == 4 && value[2] == 0x28 && value[3] == (module == ACC ? 0x0C : 0x00);
    }

    private void streamOrStop(long nowNs) {
        boolean runs = sends(ACC) || sends(GYRO);
        if (runs && !streaming()) {
            stream(100, PACKED, nowNs);
        } else if (!runs) {
            stopStreaming();
        }
    }

    /** Configured, enabled and started. */
    private boolean sends(int module) {
        return wanted.containsAll(Set.of(module + " 3", module + " 2", module + " 1"));
    }

    @Override
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {
        if (!on) {
            wanted.clear();
            stopStreaming();
        }
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        double accCounts = 2048 / G;
        double gyroCounts = 16.4 / Math.toRadians(1);
        ByteBuffer acc = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer gyro = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        acc.put((byte) ACC).put((byte) ACC_PACKED);
        gyro.put((byte) GYRO).put((byte) GYRO_PACKED);
        for (ImuReading reading : readings) {
            acc.putShort(counts(reading.accXMps2, accCounts))
                    .putShort(counts(reading.accYMps2, accCounts))
                    .putShort(counts(reading.accZMps2, accCounts));
            gyro.putShort(counts(reading.gyroXRadPerS, gyroCounts))
                    .putShort(counts(reading.gyroYRadPerS, gyroCounts))
                    .putShort(counts(reading.gyroZRadPerS, gyroCounts));
        }
        if (sends(ACC) && wanted.contains(ACC + " " + ACC_PACKED)) {
            send(NOTIFY, nowNs, acc.array());
        }
        if (sends(GYRO) && wanted.contains(GYRO + " " + GYRO_PACKED)) {
            send(NOTIFY, nowNs, gyro.array());
        }
    }
}

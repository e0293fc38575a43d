package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Polar Verity Sense: a measurement control point, SDK mode, and two compressed streams out of step: their frames hold
 * different numbers of samples.
 */
final class PolarFirmware extends BoughtFirmware {
    private static final UUID SERVICE = UUID.fromString("fb005c80-02e7-f387-1cad-8acd2d8df0c8");
    private static final UUID CONTROL = UUID.fromString("fb005c81-02e7-f387-1cad-8acd2d8df0c8");
    private static final UUID DATA = UUID.fromString("fb005c82-02e7-f387-1cad-8acd2d8df0c8");
    private static final UUID HEART_RATE = LightfootFirmware.standard(0x180D);
    private static final UUID HEART_RATE_MEASUREMENT = LightfootFirmware.standard(0x2A37);
    private static final Set<Integer> RATES_HZ = Set.of(26, 52, 104, 208, 416);
    private static final int ACC = 2;
    private static final int GYRO = 5;
    private static final int SDK = 9;
    private static final int OK = 0;
    private static final int NOT_SUPPORTED = 3;
    private static final int WRONG_STATE = 6;
    private static final int ACC_FRAME_SAMPLES = 5;
    private static final int GYRO_FRAME_SAMPLES = 4;
    /** 2^-11 g and 2000 / 2^15 deg/s. */
    private static final double ACC_FACTOR_G = 1 / 2048.0;

    private static final double GYRO_FACTOR_DPS = 2000 / 32768.0;
    /** 2026-01-01 since 2000-01-01. */
    private static final long EPOCH_NS = 9_497L * 86_400 * 1_000_000_000L;

    private final Profile profile;
    private final List<int[]> acc = new ArrayList<>();
    private final List<int[]> gyro = new ArrayList<>();
    private boolean sdkMode;
    private int accHz;
    private int gyroHz;

    PolarFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        profile = new Profile(
                "Polar Sense " + (settings.foot() == Side.LEFT ? "9A3D5121" : "9A3D5122"),
                List.of(HEART_RATE),
                DATA,
                List.of(
                        new Service(HEART_RATE, List.of(Characteristic.of(HEART_RATE_MEASUREMENT, "notify"))),
                        new Service(
                                SERVICE,
                                List.of(
                                        Characteristic.of(CONTROL, "write,indicate"),
                                        Characteristic.of(DATA, "notify")))),
                batteryPercent());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    int written(UUID characteristic, byte[] value, long nowNs) {
        if (!characteristic.equals(CONTROL) || value.length < 2) {
            return AttError.INVALID_LENGTH;
        }
        int type = value[1];
        switch (value[0]) {
            case 1 -> settings(type, nowNs);
            case 2 -> start(type, value, nowNs);
            case 3 -> stop(type, nowNs);
            default -> answer(CONTROL, nowNs, 0xF0, value[0], type, 1);
        }
        return AttError.NONE;
    }

    private void settings(int type, long nowNs) {
        if (!sdkMode || (type != ACC && type != GYRO)) {
            answer(CONTROL, nowNs, 0xF0, 1, type, NOT_SUPPORTED, 0);
            return;
        }
        int[] accSettings = {
            0xF0,
            1,
            ACC,
            OK,
            0,
            0,
            5,
            26,
            0,
            52,
            0,
            104,
            0,
            208,
            0,
            0xA0,
            1,
            1,
            1,
            16,
            0, // rates, resolution
            2,
            4,
            2,
            0,
            4,
            0,
            8,
            0,
            16,
            0,
            4,
            1,
            3 // ranges in g, channels
        };
        int[] gyroSettings = {
            0xF0,
            1,
            GYRO,
            OK,
            0,
            0,
            5,
            26,
            0,
            52,
            0,
            104,
            0,
            208,
            0,
            0xA0,
            1,
            1,
            1,
            16,
            0, // rates, resolution
            2,
            4,
            250,
            0,
            0xF4,
            1,
            0xE8,
            3,
            0xD0,
            7,
            4,
            1,
            3 // ranges in deg/s, channels
        };
        answer(CONTROL, nowNs, type == ACC ? accSettings : gyroSettings);
    }

    private void start(int type, byte[] value, long nowNs) {
        if (type == SDK) {
            answer(CONTROL, nowNs, 0xF0, 2, SDK, sdkMode ? WRONG_STATE : OK, 0);
            sdkMode = true;
            return;
        }
        int hz = value.length == 17 && value[2] == 0 ? (value[4] & 0xff) | (value[5] & 0xff) << 8 : 0;
        if (!sdkMode || !RATES_HZ.contains(hz) || (type != ACC && type != GYRO)) {
            answer(CONTROL, nowNs, 0xF0, 2, type, NOT_SUPPORTED, 0);
            return;
        }
        if ((type == ACC ? accHz : gyroHz) != 0) {
            answer(CONTROL, nowNs, 0xF0, 2, type, WRONG_STATE, 0);
            return;
        }
        int bits = Float.floatToRawIntBits((float) (type == ACC ? ACC_FACTOR_G : GYRO_FACTOR_DPS));
        answer(
                CONTROL,
                nowNs,
                0xF0,
                2,
                type,
                OK,
                0,
                5,
                1,
                bits & 0xff,
                bits >> 8 & 0xff,
                bits >> 16 & 0xff,
                bits >>> 24);
        if (type == ACC) {
            accHz = hz;
        } else {
            gyroHz = hz;
        }
        if (!streaming()) {
            stream(hz, 1, nowNs);
        }
    }

    private void stop(int type, long nowNs) {
        answer(CONTROL, nowNs, 0xF0, 3, type, OK, 0);
        if (type == ACC) {
            accHz = 0;
            acc.clear();
        } else if (type == GYRO) {
            gyroHz = 0;
            gyro.clear();
        } else if (type == SDK) {
            sdkMode = false;
        }
        if (accHz == 0 && gyroHz == 0) {
            stopStreaming();
        }
    }

    @Override
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {
        if (!on && characteristic.equals(DATA)) {
            stop(ACC, nowNs);
            stop(GYRO, nowNs);
        }
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        ImuReading reading = readings[0];
        double accCounts = 1 / (ACC_FACTOR_G * G);
        double gyroCounts = 1 / Math.toRadians(GYRO_FACTOR_DPS);
        if (accHz > 0) {
            acc.add(new int[] {
                counts(reading.accXMps2, accCounts),
                counts(reading.accYMps2, accCounts),
                counts(reading.accZMps2, accCounts)
            });
        }
        if (gyroHz > 0) {
            gyro.add(new int[] {
                counts(reading.gyroXRadPerS, gyroCounts),
                counts(reading.gyroYRadPerS, gyroCounts),
                counts(reading.gyroZRadPerS, gyroCounts)
            });
        }
        long stampNs = EPOCH_NS + firstClockNs;
        if (acc.size() == ACC_FRAME_SAMPLES) {
            send(DATA, nowNs, DeltaFrame.of(ACC, stampNs, acc));
            acc.clear();
        }
        if (gyro.size() == GYRO_FRAME_SAMPLES) {
            send(DATA, nowNs, DeltaFrame.of(GYRO, stampNs, gyro));
            gyro.clear();
        }
    }
}

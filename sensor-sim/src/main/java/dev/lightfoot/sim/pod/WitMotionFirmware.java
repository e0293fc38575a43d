package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * WitMotion WT901BLE: frames of 20 bytes in a stream that is cut into notifications where it happens to be, every seventh frame
 * in two. Sends at 10 Hz until it is told otherwise, and takes settings only when it is unlocked.
 */
final class WitMotionFirmware extends BoughtFirmware {
    private static final UUID SERVICE = UUID.fromString("0000ffe5-0000-1000-8000-00805f9a34fb");
    private static final UUID NOTIFY = UUID.fromString("0000ffe4-0000-1000-8000-00805f9a34fb");
    private static final UUID WRITE = UUID.fromString("0000ffe9-0000-1000-8000-00805f9a34fb");
    private static final Map<Integer, Integer> RATES_HZ = Map.of(0x06, 10, 0x08, 50, 0x09, 100, 0x0B, 200);
    private static final int CUT_EVERY = 7;
    private static final int CUT_AT = 13;

    private final Profile profile;
    private int rateHz = 10;
    private boolean unlocked;
    private int frames;

    WitMotionFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        profile = new Profile(
                "WT901BLE68",
                List.of(SERVICE),
                NOTIFY,
                List.of(new Service(
                        SERVICE,
                        List.of(
                                Characteristic.of(NOTIFY, "notify"),
                                Characteristic.of(WRITE, "write-without-response")))),
                batteryPercent());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {
        if (on) {
            stream(rateHz, 1, nowNs);
        } else {
            stopStreaming();
        }
    }

    @Override
    int written(UUID characteristic, byte[] value, long nowNs) {
        if (value.length != 5 || (value[0] & 0xff) != 0xFF || (value[1] & 0xff) != 0xAA) {
            return AttError.NONE; // not understood, and nothing says so
        }
        int register = value[2];
        int low = value[3] & 0xff;
        if (register == 0x69) {
            unlocked = low == 0x88 && (value[4] & 0xff) == 0xB5;
        } else if (register == 0x03 && unlocked && RATES_HZ.containsKey(low)) {
            rateHz = RATES_HZ.getOrDefault(low, rateHz);
            if (streaming()) {
                stream(rateHz, 1, nowNs);
            }
        } else if (register == 0x27) {
            int[] answer = new int[20];
            answer[0] = 0x55;
            answer[1] = 0x71;
            answer[2] = low;
            answer[4] = low == 0x64 ? 0x7c : 0;
            answer[5] = low == 0x64 ? 0x01 : 0;
            answer(NOTIFY, nowNs, answer);
        }
        return AttError.NONE;
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        ImuReading reading = readings[0];
        double accCounts = 32768 / (16 * G);
        double gyroCounts = 32768 / Math.toRadians(2000);
        byte[] frame = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x55)
                .put((byte) 0x61)
                .putShort(counts(reading.accXMps2, accCounts))
                .putShort(counts(reading.accYMps2, accCounts))
                .putShort(counts(reading.accZMps2, accCounts))
                .putShort(counts(reading.gyroXRadPerS, gyroCounts))
                .putShort(counts(reading.gyroYRadPerS, gyroCounts))
                .putShort(counts(reading.gyroZRadPerS, gyroCounts))
                .array();
        if (++frames % CUT_EVERY == 0) {
            send(NOTIFY, nowNs, Arrays.copyOf(frame, CUT_AT));
            send(NOTIFY, nowNs, Arrays.copyOfRange(frame, CUT_AT, frame.length));
        } else {
            send(NOTIFY, nowNs, frame);
        }
    }
}

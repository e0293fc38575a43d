package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import java.util.List;
import java.util.UUID;

/** A heart rate strap: one measurement a second, slowly up and down around 140, with one interval. */
final class HeartRateFirmware extends BoughtFirmware {
    private static final UUID SERVICE = LightfootFirmware.standard(0x180D);
    private static final UUID MEASUREMENT = LightfootFirmware.standard(0x2A37);

    private final Profile profile;
    private int beats;

    HeartRateFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        profile = new Profile(
                "Heart 4711",
                List.of(SERVICE),
                MEASUREMENT,
                List.of(new Service(SERVICE, List.of(Characteristic.of(MEASUREMENT, "notify")))),
                batteryPercent());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    int written(UUID characteristic, byte[] value, long nowNs) {
        return AttError.UNKNOWN_OPCODE;
    }

    @Override
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {
        if (on) {
            stream(1, 1, nowNs);
        } else {
            stopStreaming();
        }
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        int bpm = 140 + (int) Math.round(8 * Math.sin(beats++ * 0.1));
        int interval = 60 * 1024 / bpm;
        byte[] measurement = {0x16, (byte) bpm, (byte) interval, (byte) (interval >> 8)};
        send(MEASUREMENT, nowNs, measurement);
    }
}

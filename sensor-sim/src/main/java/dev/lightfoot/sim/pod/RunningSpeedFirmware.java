package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import java.util.List;
import java.util.UUID;

/**
 * A pod of the Running Speed and Cadence service: counts how often its foot comes to rest after a swing, and tells cadence once a second.
 * Like some that are sold it counts the strides of one foot.
 */
final class RunningSpeedFirmware extends BoughtFirmware {
    private static final UUID SERVICE = LightfootFirmware.standard(0x1814);
    private static final UUID MEASUREMENT = LightfootFirmware.standard(0x2A53);
    private static final UUID FEATURE = LightfootFirmware.standard(0x2A54);
    private static final int RATE_HZ = 100;
    /** A foot on the ground turns less and is pushed less than one in the air. */
    private static final double REST_MPS2 = 20;

    private static final double REST_RAD_PER_S = 2.5;
    private static final double SWING_RAD_PER_S = 3;
    private static final int REST_SAMPLES = 5;
    /** A foot that has not come to rest anew for so long does not go. */
    private static final long LONGEST_STRIDE_NS = 3_000_000_000L;

    private static final double LEAST_RUNNING_STRIDES_A_MINUTE = 70;

    private final Profile profile;
    private boolean landed;
    private long lastLandingNs;
    private boolean swung;
    private int resting;
    private double stridesAMinute;

    RunningSpeedFirmware(ImuSource source, PodSettings settings) {
        super(source, settings);
        profile = new Profile(
                "Stride 4711",
                List.of(SERVICE),
                MEASUREMENT,
                List.of(new Service(
                        SERVICE,
                        List.of(Characteristic.of(MEASUREMENT, "notify"), new Characteristic(FEATURE, "read", () ->
                                new byte[] {4, 0})))),
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
            stream(RATE_HZ, RATE_HZ, nowNs);
        } else {
            stopStreaming();
        }
    }

    @Override
    void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs) {
        for (int i = 0; i < readings.length; i++) {
            ImuReading r = readings[i];
            double push = Math.sqrt(r.accXMps2 * r.accXMps2 + r.accYMps2 * r.accYMps2 + r.accZMps2 * r.accZMps2);
            double turn = Math.sqrt(r.gyroXRadPerS * r.gyroXRadPerS
                    + r.gyroYRadPerS * r.gyroYRadPerS
                    + r.gyroZRadPerS * r.gyroZRadPerS);
            swung |= turn > SWING_RAD_PER_S;
            resting = turn < REST_RAD_PER_S && push < REST_MPS2 ? resting + 1 : 0;
            if (swung && resting >= REST_SAMPLES) {
                landedAt(firstClockNs + i * periodNs);
            }
        }
        if (landed && firstClockNs - lastLandingNs > LONGEST_STRIDE_NS) {
            stridesAMinute = 0;
        }
        boolean running = stridesAMinute >= LEAST_RUNNING_STRIDES_A_MINUTE;
        int cadence = Math.clamp(Math.round(stridesAMinute), 0, 255);
        byte[] measurement = {(byte) (running ? 4 : 0), 0, 2, (byte) cadence};
        send(MEASUREMENT, nowNs, measurement);
    }

    private void landedAt(long timeNs) {
        stridesAMinute = landed ? 60e9 / (timeNs - lastLandingNs) : 0;
        landed = true;
        lastLandingNs = timeNs;
        swung = false;
    }

    @Override
    public void restart(long nowNs) {
        super.restart(nowNs);
        landed = false;
        stridesAMinute = 0;
    }
}

package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.Side;

/**
 * How one pod is built and set.
 *
 * @param foot the foot stored in the pod
 * @param rateHz nominal sample rate, 50 to 416
 * @param rateDeviation by how much the sample period is longer than nominal, as the pod itself knows it; -0.12 to 0.12
 * @param clockZeroUs what the pod's clock shows at the start of the scenario, microseconds, 32 bits
 * @param clockDriftPpm by how much the pod's clock runs fast, parts per million
 * @param accRangeG 2, 4, 8, 16 or 32
 * @param gyroRangeDps 125, 250, 500, 1000, 2000 or 4000
 * @param batchMs how long samples may wait in the pod for one notification, milliseconds
 * @param error noise and bias of the sensor
 * @param batteryPercent 0 to 100
 */
public record PodSettings(
        Side foot,
        int rateHz,
        double rateDeviation,
        long clockZeroUs,
        double clockDriftPpm,
        int accRangeG,
        int gyroRangeDps,
        int batchMs,
        SensorError error,
        int batteryPercent) {

    /** The longest wait that the profile recommends is 20 ms; half of it leaves the gateway time to cue in the stance. */
    public static final int DEFAULT_BATCH_MS = 10;

    public PodSettings {
        require(
                rateHz >= PodProfile.MIN_RATE_HZ && rateHz <= PodProfile.MAX_RATE_HZ,
                "rate " + rateHz + " Hz",
                "50 to 416 Hz");
        require(Math.abs(rateDeviation) <= 0.12, "rate deviation " + rateDeviation, "-0.12 to 0.12");
        require(clockZeroUs >= 0 && clockZeroUs < 1L << 32, "clock zero " + clockZeroUs, "32 bits of microseconds");
        require(Math.abs(clockDriftPpm) <= 1000, "drift " + clockDriftPpm + " ppm", "-1000 to 1000 ppm");
        require(PodProfile.ACC_RANGES_G.contains(accRangeG), "range " + accRangeG + " g", "2, 4, 8, 16 or 32 g");
        require(
                PodProfile.GYRO_RANGES_DPS.contains(gyroRangeDps),
                "range " + gyroRangeDps + " deg/s",
                "125, 250, 500, 1000, 2000 or 4000 deg/s");
        require(batchMs >= 0 && batchMs <= 1000, "batch " + batchMs + " ms", "0 to 1000 ms");
        require(batteryPercent >= 0 && batteryPercent <= 100, "battery " + batteryPercent + " %", "0 to 100 %");
    }

    /** A pod as it comes from a workbench: 16 g, 2000 deg/s, and a clock of its own drawn from the seed. */
    public static PodSettings workbench(Side foot, int rateHz, long seed) {
        var random = new java.util.SplittableRandom(seed * 2 + (foot == Side.LEFT ? 0 : 1));
        return new PodSettings(
                foot,
                rateHz,
                random.nextDouble(-0.02, 0.02),
                random.nextLong(1L << 32),
                random.nextDouble(-40, 40),
                16,
                2000,
                DEFAULT_BATCH_MS,
                SensorError.typical(random.nextLong()),
                random.nextInt(60, 100));
    }

    private static void require(boolean holds, String what, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("pod: " + what + " is not allowed, only " + allowed);
        }
    }
}

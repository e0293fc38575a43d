package dev.lightfoot.pod;

/**
 * A sink that throws at what no decoder may tell: a value that the widest sensor cannot have measured, samples that were not
 * announced, times that make no sense, more work than a notification can hold.
 */
final class SampleInspector implements SampleSink {
    /** What 512 bytes, and what was held before, can hold at most. */
    private static final int MOST_SAMPLES = 640;

    private static final long MOST_SPAN_NS = 10_000_000_000L;
    private final float mostAccMps2;
    private final float mostGyroRadPerS;
    private long samples;
    private long figures;
    private int due;
    private int inNotification;
    private long spanNs;
    private long lastNs;

    /** For sensors of these ranges, g and deg/s. */
    SampleInspector(double mostAccG, double mostGyroDegPerS) {
        mostAccMps2 = (float) (mostAccG * 9.80665);
        mostGyroRadPerS = (float) Math.toRadians(mostGyroDegPerS);
    }

    long samples() {
        return samples;
    }

    long figures() {
        return figures;
    }

    /** A notification has been decoded: all that it announced must have come. */
    void end() {
        require(due == 0, "samples announced and not told", due);
        inNotification = 0;
    }

    @Override
    public void notification(
            int sequence, int count, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore) {
        require(sequence >= 0 && sequence < 65_536, "sequence", sequence);
        require(firstTickUs >= 0 && firstTickUs < 1L << 32, "first tick us", (double) firstTickUs);
        begin(count, spanNs);
    }

    @Override
    public void untimed(int count, double periodNs, boolean clipped) {
        require(periodNs >= 1e6 && periodNs <= 1e9, "period ns", periodNs);
        begin(count, Math.round((count - 1) * periodNs));
    }

    private void begin(int count, long span) {
        require(due == 0, "samples announced and not told", due);
        require(count > 0 && count <= MOST_SAMPLES, "samples", count);
        require(span >= 0 && span <= MOST_SPAN_NS, "span ns", (double) span);
        due = count;
        spanNs = span;
        lastNs = 0;
    }

    @Override
    public void sample(long sinceFirstNs, float accX, float accY, float accZ, float gyroX, float gyroY, float gyroZ) {
        require(due-- > 0, "samples not announced", due);
        require(++inNotification <= MOST_SAMPLES, "samples from one notification", inNotification);
        require(sinceFirstNs >= lastNs && sinceFirstNs <= spanNs + 1, "time since the first, ns", (double)
                sinceFirstNs);
        lastNs = sinceFirstNs;
        within(accX, mostAccMps2, "acc x");
        within(accY, mostAccMps2, "acc y");
        within(accZ, mostAccMps2, "acc z");
        within(gyroX, mostGyroRadPerS, "gyro x");
        within(gyroY, mostGyroRadPerS, "gyro y");
        within(gyroZ, mostGyroRadPerS, "gyro z");
        samples++;
    }

    @Override
    public void figure(Figure figure, float value) {
        boolean sane = switch (figure) {
            case CADENCE_SPM -> value >= 0 && value <= 255;
            case RUNNING -> value == 0 || value == 1;
            case HEART_RATE_BPM -> value > 0 && value <= 350;
            case BATTERY_V -> value >= 0 && value <= 20;
        };
        require(sane, figure.name(), value);
        figures++;
    }

    private static void within(float value, float most, String what) {
        require(Math.abs(value) <= most, what, value); // NaN is within nothing
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalStateException(what + " is " + value);
        }
    }
}

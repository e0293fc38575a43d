package dev.lightfoot.pod;

/**
 * Makes samples of two streams on one clock: to each reading of the accelerometer the turning rate at its time, on the line
 * between the gyroscope's readings around it. The accelerometer is the one kept as it is, for an impact lasts few samples.
 * What has no neighbours within three periods is dropped: nothing is made up across a hole. Allocates nothing.
 */
final class StreamMerge {
    private static final int CAPACITY = 512;
    private static final double MOST_PERIODS_APART = 3;
    /** A stream whose time goes back or on by more, ns, has been started anew. */
    private static final long RESTART_NS = 1_000_000_000L;

    private final double periodNs;
    private final AxesRing acc = new AxesRing(CAPACITY);
    private final AxesRing gyro = new AxesRing(CAPACITY);
    private final AxesRing turned = new AxesRing(CAPACITY);
    private final AxesRing pushed = new AxesRing(CAPACITY);
    private final TickSequence sequence = new TickSequence();
    private long lastAccNs = Long.MIN_VALUE;
    private long lastGyroNs = Long.MIN_VALUE;

    StreamMerge(double periodNs) {
        this.periodNs = periodNs;
    }

    /** Whether a reading of that time may come next; false for one that was had already. Both begin anew after a restart. */
    boolean follows(boolean isAcc, long timeNs) {
        long lastNs = isAcc ? lastAccNs : lastGyroNs;
        if (lastNs == Long.MIN_VALUE || (timeNs > lastNs && timeNs - lastNs < RESTART_NS)) {
            return true;
        }
        if (timeNs <= lastNs && lastNs - timeNs < RESTART_NS) {
            return false;
        }
        acc.clear();
        gyro.clear();
        lastAccNs = Long.MIN_VALUE;
        lastGyroNs = Long.MIN_VALUE;
        return true;
    }

    void add(boolean isAcc, long timeNs, float x, float y, float z) {
        if (isAcc) {
            acc.add(timeNs, x, y, z);
            lastAccNs = timeNs;
        } else {
            gyro.add(timeNs, x, y, z);
            lastGyroNs = timeNs;
        }
    }

    /** Hands out all samples that are complete now; from a value at the end of a range on they are told to be clipped. */
    void emit(SampleSink sink, float accRangeMps2, float gyroRangeRadPerS) {
        pushed.clear();
        turned.clear();
        while (acc.size() > 0 && next()) {
            acc.drop();
        }
        int samples = pushed.size();
        if (samples == 0) {
            return;
        }
        long firstNs = pushed.timeNs(0);
        long firstTickUs = firstNs / 1000 & 0xffff_ffffL;
        boolean clipped = reaches(pushed, accRangeMps2) || reaches(turned, gyroRangeRadPerS);
        sink.notification(
                sequence.next(firstTickUs, samples, periodNs),
                samples,
                firstTickUs,
                pushed.timeNs(samples - 1) - firstNs,
                clipped,
                false);
        for (int i = 0; i < samples; i++) {
            sink.sample(
                    pushed.timeNs(i) - firstNs,
                    pushed.x(i),
                    pushed.y(i),
                    pushed.z(i),
                    turned.x(i),
                    turned.y(i),
                    turned.z(i));
        }
    }

    /** Settles the oldest reading of the accelerometer; false when the gyroscope has to come first. */
    private boolean next() {
        long timeNs = acc.timeNs(0);
        while (gyro.size() > 1 && gyro.timeNs(1) <= timeNs) {
            gyro.drop();
        }
        if (gyro.size() > 0 && gyro.timeNs(0) == timeNs) {
            keep(0, 0);
            return true;
        }
        if (gyro.size() > 0 && gyro.timeNs(0) > timeNs) {
            return true;
        }
        if (gyro.size() < 2) {
            return false;
        }
        double apartNs = gyro.timeNs(1) - gyro.timeNs(0);
        if (apartNs <= MOST_PERIODS_APART * periodNs) {
            keep(1, (float) ((timeNs - gyro.timeNs(0)) / apartNs));
        }
        return true;
    }

    private void keep(int second, float along) {
        pushed.add(acc.timeNs(0), acc.x(0), acc.y(0), acc.z(0));
        turned.add(
                acc.timeNs(0),
                gyro.x(0) + along * (gyro.x(second) - gyro.x(0)),
                gyro.y(0) + along * (gyro.y(second) - gyro.y(0)),
                gyro.z(0) + along * (gyro.z(second) - gyro.z(0)));
    }

    private static boolean reaches(AxesRing readings, float range) {
        float most = range * 0.9995f;
        for (int i = 0; i < readings.size(); i++) {
            if (Math.abs(readings.x(i)) >= most || Math.abs(readings.y(i)) >= most || Math.abs(readings.z(i)) >= most) {
                return true;
            }
        }
        return false;
    }
}

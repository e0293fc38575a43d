package dev.lightfoot.pod;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it was told. */
final class Collected implements SampleSink {
    record Header(int sequence, int samples, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore) {}

    record Sample(long sinceFirstNs, float accX, float accY, float accZ, float gyroX, float gyroY, float gyroZ) {}

    final List<Header> headers = new ArrayList<>();
    final List<Sample> samples = new ArrayList<>();

    @Override
    public void notification(
            int sequence, int samples, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore) {
        headers.add(new Header(sequence, samples, firstTickUs, spanNs, clipped, lostBefore));
    }

    @Override
    public void sample(long sinceFirstNs, float accX, float accY, float accZ, float gyroX, float gyroY, float gyroZ) {
        samples.add(new Sample(sinceFirstNs, accX, accY, accZ, gyroX, gyroY, gyroZ));
    }
}

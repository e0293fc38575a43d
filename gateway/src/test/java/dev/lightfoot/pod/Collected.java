package dev.lightfoot.pod;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it was told. */
final class Collected implements SampleSink {
    record Header(int sequence, int samples, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore) {}

    record Sample(long sinceFirstNs, float accX, float accY, float accZ, float gyroX, float gyroY, float gyroZ) {}

    record Untimed(int samples, double periodNs, boolean clipped) {}

    record Told(Figure figure, float value) {}

    final List<Untimed> untimed = new ArrayList<>();
    final List<Told> figures = new ArrayList<>();
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

    @Override
    public void untimed(int count, double periodNs, boolean clipped) {
        untimed.add(new Untimed(count, periodNs, clipped));
    }

    @Override
    public void figure(Figure figure, float value) {
        figures.add(new Told(figure, value));
    }
}

package dev.lightfoot.loop;

import java.util.Arrays;

/** Latencies of one kind and their percentiles. */
final class Latencies {
    private final String name;
    private long[] sorted = new long[0];

    Latencies(String name) {
        this.name = name;
    }

    void add(long[][] tookNs) {
        long[] all = Arrays.copyOf(
                sorted,
                sorted.length + Arrays.stream(tookNs).mapToInt(each -> each.length).sum());
        int at = sorted.length;
        for (long[] each : tookNs) {
            System.arraycopy(each, 0, all, at, each.length);
            at += each.length;
        }
        Arrays.sort(all);
        sorted = all;
    }

    double us(double share) {
        return sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))] / 1e3;
    }

    void print() {
        System.out.printf(
                "%-10s p50 %7.1f us, p99 %7.1f us, p99.9 %7.1f us, most %7.1f us (%d)%n",
                name, us(0.5), us(0.99), us(0.999), us(1), sorted.length);
    }
}

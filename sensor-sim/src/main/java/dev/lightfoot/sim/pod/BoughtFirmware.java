package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/**
 * What the pods one can buy have in common: samples of the body at the firmware's own idea of a rate, packets that wait to be
 * sent, answers to commands. A kind says how it reacts to a write and how a batch of samples is packed.
 */
abstract class BoughtFirmware implements Firmware {
    static final double G = 9.80665;
    /** A firmware answers a command within a connection interval. */
    private static final long ANSWER_NS = 8_000_000L;

    private final ImuSource source;
    private final PodSettings settings;
    private final Queue<Packet> waiting = new ArrayDeque<>();
    private final Set<UUID> subscribed = new HashSet<>();
    private boolean streaming;
    private int rateHz = 1;
    private int batch = 1;
    private long nextSample;
    private long clockZeroNs;

    BoughtFirmware(ImuSource source, PodSettings settings) {
        this.source = source;
        this.settings = settings;
        clockZeroNs = settings.clockZeroUs() * 1000;
    }

    /** A write to one of its characteristics, at the body's time; an ATT error code. */
    abstract int written(UUID characteristic, byte[] value, long nowNs);

    /** Packs samples that were just taken, oldest first: sends at least one packet with {@link #send}. */
    abstract void pack(ImuReading[] readings, long firstClockNs, long periodNs, long nowNs);

    /** A characteristic is notified from now on, or no more. */
    void subscriptionChanged(UUID characteristic, boolean on, long nowNs) {}

    final int batteryPercent() {
        return settings.batteryPercent();
    }

    final boolean isSubscribed(UUID characteristic) {
        return subscribed.contains(characteristic);
    }

    /** Samples from now on at a rate, so many to a batch. */
    final void stream(int hz, int samples, long nowNs) {
        streaming = true;
        rateHz = hz;
        batch = samples;
        nextSample = (long) Math.ceil(nowNs / periodNs());
    }

    final void stopStreaming() {
        streaming = false;
    }

    final boolean streaming() {
        return streaming;
    }

    final void answer(UUID characteristic, long nowNs, int... bytes) {
        byte[] answer = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            answer[i] = (byte) bytes[i];
        }
        send(characteristic, nowNs + ANSWER_NS, answer);
    }

    final void send(UUID characteristic, long dueNs, byte[] bytes) {
        if (subscribed.contains(characteristic)) {
            waiting.add(new Packet(characteristic, dueNs, bytes));
        }
    }

    @Override
    public final int write(UUID characteristic, byte[] value, long nowNs) {
        return value.length == 0 ? AttError.INVALID_LENGTH : written(characteristic, value, nowNs);
    }

    @Override
    public final void notify(UUID characteristic, boolean on, int mtu, long nowNs) {
        if (on) {
            subscribed.add(characteristic);
        } else {
            subscribed.remove(characteristic);
            waiting.removeIf(packet -> packet.characteristic().equals(characteristic));
        }
        subscriptionChanged(characteristic, on, nowNs);
    }

    @Override
    public final long dueNs() {
        Packet first = waiting.peek();
        if (first != null) {
            return first.dueNs();
        }
        return streaming ? sampleNs(nextSample + batch - 1) : Long.MAX_VALUE;
    }

    @Override
    public final Packet next() {
        while (waiting.isEmpty()) {
            takeBatch();
        }
        return waiting.remove();
    }

    private void takeBatch() {
        ImuReading[] readings = new ImuReading[batch];
        for (int i = 0; i < batch; i++) {
            readings[i] = new ImuReading();
            source.read(sampleNs(nextSample + i), readings[i]);
            settings.error().addTo(readings[i], sampleNs(nextSample + i));
        }
        double clockPeriodNs = 1e9 / rateHz * (1 + settings.rateDeviation());
        long firstClockNs = clockZeroNs + Math.round(nextSample * clockPeriodNs);
        nextSample += batch;
        pack(readings, firstClockNs, Math.round(clockPeriodNs), sampleNs(nextSample - 1));
    }

    @Override
    public final void loseSamples(int count) {
        nextSample += count;
    }

    @Override
    public void restart(long nowNs) {
        waiting.clear();
        clockZeroNs = -Math.round(nextSample * 1e9 / rateHz * (1 + settings.rateDeviation()));
    }

    private double periodNs() {
        return 1e9 / rateHz * (1 + settings.rateDeviation()) / (1 + settings.clockDriftPpm() * 1e-6);
    }

    private long sampleNs(long sample) {
        return Math.round(sample * periodNs());
    }

    /** A value in counts of a sensor of 16 bits, clipped as such a sensor clips. */
    static short counts(double value, double perUnit) {
        return (short) Math.clamp(Math.round(value * perUnit), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}

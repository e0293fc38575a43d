package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;

/** A decoder on the test bench: literal notifications in, what it told kept. */
final class DecoderBench {
    final Collected collected = new Collected();
    private final PodDecoder decoder;

    DecoderBench(PodDecoder decoder) {
        this.decoder = decoder;
    }

    @Nullable
    Rejection take(String... hex) {
        byte[] bytes = Bytes.of(hex);
        return decoder.decode(Bytes.buffer(bytes), bytes.length, collected);
    }

    @Nullable
    Rejection take(byte[] bytes) {
        return decoder.decode(Bytes.buffer(bytes), bytes.length, collected);
    }

    /** Checks one sample, acc in g and gyro in deg/s. */
    void sampleIs(int index, double accX, double accY, double accZ, double gyroX, double gyroY, double gyroZ) {
        Collected.Sample sample = collected.samples.get(index);
        assertThat((double) sample.accX()).as("acc x").isCloseTo(accX * 9.80665, within(1e-3));
        assertThat((double) sample.accY()).as("acc y").isCloseTo(accY * 9.80665, within(1e-3));
        assertThat((double) sample.accZ()).as("acc z").isCloseTo(accZ * 9.80665, within(1e-3));
        assertThat((double) sample.gyroX()).as("gyro x").isCloseTo(Math.toRadians(gyroX), within(1e-3));
        assertThat((double) sample.gyroY()).as("gyro y").isCloseTo(Math.toRadians(gyroY), within(1e-3));
        assertThat((double) sample.gyroZ()).as("gyro z").isCloseTo(Math.toRadians(gyroZ), within(1e-3));
    }
}

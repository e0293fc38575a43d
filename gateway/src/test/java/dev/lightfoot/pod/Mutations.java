package dev.lightfoot.pod;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Packets that no honest pod sends: good ones with a little or a lot changed, and noise. Seeded. */
final class Mutations {
    private static final int MOST_BYTES = 512;
    private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};

    private final List<byte[]> good;
    private final SplittableRandom random;

    Mutations(List<byte[]> good, long seed) {
        this.good = good;
        random = new SplittableRandom(seed);
    }

    byte[] next() {
        byte[] packet = any().clone();
        return switch (random.nextInt(10)) {
            case 0 -> packet; // good in itself, but out of its place
            case 1, 2 -> bitsFlipped(packet, 1 + random.nextInt(4));
            case 3 -> extremes(packet, 1 + random.nextInt(8));
            case 4 -> Arrays.copyOf(packet, random.nextInt(packet.length + 1));
            case 5 -> longer(packet);
            case 6 -> spliced(packet, any());
            case 7 -> noiseBehind(packet, Math.min(packet.length, random.nextInt(12)));
            case 8 -> noiseBehind(new byte[random.nextInt(MOST_BYTES + 1)], 0);
            default -> bitsFlipped(longer(packet), 1 + random.nextInt(16));
        };
    }

    private byte[] any() {
        return good.get(random.nextInt(good.size()));
    }

    private byte[] bitsFlipped(byte[] packet, int flips) {
        for (int i = 0; i < flips && packet.length > 0; i++) {
            packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return packet;
    }

    private byte[] extremes(byte[] packet, int count) {
        for (int i = 0; i < count && packet.length > 0; i++) {
            packet[random.nextInt(packet.length)] = EXTREMES[random.nextInt(EXTREMES.length)];
        }
        return packet;
    }

    private byte[] longer(byte[] packet) {
        int length = Math.min(MOST_BYTES, packet.length + 1 + random.nextInt(64));
        byte[] longer = Arrays.copyOf(packet, length);
        return packet.length < length ? noiseBehind(longer, packet.length) : longer;
    }

    private byte[] spliced(byte[] packet, byte[] other) {
        int at = random.nextInt(packet.length + 1);
        byte[] spliced = Arrays.copyOf(packet, Math.min(MOST_BYTES, at + other.length));
        System.arraycopy(other, 0, spliced, at, spliced.length - at);
        return spliced;
    }

    private byte[] noiseBehind(byte[] packet, int from) {
        for (int i = from; i < packet.length; i++) {
            packet[i] = (byte) random.nextInt(256);
        }
        return packet;
    }
}

package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.TreeSet;

/**
 * The settings in an answer of Polar's measurement control point: {@code F0 op type status more}, then for each setting its
 * id, a count and so many values.
 */
final class PolarSettings {
    static final byte RATE = 0;
    static final byte RESOLUTION = 1;
    static final byte RANGE = 2;
    static final byte CHANNELS = 4;
    static final byte FACTOR = 5;
    private static final int HEADER_BYTES = 5;
    private static final int LEAST_RATE_HZ = 50;

    private final TreeSet<Integer> ratesHz = new TreeSet<>();
    private final TreeSet<Integer> ranges = new TreeSet<>();
    private float factor = 1;

    private PolarSettings() {}

    static PolarSettings read(byte[] answer) throws PodStartException {
        PolarSettings settings = new PolarSettings();
        ByteBuffer bytes = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(Math.min(HEADER_BYTES, answer.length));
        while (bytes.remaining() >= 2) {
            byte id = bytes.get();
            int count = Byte.toUnsignedInt(bytes.get());
            int size = sizeOf(id);
            if (bytes.remaining() < count * size) {
                throw new PodStartException("setting " + id + " says " + count + " values of " + size + " bytes where "
                        + bytes.remaining() + " bytes are left");
            }
            for (int i = 0; i < count; i++) {
                settings.take(id, bytes);
            }
        }
        return settings;
    }

    private static int sizeOf(byte id) throws PodStartException {
        return switch (id) {
            case RATE, RESOLUTION, RANGE -> 2;
            case CHANNELS -> 1;
            case FACTOR -> 4;
            default -> throw new PodStartException("setting " + id + " is not known");
        };
    }

    private void take(byte id, ByteBuffer bytes) {
        switch (id) {
            case RATE -> ratesHz.add(Short.toUnsignedInt(bytes.getShort()));
            case RANGE -> ranges.add(Short.toUnsignedInt(bytes.getShort()));
            case RESOLUTION -> bytes.getShort();
            case CHANNELS -> bytes.get();
            default -> factor = bytes.getFloat();
        }
    }

    /** The highest rate, Hz, that both offer, from 50 to the most that is wanted. */
    int commonRate(PolarSettings other, int mostHz) throws PodStartException {
        TreeSet<Integer> common = new TreeSet<>(ratesHz.subSet(LEAST_RATE_HZ, true, mostHz, true));
        common.retainAll(other.ratesHz);
        if (common.isEmpty()) {
            throw new PodStartException("accelerometer rates " + ratesHz + " and gyroscope rates " + other.ratesHz
                    + " have none in common from " + LEAST_RATE_HZ + " to " + mostHz
                    + " Hz; update the sensor's firmware");
        }
        return common.last();
    }

    /** In g or deg/s. */
    int widestRange() throws PodStartException {
        if (ranges.isEmpty()) {
            throw new PodStartException("the sensor offers no range");
        }
        return ranges.last();
    }

    /** What a count of compressed samples is worth, in g or deg/s; 1 when it is not told. */
    float factor() throws PodStartException {
        if (!(factor > 0 && factor <= 1)) {
            throw new PodStartException("conversion factor " + factor + " is not above 0 and up to 1");
        }
        return factor;
    }
}

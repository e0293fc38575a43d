package dev.lightfoot.sim.pod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Packs a compressed frame of Polar's measurement data: type, u64 time of the last sample, frame type 0x80, a reference of
 * 3 x i16, then one block for each further sample: bits, count 1, and the differences from the lowest bit on.
 */
final class DeltaFrame {
    private static final int AXES = 3;

    private DeltaFrame() {}

    static byte[] of(int type, long lastNs, List<int[]> samples) {
        ByteBuffer frame = ByteBuffer.allocate(16 + (samples.size() - 1) * 9).order(ByteOrder.LITTLE_ENDIAN);
        frame.put((byte) type).putLong(lastNs).put((byte) 0x80);
        int[] last = samples.getFirst();
        for (int axis = 0; axis < AXES; axis++) {
            frame.putShort((short) last[axis]);
        }
        for (int[] sample : samples.subList(1, samples.size())) {
            putBlock(frame, last, sample);
            last = sample;
        }
        byte[] bytes = new byte[frame.position()];
        frame.get(0, bytes);
        return bytes;
    }

    private static void putBlock(ByteBuffer frame, int[] from, int[] to) {
        int bits = 1;
        for (int axis = 0; axis < AXES; axis++) {
            int step = to[axis] - from[axis];
            bits = Math.max(bits, 33 - Integer.numberOfLeadingZeros(step < 0 ? ~step : step));
        }
        frame.put((byte) bits).put((byte) 1);
        byte[] packed = new byte[(bits * AXES + 7) / 8];
        int at = 0;
        for (int axis = 0; axis < AXES; axis++) {
            int step = to[axis] - from[axis];
            for (int bit = 0; bit < bits; bit++, at++) {
                packed[at / 8] |= (byte) ((step >> bit & 1) << at % 8);
            }
        }
        frame.put(packed);
    }
}

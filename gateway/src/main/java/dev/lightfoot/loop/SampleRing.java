package dev.lightfoot.loop;

import dev.lightfoot.gait.Foot;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Raw samples on their way from the strike loop to whoever keeps them: a bounded ring of preallocated columns for one
 * producer and one consumer. The producer never waits, allocates nothing and wakes nobody; what does not fit is dropped and
 * counted.
 */
public final class SampleRing {
    private static final int AXES = 6;

    private final int mask;
    private final boolean[] rightFoot;
    private final long[] timeNs;
    private final float[] axes;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /** @param capacity a power of two; two pods make about 416 samples a second */
    public SampleRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("ring capacity " + capacity + " is not a power of two");
        }
        mask = capacity - 1;
        rightFoot = new boolean[capacity];
        timeNs = new long[capacity];
        axes = new float[capacity * AXES];
    }

    /** Takes what one IMU felt, on the clock of the samples. */
    public interface Samples {
        void sample(
                Foot foot,
                long timeNs,
                float accXMps2,
                float accYMps2,
                float accZMps2,
                float gyroXRadPerS,
                float gyroYRadPerS,
                float gyroZRadPerS);
    }

    /** Puts one sample; for the producer. */
    public void put(
            Foot foot,
            long sampleNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS) {
        long next = written.getPlain();
        if (next - taken.get() > mask) {
            dropped.lazySet(dropped.getPlain() + 1);
            return;
        }
        int slot = (int) next & mask;
        rightFoot[slot] = foot == Foot.RIGHT;
        timeNs[slot] = sampleNs;
        int axis = slot * AXES;
        axes[axis] = accXMps2;
        axes[axis + 1] = accYMps2;
        axes[axis + 2] = accZMps2;
        axes[axis + 3] = gyroXRadPerS;
        axes[axis + 4] = gyroYRadPerS;
        axes[axis + 5] = gyroZRadPerS;
        written.setRelease(next + 1);
    }

    /** Hands on all there is, the oldest first; for the consumer. */
    public void drain(Samples to) {
        long end = written.getAcquire();
        for (long next = taken.getPlain(); next < end; next++) {
            int slot = (int) next & mask;
            int axis = slot * AXES;
            to.sample(
                    rightFoot[slot] ? Foot.RIGHT : Foot.LEFT,
                    timeNs[slot],
                    axes[axis],
                    axes[axis + 1],
                    axes[axis + 2],
                    axes[axis + 3],
                    axes[axis + 4],
                    axes[axis + 5]);
            taken.setRelease(next + 1);
        }
    }

    /** How many samples did not fit. */
    public long dropped() {
        return dropped.get();
    }
}

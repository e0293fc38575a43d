package dev.lightfoot.history.raw;

import dev.lightfoot.gait.Foot;

/**
 * Samples of both feet in the order they came, as whole numbers of small units: time in microseconds of the Unix epoch,
 * accelerations in thousandths of m/s2, turn rates in ten thousandths of rad/s; both are finer than the pods' own steps.
 * Holds a bounded number, beyond which the oldest go. Not thread-safe.
 */
final class RawSamples {
    static final int AXES = 6;
    static final double ACC_SCALE = 1_000;
    static final double GYRO_SCALE = 10_000;

    private final int capacity;
    private final Foot[] feet;
    private final long[] timesUs;
    private final int[] axes;
    private long written;
    private long oldest;

    RawSamples(int capacity) {
        this.capacity = capacity;
        feet = new Foot[capacity];
        timesUs = new long[capacity];
        axes = new int[capacity * AXES];
    }

    void add(Foot foot, long timeUs, float... values) {
        int slot = (int) (written % capacity);
        feet[slot] = foot;
        timesUs[slot] = timeUs;
        for (int axis = 0; axis < AXES; axis++) {
            axes[slot * AXES + axis] = (int) Math.round(values[axis] * (axis < 3 ? ACC_SCALE : GYRO_SCALE));
        }
        written++;
        oldest = Math.max(oldest, written - capacity);
    }

    void addWhole(Foot foot, long timeUs, int[] values) {
        int slot = (int) (written % capacity);
        feet[slot] = foot;
        timesUs[slot] = timeUs;
        System.arraycopy(values, 0, axes, slot * AXES, AXES);
        written++;
        oldest = Math.max(oldest, written - capacity);
    }

    int size() {
        return (int) (written - oldest);
    }

    Foot foot(int index) {
        return feet[slot(index)];
    }

    long timeUs(int index) {
        return timesUs[slot(index)];
    }

    /** In the unit of the axis. */
    int whole(int index, int axis) {
        return axes[slot(index) * AXES + axis];
    }

    /** In m/s2 or rad/s. */
    double value(int index, int axis) {
        return whole(index, axis) / (axis < 3 ? ACC_SCALE : GYRO_SCALE);
    }

    /** Moves all times, as the clock was set. */
    void setBy(long byUs) {
        for (int i = 0; i < size(); i++) {
            timesUs[slot(i)] += byUs;
        }
    }

    /** Lets the samples before a time go. */
    void forgetBefore(long timeUs) {
        while (oldest < written && timesUs[(int) (oldest % capacity)] < timeUs) {
            oldest++;
        }
    }

    /** Those of [fromUs, toUs). */
    RawSamples within(long fromUs, long toUs) {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            count += timeUs(i) >= fromUs && timeUs(i) < toUs ? 1 : 0;
        }
        RawSamples found = new RawSamples(Math.max(1, count));
        int[] values = new int[AXES];
        for (int i = 0; i < size(); i++) {
            if (timeUs(i) >= fromUs && timeUs(i) < toUs) {
                for (int axis = 0; axis < AXES; axis++) {
                    values[axis] = whole(i, axis);
                }
                found.addWhole(foot(i), timeUs(i), values);
            }
        }
        return found;
    }

    private int slot(int index) {
        return (int) ((oldest + index) % capacity);
    }
}

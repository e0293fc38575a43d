package dev.lightfoot.pod;

/** Readings of three axes with their times, oldest first; when it is full the oldest goes. Allocates nothing. */
final class AxesRing {
    private final int mask;
    private final long[] timesNs;
    private final float[] xs;
    private final float[] ys;
    private final float[] zs;
    private int head;
    private int size;

    /** A ring of so many readings, a power of two. */
    AxesRing(int capacity) {
        mask = capacity - 1;
        timesNs = new long[capacity];
        xs = new float[capacity];
        ys = new float[capacity];
        zs = new float[capacity];
    }

    void add(long timeNs, float x, float y, float z) {
        if (size > mask) {
            drop();
        }
        int at = (head + size++) & mask;
        timesNs[at] = timeNs;
        xs[at] = x;
        ys[at] = y;
        zs[at] = z;
    }

    int size() {
        return size;
    }

    void drop() {
        head = (head + 1) & mask;
        size--;
    }

    void clear() {
        size = 0;
    }

    long timeNs(int index) {
        return timesNs[(head + index) & mask];
    }

    float x(int index) {
        return xs[(head + index) & mask];
    }

    float y(int index) {
        return ys[(head + index) & mask];
    }

    float z(int index) {
        return zs[(head + index) & mask];
    }
}

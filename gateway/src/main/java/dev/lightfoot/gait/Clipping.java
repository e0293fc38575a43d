package dev.lightfoot.gait;

/** What a gyro at the end of its range did not tell: the turn, rad, that clips hid in each axis. Not thread-safe. */
final class Clipping {
    /** Hidden turn, rad, up to which the guess is good enough: of 20 deg it misses some 3. */
    private static final double MOST_RAD = 0.35;

    /** Sum of the rates, rad/s, below which none is near the end of a range, and their course is not followed. */
    private static final double FAST_RAD_PER_S = 4;

    /**
     * Share of the largest reading, of any axis, above which readings may be at the end of the range: slower ones are equal in a row by
     * chance, as in a recording of a real pod. The largest is forgotten over so much time, s, in motion, should it have been garbage.
     */
    private static final double NEAR_LARGEST = 0.9;

    private static final double FORGET_S = 10;

    private final ClippedAxis x = new ClippedAxis();
    private final ClippedAxis y = new ClippedAxis();
    private final ClippedAxis z = new ClippedAxis();
    private double hiddenX;
    private double hiddenY;
    private double hiddenZ;
    private double largest;
    private boolean following;

    /** Takes a sample of rates, rad/s; true when a clip is over, or too long to be made good. */
    boolean sample(double dtS, double gx, double gy, double gz) {
        boolean fast = Math.abs(gx) + Math.abs(gy) + Math.abs(gz) > FAST_RAD_PER_S;
        if (!fast && !following) {
            return false;
        }
        following = fast;
        double most = Math.max(Math.abs(gx), Math.max(Math.abs(gy), Math.abs(gz)));
        largest = Math.max(most, largest * (1 - dtS / FORGET_S));
        double suspect = NEAR_LARGEST * largest;
        hiddenX = x.sample(dtS, gx, suspect);
        hiddenY = y.sample(dtS, gy, suspect);
        hiddenZ = z.sample(dtS, gz, suspect);
        return hiddenX != 0 || hiddenY != 0 || hiddenZ != 0;
    }

    /** False when so much was hidden that nobody knows how far the foot turned. */
    boolean credible() {
        return hiddenX * hiddenX + hiddenY * hiddenY + hiddenZ * hiddenZ < MOST_RAD * MOST_RAD;
    }

    /** Hidden turn about the pod's first axis, rad. */
    double x() {
        return hiddenX;
    }

    /** The same about the second. */
    double y() {
        return hiddenY;
    }

    /** The same about the third. */
    double z() {
        return hiddenZ;
    }

    /** Samples are missing: a clip under way is not made good. */
    void reset() {
        x.reset();
        y.reset();
        z.reset();
    }
}

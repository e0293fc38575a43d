package dev.lightfoot.gait;

/**
 * How the pod sits on the shoe: learned from standing and from the first strides, or taken from an earlier run, and watched from then
 * on. Not thread-safe.
 */
final class Mount {
    /** What a look changed. */
    enum Change {
        NOTHING,
        /** The axes are known for the first time. */
        BEGAN,
        /** The axes are others than before by so much that sums along them must start again. */
        MOVED,
        /** Nothing can be judged any more. */
        LOST
    }

    /** Step, s, in which standing and the mount are looked for, each sample of a pod at 104 Hz; and once the axes are known. */
    private static final double SEEKING_LOOK_S = 0.009;

    private static final double KNOWN_LOOK_S = 0.018;

    /** Step, s, in which it is watched whether the sensor lives and sits as it did: these need no sample each. */
    private static final double WATCH_S = 0.027;

    /** How often the axes are settled anew, ns: while they are sought, and once they are known and change by seconds. */
    private static final long SEEK_NS = 50_000_000L;

    private static final long SETTLE_NS = 250_000_000L;

    /** Time, ns, that axes must have held to be worth keeping: five times the memory of the line. */
    private static final long SETTLED_NS = 40_000_000_000L;

    private final Standing standing = new Standing();
    private final PitchAxis axis = new PitchAxis();
    private final MountWatch watch = new MountWatch();
    private final StuckAxis stuck = new StuckAxis();
    private double unseenS;
    private double unwatchedS;
    private long settledNs;
    private long learnedNs;
    private MountState state = MountState.LEARNING;
    private MountReason reason = MountReason.NEW;
    private boolean untold = true;

    /** Takes a sample: specific force, m/s2, rates of turn, rad/s, in the pod's axes, and up carried to it. */
    Change sample(
            long timeNs, double dtS, double ax, double ay, double az, double gx, double gy, double gz, CarriedUp up) {
        axis.sample(dtS, ax, ay, az, up);
        unseenS += dtS;
        if (unseenS < (axis.known() ? KNOWN_LOOK_S : SEEKING_LOOK_S)) {
            return Change.NOTHING;
        }
        double sinceS = unseenS;
        unseenS = 0;
        return look(timeNs, sinceS, ax, ay, az, gx, gy, gz);
    }

    private Change look(long timeNs, double sinceS, double ax, double ay, double az, double gx, double gy, double gz) {
        unwatchedS += sinceS;
        if (unwatchedS >= WATCH_S) {
            Change change = watch(ax, ay, az, gx, gy, gz);
            if (change != Change.NOTHING) {
                return change;
            }
        }
        if (state == MountState.FAULTY) {
            return Change.NOTHING;
        }
        standing.sample(sinceS, ax, ay, az, gx, gy, gz);
        if (standing.turned()) {
            axis.reset();
            return lose(MountReason.STOOD_OTHERWISE);
        }
        double rx = gx - standing.bias(0);
        double ry = gy - standing.bias(1);
        double rz = gz - standing.bias(2);
        axis.look(sinceS, ax, ay, az, rx, ry, rz);
        if (axis.known() && watch.sample(sinceS, ax, ay, az, rx, ry, rz)) {
            watch.look(axis.turns());
            if (watch.turned() || watch.tipped()) {
                return slipped();
            }
        }
        boolean due = timeNs - settledNs >= (axis.known() ? SETTLE_NS : SEEK_NS) || timeNs < settledNs;
        return due ? settle(timeNs) : Change.NOTHING;
    }

    private Change watch(double ax, double ay, double az, double gx, double gy, double gz) {
        double sinceS = unwatchedS;
        unwatchedS = 0;
        stuck.look(sinceS, ax, ay, az, gx, gy, gz);
        if (stuck.stuck()) {
            boolean fresh = state != MountState.FAULTY;
            become(MountState.FAULTY, MountReason.SENSOR_STUCK);
            return fresh ? Change.LOST : Change.NOTHING;
        }
        if (state == MountState.FAULTY) {
            forget();
            become(MountState.LEARNING, MountReason.SENSOR_MOVES);
        }
        return Change.NOTHING;
    }

    private Change slipped() {
        if (watch.tipped()) {
            standing.tip(watch.upBefore(), watch.upNow());
        }
        axis.reset();
        return lose(MountReason.SLIPPED);
    }

    private Change lose(MountReason why) {
        watch.reset(axis.turns());
        become(MountState.LEARNING, why);
        return Change.LOST;
    }

    private Change settle(long timeNs) {
        settledNs = timeNs;
        boolean began = !axis.known();
        if (!axis.settle(standing)) {
            if (reason != MountReason.SETTLED && axis.known() && timeNs - learnedNs > SETTLED_NS) {
                become(MountState.KNOWN, MountReason.SETTLED);
            }
            return Change.NOTHING;
        }
        learnedNs = timeNs;
        watch.reset(axis.turns());
        become(MountState.KNOWN, MountReason.LEARNED);
        return began ? Change.BEGAN : Change.MOVED;
    }

    private void become(MountState next, MountReason why) {
        untold |= state != next || reason != why;
        state = next;
        reason = why;
    }

    /** Takes how the pod sat on this shoe in an earlier run. */
    void calibrate(MountCalibration calibration) {
        standing.calibrate(calibration.upX(), calibration.upY(), calibration.upZ());
        axis.presume(calibration);
        watch.reset(axis.turns());
        become(MountState.KNOWN, MountReason.CALIBRATED);
    }

    private void forget() {
        standing.reset();
        axis.reset();
        watch.reset(axis.turns());
        stuck.reset();
    }

    /** The samples broke off or had a hole: the block of standing in work is no whole one. */
    void breakOff() {
        standing.breakBlock();
    }

    /** True while strikes can be judged. */
    boolean known() {
        return state == MountState.KNOWN && axis.known();
    }

    Standing standing() {
        return standing;
    }

    PitchAxis axis() {
        return axis;
    }

    MountState state() {
        return state;
    }

    MountReason reason() {
        return reason;
    }

    /** True once after each change of {@link #state} or {@link #reason}. */
    boolean news() {
        boolean news = untold;
        untold = false;
        return news;
    }

    /** What is worth keeping for the next run. Allocates. */
    MountCalibration calibration() {
        return MountCalibration.level(
                standing.up(0), standing.up(1), standing.up(2), axis.toes(0), axis.toes(1), axis.toes(2));
    }
}

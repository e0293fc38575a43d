package dev.lightfoot.gait;

/**
 * The streaming foot tracker: samples of one or two pods in, judged strikes and completed stances out, told in the thread
 * that fed the sample. 50 to 416 samples a second, rate taken from the time stamps. A strike is told while the foot is still
 * on the ground; its stance shortly after terminal contact. A sample allocates nothing. Not thread-safe.
 */
public final class GaitTracker {
    /** How far this contact may be from the other foot's terminal contact, ns, for them to belong together. */
    private static final long LONGEST_FLIGHT_NS = 350_000_000L;

    private final GaitListener listener;
    private FootTracker left = new FootTracker();
    private FootTracker right = new FootTracker();
    private final Strike leftStrike = new Strike(Foot.LEFT);
    private final Strike rightStrike = new Strike(Foot.RIGHT);
    private final Stance leftStance = new Stance(Foot.LEFT);
    private final Stance rightStance = new Stance(Foot.RIGHT);
    private final Asymmetry asymmetry = new Asymmetry();
    private boolean leftLeft;
    private boolean rightLeft;

    public GaitTracker(GaitListener listener) {
        this.listener = listener;
    }

    /**
     * Takes one sample of one pod. Times must grow foot by foot; what is not a reading is refused and counted.
     *
     * @param timeNs time of the sample on the clock shared by both pods
     * @param accXMps2 specific force in the pod's own axes (a resting pod reads +g upwards)
     * @param gyroXRadPerS angular rate in the pod's own axes, right-handed
     */
    public void sample(
            Foot foot,
            long timeNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS) {
        FootTracker tracker = tracker(foot);
        int found = tracker.sample(timeNs, accXMps2, accYMps2, accZMps2, gyroXRadPerS, gyroYRadPerS, gyroZRadPerS);
        if (tracker.mount().news()) {
            tellMount(foot, timeNs, tracker.mount());
        }
        if (found == FootTracker.STRIKE) {
            Strike strike = foot == Foot.LEFT ? leftStrike : rightStrike;
            listener.strike(
                    strike.set(tracker.contactNs(), timeNs, tracker.pattern(), (float) tracker.confidence(), (float)
                                    tracker.angleDeg())
                            .rests(tracker.angleZero(), tracker.resolution()));
        } else if (found == FootTracker.STANCE) {
            listener.stance(stance(foot, tracker));
            if (foot == Foot.LEFT) {
                leftLeft = true;
            } else {
                rightLeft = true;
            }
        }
    }

    private void tellMount(Foot foot, long timeNs, Mount mount) {
        boolean settled = mount.reason() == MountReason.SETTLED;
        listener.mount(foot, timeNs, mount.state(), mount.reason(), settled ? mount.calibration() : null);
    }

    private Stance stance(Foot foot, FootTracker tracker) {
        boolean otherLeft = foot == Foot.LEFT ? rightLeft : leftLeft;
        double strideMs = tracker.strideS() * 1e3;
        double contactMs = (tracker.terminalContactNs() - tracker.contactNs()) * 1e-6;
        long apartNs = tracker.contactNs() - tracker(foot.other()).terminalContactNs();
        boolean estimated = !otherLeft || Math.abs(apartNs) > LONGEST_FLIGHT_NS;
        double flightMs = estimated ? (strideMs - 2 * contactMs) / 2 : apartNs * 1e-6;
        Stance stance = foot == Foot.LEFT ? leftStance : rightStance;
        return stance.set(
                        tracker.contactNs(),
                        tracker.terminalContactNs(),
                        (float) flightMs,
                        estimated,
                        (float) (contactMs / strideMs),
                        (float) (120_000 / strideMs),
                        tracker.walking())
                .asymmetry(asymmetry.percent(foot, contactMs, tracker.walking()));
    }

    /** True while the mount of this foot's pod is not known: nothing is judged yet. */
    public boolean learning(Foot foot) {
        return tracker(foot).learning();
    }

    /** Samples of this foot's pod that were refused: not finite, or not later than the one before. */
    public long rejected(Foot foot) {
        return tracker(foot).rejected();
    }

    /** Forgets what this foot's pod has shown, its mount included: another pod, or another shoe. */
    public void reset(Foot foot) {
        if (foot == Foot.LEFT) {
            left = new FootTracker();
        } else {
            right = new FootTracker();
        }
        forgetStance(foot);
    }

    /** Takes how this foot's pod sat in an earlier run on the same shoe; what else it has shown is forgotten. */
    public void calibrate(Foot foot, MountCalibration calibration) {
        reset(foot);
        tracker(foot).calibrate(calibration);
    }

    /** This foot's samples broke off: where in the step it is must be found again, its mount is kept. */
    public void breakOff(Foot foot) {
        tracker(foot).breakOff();
        forgetStance(foot);
    }

    private void forgetStance(Foot foot) {
        asymmetry.forget(foot);
        if (foot == Foot.LEFT) {
            leftLeft = false;
        } else {
            rightLeft = false;
        }
    }

    /** Forgets both feet. */
    public void reset() {
        reset(Foot.LEFT);
        reset(Foot.RIGHT);
    }

    private FootTracker tracker(Foot foot) {
        return foot == Foot.LEFT ? left : right;
    }
}

package dev.lightfoot.gait;

/**
 * Times terminal contact by the tip of the shoe: it lies still under a rising heel and leaves forwards and upwards. Its speed
 * is the pod's, summed from the specific force since the foot lay flat, and the foot's turning about the pod (v + w x r). Both
 * speeds are added, which is the one along a line 45 deg upwards, times 1.4. Believed near 40 deg of heel rise only, where every
 * foot leaves: a pod at the heel has its tip farther off than is reckoned with here, and a sum may drift. Angles in deg and rates in
 * rad/s, toes up positive, speeds in m/s, forces in m/s2. Not thread-safe.
 */
final class ToeOff {
    /** From the pod on the instep forward to the tip of the shoe and down to the sole, m; shoes of 26-30 cm. */
    private static final double TIP_AHEAD_M = 0.14;

    private static final double TIP_BELOW_M = 0.06;

    /** Forward and upward speed of the tip that is leaving; a sole that bends moves it at up to 0.3. */
    private static final double LEAVING_MPS = 0.5;

    /** From there to terminal contact, ns: between the recorded runners' mean on force plates, 3 to 16 each, and their stances'. */
    private static final long LAG_NS = 6_000_000L;

    /** Heel rise, deg, before which a tip that moves is a sole that slides or a sum that drifts; runners leave at 38 and more. */
    private static final double LEAST_RISE_DEG = 20;

    /** Heel rise, deg, near which feet leave; of 25 to 50 deg it had the least spread between recorded runners. */
    private static final double NEAR_RISE_DEG = 40;

    /** From there, ns, the tip may leave: recorded runners -12 to 59 ms, walkers 22 to 67 ms; shufflers, whose heel hardly rises, before. */
    private static final long EARLIEST_NS = -100_000_000L;

    private static final long EARLIEST_WALKING_NS = 20_000_000L;
    private static final long DOUBTED_WALKING_NS = -10_000_000L;
    private static final long LATEST_NS = 70_000_000L;

    /** What is said instead where the tip seemed to leave before: the lever is not this foot's. Means of the recorded. */
    private static final long USUAL_NS = 10_000_000L;

    private static final long USUAL_WALKING_NS = 38_000_000L;

    private static final double GRAVITY = 9.81;

    private double aheadM = TIP_AHEAD_M;
    private boolean summing;
    private boolean waiting;
    private boolean tipLeft;
    private boolean risen;
    private double podSpeed;
    private double lastForce;
    private double tipSpeed;
    private long flatNs;
    private long lastNs;
    private double lastDeg;
    private long tipNs;
    private long riseNs;

    /** The pod sits so much farther back than on the instep, m. */
    void fartherBack(double metres) {
        aheadM = TIP_AHEAD_M + metres;
    }

    /** The foot perhaps lies flat now and its tip at rest. */
    void flat(long timeNs, double rate, double cos, double sin) {
        summing = true;
        flatNs = timeNs;
        podSpeed = -turning(rate, cos, sin);
    }

    /**
     * Waits for the tip of a stance whose heel rises.
     *
     * @param flatDeg by which the sole had been carried too high when it lay flat; NaN when its level was not known at all
     */
    void begin(double flatDeg, double rate, double cos, double sin) {
        waiting = true;
        tipLeft = false;
        tipNs = Long.MAX_VALUE;
        risen = false;
        if (Double.isNaN(flatDeg)) {
            podSpeed = -turning(rate, cos, sin);
        } else {
            // gravity taken for a force along the ground
            podSpeed += GRAVITY * Math.toRadians(flatDeg) * (lastNs - flatNs) * 1e-9;
        }
    }

    void abandon() {
        waiting = false;
    }

    /**
     * Takes a sample; true when the tip leaves.
     *
     * @param angleDeg of the sole, and its cosine and sine
     * @param force specific force at the pod, the part to the front and the part upwards added
     */
    boolean sample(long timeNs, double dtS, double rate, double angleDeg, double cos, double sin, double force) {
        if (!summing) {
            lastForce = force;
            lastNs = timeNs;
            return false;
        }
        podSpeed += dtS * (0.5 * (force + lastForce) - GRAVITY);
        double speedBefore = tipSpeed;
        double degBefore = lastDeg;
        long beforeNs = lastNs;
        tipSpeed = podSpeed + turning(rate, cos, sin);
        lastForce = force;
        lastDeg = angleDeg;
        lastNs = timeNs;
        if (!waiting) {
            return false;
        }
        if (!tipLeft && angleDeg <= -LEAST_RISE_DEG && tipSpeed >= LEAVING_MPS) {
            tipLeft = true;
            tipNs = beforeNs + passed(LEAVING_MPS - speedBefore, tipSpeed - speedBefore, timeNs - beforeNs) + LAG_NS;
        }
        if (!risen && angleDeg <= -NEAR_RISE_DEG) {
            risen = true;
            riseNs = beforeNs + passed(degBefore + NEAR_RISE_DEG, degBefore - angleDeg, timeNs - beforeNs);
        }
        boolean left = risen ? tipLeft || timeNs > riseNs + LATEST_NS : tipLeft && rate > 0;
        waiting = !left;
        summing = !left;
        return left;
    }

    /** When a change had come so far within a step. */
    private static long passed(double part, double whole, long stepNs) {
        return whole > 0 ? (long) (Math.max(0, Math.min(1, part / whole)) * stepNs) : stepNs;
    }

    /** Forward and upward speed of the tip about the pod. */
    private double turning(double rate, double cos, double sin) {
        double forward = -aheadM * sin + TIP_BELOW_M * cos;
        double upward = aheadM * cos + TIP_BELOW_M * sin;
        return rate * (forward + upward);
    }

    /** Terminal contact; a walker's foot rolls farther before it leaves. */
    long terminalNs(boolean walking) {
        if (!risen) {
            return tipNs;
        }
        if (tipNs < riseNs + (walking ? DOUBTED_WALKING_NS : EARLIEST_NS)) {
            return riseNs + (walking ? USUAL_WALKING_NS : USUAL_NS);
        }
        long earliestNs = riseNs + (walking ? EARLIEST_WALKING_NS : EARLIEST_NS);
        return Math.clamp(tipNs, earliestNs, riseNs + LATEST_NS);
    }
}

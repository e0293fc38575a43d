package dev.lightfoot.gait;

/**
 * Times terminal contact by the tip of the shoe: it lies still under a rising heel and leaves forwards and upwards. Its speed
 * is the pod's, summed from the specific force since the foot lay flat, and the foot's turning about the pod (v + w x r). Both
 * speeds are added, which is the one along a line 45 deg upwards, times 1.4. Angles in deg and rates in rad/s, toes up positive,
 * speeds in m/s, forces in m/s2. Not thread-safe.
 */
final class ToeOff {
    /** From the pod on the instep forward to the tip of the shoe and down to the sole, m; shoes of 26-30 cm. */
    private static final double TIP_AHEAD_M = 0.14;

    private static final double TIP_BELOW_M = 0.06;

    /** Forward and upward speed of the tip that is leaving; a sole that bends moves it at up to 0.3. */
    private static final double LEAVING_MPS = 0.5;

    /** From there to terminal contact, ns: mean of the recorded runners on force plates, each weighing alike. */
    private static final long LAG_NS = 8_000_000L;

    /** Heel rise, deg, before which a tip that moves is a sole that slides or a sum that drifts; runners leave at 38 and more. */
    private static final double LEAST_RISE_DEG = 20;

    /** Heel rise, deg, at which the foot has left whatever the sum says; walkers leave at 58 to 89. */
    private static final double GREATEST_RISE_DEG = 80;

    private static final double GRAVITY = 9.81;

    private boolean summing;
    private boolean waiting;
    private double podSpeed;
    private double lastForce;
    private double tipSpeed;
    private long flatNs;
    private long lastNs;
    private long terminalNs;

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
        double before = tipSpeed;
        long beforeNs = lastNs;
        tipSpeed = podSpeed + turning(rate, cos, sin);
        lastForce = force;
        lastNs = timeNs;
        if (!waiting || angleDeg > -LEAST_RISE_DEG || (tipSpeed < LEAVING_MPS && angleDeg > -GREATEST_RISE_DEG)) {
            return false;
        }
        double share = tipSpeed > before ? Math.max(0, Math.min(1, (LEAVING_MPS - before) / (tipSpeed - before))) : 1;
        terminalNs = beforeNs + (long) (share * (timeNs - beforeNs)) + LAG_NS;
        waiting = false;
        summing = false;
        return true;
    }

    /** Forward and upward speed of the tip about the pod. */
    private static double turning(double rate, double cos, double sin) {
        double forward = -TIP_AHEAD_M * sin + TIP_BELOW_M * cos;
        double upward = TIP_AHEAD_M * cos + TIP_BELOW_M * sin;
        return rate * (forward + upward);
    }

    long terminalNs() {
        return terminalNs;
    }
}

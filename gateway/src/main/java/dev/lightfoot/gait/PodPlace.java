package dev.lightfoot.gait;

/**
 * How far behind the ball of the foot the pod sits, m, learned from the rise of the heel: the foot then turns about its ball, which
 * lies still, so that the pod's upward speed over the rate of turn is its distance. Pods on the laces of recorded and simulated
 * runners are 0.05-0.13 m from it (within one runner +- 0.01), pods at the heel 0.2-0.28. Not thread-safe.
 */
final class PodPlace {
    /** Of a pod on the instep, m: median of the recorded runners. The levers of the touching points go with it. */
    static final double USUAL_M = 0.095;

    /** Heel rise, deg, at which it is measured: the speed is great enough there, and the sole has not yet bent much. */
    private static final double RISE_DEG = 20;

    /** Least rate of turn, rad/s, that tells a distance: walkers have risen at 3 and more. */
    private static final double LEAST_RATE = 1.5;

    /** Height of the pod over the sole, m. */
    private static final double POD_HEIGHT_M = 0.07;

    /** Distances, m, that a pod on a shoe can have: from the toe box to the heel cup of a long shoe. */
    private static final double LEAST_M = -0.03;

    private static final double GREATEST_M = 0.33;

    /** Share of one more step in what is known, once five have been seen. */
    private static final double SHARE = 0.2;

    private static final double GRAVITY = 9.81;

    private double behindM = USUAL_M;
    private int steps;
    private double upMps;
    private double lastPush;
    private boolean rising;

    /** The foot perhaps lies flat now: the pod is at rest. */
    void flat() {
        upMps = 0;
    }

    /** The heel has left the ground. */
    void heelRose() {
        rising = true;
    }

    void abandon() {
        rising = false;
    }

    /**
     * Takes a sample; true when it told where the pod is.
     *
     * @param rate pitch rate, rad/s, toes up positive
     * @param angleDeg of the sole, and its cosine and sine
     * @param push vertical specific force at the pod, m/s2
     */
    boolean sample(double dtS, double rate, double angleDeg, double cos, double sin, double push) {
        upMps += dtS * (0.5 * (push + lastPush) - GRAVITY);
        lastPush = push;
        if (!rising || angleDeg > -RISE_DEG) {
            return false;
        }
        rising = false;
        if (rate > -LEAST_RATE) {
            return false;
        }
        double measuredM = (upMps / -rate - POD_HEIGHT_M * sin) / cos;
        if (measuredM < LEAST_M || measuredM > GREATEST_M) {
            return false;
        }
        steps++;
        behindM += Math.max(SHARE, 1.0 / steps) * (measuredM - behindM);
        return true;
    }

    /** By how much the pod sits farther back than on the instep, m. */
    double fartherBackM() {
        return behindM - USUAL_M;
    }

    void reset() {
        behindM = USUAL_M;
        steps = 0;
        rising = false;
    }
}

package dev.lightfoot.gait;

/**
 * The line about which the foot turned most in the last three looks, in the pod's axes, against the same line earlier: it
 * moves when the pod turns on the shoe about any other axis than the line itself. On recorded runners with a fixed pod it
 * stays within 7 deg (virtual IMU from third-party motion capture). Not thread-safe.
 */
final class LineWatch {
    private static final int LOOKS = 3;

    /** Rotation energy, rad2/s, that makes a line: half a running swing. */
    private static final double ENERGY = 10;

    /** Least share of the turning about the line: 65 % on a loose pod, what has less is no gait. */
    private static final double LEADING_SHARE = 0.55;

    /** Cosine of 20 deg: a line this near is the same; walkers wander by 10 in a second and a half. */
    private static final double SAME_COS = 0.94;

    /** Steps of the power iteration: shares of 0.55 and 0.45 come within 1 deg of the line in so many. */
    private static final int ITERATIONS = 16;

    /** The line earlier is the mean of so many looks, then follows slowly. */
    private static final int AVERAGED = 20;

    private final double[] before = new double[TurnCovariance.ELEMENTS];
    private final double[][] looks = new double[LOOKS][TurnCovariance.ELEMENTS];
    private final double[] window = new double[TurnCovariance.ELEMENTS];
    private final double[] line = new double[3];
    private final double[] known = new double[3];
    private int look;
    private int learned;
    private int other;
    private boolean turning;

    /** Looks at the turning since the last look. */
    void look(TurnCovariance turns) {
        double[] newest = looks[look % LOOKS];
        turns.since(before, newest);
        look++;
        for (int i = 0; i < window.length; i++) {
            window[i] = 0;
            for (double[] each : looks) {
                window[i] += each[i];
            }
        }
        turning = look >= LOOKS && leading();
        if (!turning) {
            other = 0;
            return;
        }
        double dot = line[0] * known[0] + line[1] * known[1] + line[2] * known[2];
        if (learned > 0 && Math.abs(dot) < SAME_COS * norm(known)) {
            other++;
            return;
        }
        other = 0;
        learned = Math.min(learned + 1, AVERAGED);
        double side = dot < 0 ? -1 : 1;
        for (int i = 0; i < 3; i++) {
            known[i] += (side * line[i] - known[i]) / learned;
        }
    }

    /** Works out the line of the window; false when it has none. */
    private boolean leading() {
        double energy = window[0] + window[3] + window[5];
        if (energy < ENERGY) {
            return false;
        }
        boolean x = window[0] >= window[3] && window[0] >= window[5];
        boolean y = !x && window[3] >= window[5];
        line[0] = x ? 1 : 0;
        line[1] = y ? 1 : 0;
        line[2] = x || y ? 0 : 1;
        for (int i = 0; i < ITERATIONS; i++) {
            turn(1 / energy);
        }
        double length = norm(line);
        turn(1 / length);
        double share = norm(line) / energy;
        for (int i = 0; i < 3; i++) {
            line[i] /= share * energy;
        }
        return share > LEADING_SHARE;
    }

    /** Multiplies the line by the window's covariance and a factor. */
    private void turn(double factor) {
        double x = factor * line[0];
        double y = factor * line[1];
        double z = factor * line[2];
        line[0] = window[0] * x + window[1] * y + window[2] * z;
        line[1] = window[1] * x + window[3] * y + window[4] * z;
        line[2] = window[2] * x + window[4] * y + window[5] * z;
    }

    private static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** Looks in a row that saw another line. */
    int otherLooks() {
        return other;
    }

    /** Forgets the line and begins with the turning that was summed so far. */
    void reset(TurnCovariance turns) {
        turns.since(before, window);
        look = 0;
        learned = 0;
        other = 0;
        turning = false;
    }
}

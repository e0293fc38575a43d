package dev.lightfoot.gait;

/**
 * Where up is in calm moments of the stances of the last second and a half, in the pod's axes, against the same earlier: it moves
 * when the pod tips on the shoe. It need not be up in standing: shoes that brake or push lean it by up to 9 deg in slow running
 * and 25 in fast, where calm moments are few. Not thread-safe.
 */
final class CalmWatch {
    private static final int LOOKS = 3;

    /** Calm time, s, that makes a direction. */
    private static final double ENOUGH_S = 0.12;

    /** Calm: rate squared, rad2/s2 (60 deg/s), and specific force squared, m2/s4 (8.5 to 13 m/s2). */
    private static final double RATE_MOST = 1.05 * 1.05;

    private static final double FORCE_LEAST = 8.5 * 8.5;
    private static final double FORCE_MOST = 13 * 13;

    /** Cosine of 20 deg: a direction this near is the same, for hills tip feet by up to 15. */
    private static final double SAME_COS = 0.94;

    private static final int AVERAGED = 20;

    /** Specific force summed over calm time, then that time, for each look. */
    private final double[][] looks = new double[LOOKS][4];

    private final double[] recent = new double[3];
    private final double[] known = new double[3];
    private int look;
    private int learned;
    private int other;

    /** Takes a sample, m/s2 and rad/s. */
    void sample(double dtS, double ax, double ay, double az, double gx, double gy, double gz) {
        double square = ax * ax + ay * ay + az * az;
        if (gx * gx + gy * gy + gz * gz < RATE_MOST && square > FORCE_LEAST && square < FORCE_MOST) {
            double[] sum = looks[look % LOOKS];
            sum[0] += dtS * ax;
            sum[1] += dtS * ay;
            sum[2] += dtS * az;
            sum[3] += dtS;
        }
    }

    /** Looks at the calm moments since the last look. */
    void look() {
        double calmS = 0;
        for (int i = 0; i < 3; i++) {
            recent[i] = looks[0][i] + looks[1][i] + looks[2][i];
            calmS += looks[i][3];
        }
        look++;
        double[] oldest = looks[look % LOOKS];
        for (int i = 0; i < 4; i++) {
            oldest[i] = 0;
        }
        if (look < LOOKS || calmS < ENOUGH_S) {
            other = 0;
            return;
        }
        unit(recent);
        double dot = recent[0] * known[0] + recent[1] * known[1] + recent[2] * known[2];
        if (learned > 0 && dot < SAME_COS * norm(known)) {
            other++;
            return;
        }
        other = 0;
        learned = Math.min(learned + 1, AVERAGED);
        for (int i = 0; i < 3; i++) {
            known[i] += (recent[i] - known[i]) / learned;
        }
    }

    /** Looks in a row that saw another up. */
    int otherLooks() {
        return other;
    }

    /** Up in calm moments before, of length one; to be asked when the looks saw another one. */
    double[] before() {
        unit(known);
        return known;
    }

    /** Up in the calm moments of the last looks, of length one. */
    double[] now() {
        return recent;
    }

    private static void unit(double[] v) {
        double norm = norm(v);
        for (int i = 0; i < 3; i++) {
            v[i] /= norm;
        }
    }

    private static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    void reset() {
        look = 0;
        learned = 0;
        other = 0;
        for (double[] each : looks) {
            for (int i = 0; i < 4; i++) {
                each[i] = 0;
            }
        }
    }
}

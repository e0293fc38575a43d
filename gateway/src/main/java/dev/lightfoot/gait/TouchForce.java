package dev.lightfoot.gait;

/**
 * The vertical specific force, m/s2, at the point of the sole that touches first: under the heel while the toes are up,
 * under the ball while they are down. The pod's own force mixes the leg's and the ground's push with the turning of the foot;
 * carried over the lever to the touching point (acceleration at a point of a rigid body: a + alpha x r + w x (w x r)) the turning
 * drops out, so that toes lowered in the air do not show and the ground does. Keeps the steepest rise of a landing. Not
 * thread-safe.
 */
final class TouchForce {
    /** From the pod on the instep back to the heel's contact, forward to the ball's, and down to the sole, m. */
    private static final double HEEL_BEHIND_M = 0.14;

    private static final double BALL_AHEAD_M = 0.06;

    /** Distance, m, by which pods on the instep differ from the ball for the foot's own shape; beyond it the heel is nearer, too. */
    private static final double FEET_DIFFER_M = 0.04;

    private static final double POD_HEIGHT_M = 0.07;

    /** Sole angles, rad (-3 and 2 deg), between which the touching point goes from ball to heel. */
    private static final double BALL_RAD = -0.052;

    private static final double HEEL_RAD = 0.035;

    /** Share by which a later rise must be greater than one before to be taken for the landing. */
    private static final double GREATER = 2;

    /** A rise is what the force gained over its least in this time, ns: contact takes 25 ms on band-limited recordings. */
    private static final long WINDOW_NS = 30_000_000L;

    /** Least rise and level reached, m/s2, of the ground; the softest recorded landing of a runner rises by 14 to 22, of a walker by 10. */
    private static final double LEAST_RISE = 10;

    private static final double LEAST_LEVEL = 18;

    /** Rise, m/s2, that only the ground gives; a leg that slows a foot gains less in the window. */
    private static final double FIRM_RISE = 20;

    /** Contact after the middle of a slow rise, ns, which is what the recordings' band limit makes of it. */
    private static final double SLOW_LAG_NS = 10e6;

    /** The same after the weakest rise, as in walking, whose middle comes late. */
    private static final double WEAK_LAG_NS = -10e6;

    /** Time, ns, from a quarter to three quarters of a rise beyond half a sample: of an impact, of a slow rise. */
    private static final double QUICK_NS = 1.5e6;

    private static final double SLOW_NS = 4.5e6;

    /** Spacing of samples, s, up to which and from which on the turning between two of them tells much and nothing. */
    private static final double DENSE_S = 0.012;

    private static final double SPARSE_S = 0.018;
    private static final double SPACING_SHARE = 0.02;

    private static final double GRAVITY = 9.81;

    /** Speed, m/s, gained downwards after a rise, by which it was the leg's and not the ground's. */
    private static final double FALL_MPS = 0.2;

    /** Force under the whole foot, m/s2, that a leg does not give (what is firm, and the weight), and the time, s, for which it must last. */
    private static final double BORNE_MPS2 = FIRM_RISE + GRAVITY;

    private static final double BORNE_S = 0.012;

    private static final int REMEMBERED = 32;

    private final long[] timesNs = new long[REMEMBERED];
    private final double[] ballForces = new double[REMEMBERED];
    private final double[] heelForces = new double[REMEMBERED];
    private double ballAheadM = BALL_AHEAD_M;
    private double heelBehindM = HEEL_BEHIND_M;
    private double heel;
    private int next;
    private double lastRate;
    private double lastPush;
    private double lastAngle;
    private long lastNs;
    private int held;
    private double rise;
    private long peakNs;
    private long middleNs;
    private double falling;
    private double borneS;
    private double trusted = 1;
    private double spacingS = 0.005;
    private double slowness;
    private long sampleNs;

    /** The pod sits so much farther back than on the instep, m. */
    void fartherBack(double metres) {
        ballAheadM = BALL_AHEAD_M + metres;
        heelBehindM = HEEL_BEHIND_M - Math.copySign(Math.max(0, Math.abs(metres) - FEET_DIFFER_M), metres);
    }

    /** Forgets the rise of the last landing. */
    void begin() {
        rise = 0;
        peakNs = Long.MIN_VALUE;
        held = 0;
        borneS = 0;
    }

    /**
     * Takes a sample.
     *
     * @param rate pitch rate, rad/s, toes up positive
     * @param angle of the sole, rad
     * @param push vertical specific force at the pod, m/s2
     * @param looking whether a landing may come now
     * @return true when the rise so far is steeper than any before in this landing
     */
    boolean sample(long timeNs, double rate, double angle, double push, boolean looking) {
        sampleNs = timeNs - lastNs;
        double dtS = sampleNs * 1e-9;
        spacingS += SPACING_SHARE * (Math.min(dtS, SPARSE_S) - spacingS);
        boolean steeper = false;
        if (looking) {
            remember(timeNs, dtS, rate, angle, push);
            discardLegs(dtS);
            boolean heavy = ballForces[next] + heelForces[next] >= 2 * BORNE_MPS2;
            borneS = heavy ? borneS + dtS : 0;
            steeper = held > 1 && look();
            next = (next + 1) & (REMEMBERED - 1);
        } else {
            held = 0;
        }
        lastRate = rate;
        lastAngle = angle;
        lastPush = push;
        lastNs = timeNs;
        return steeper;
    }

    private void remember(long timeNs, double dtS, double rate, double angle, double push) {
        double turn = dtS > 0 ? (rate - lastRate) / dtS : 0;
        double spin = 0.5 * (rate + lastRate);
        double middle = 0.5 * (angle + lastAngle);
        if (rise < LEAST_RISE) {
            heel = Math.max(0, Math.min(1, (middle - BALL_RAD) / (HEEL_RAD - BALL_RAD)));
        }
        // the first terms will do: feet land within a radian of level, where they err by 0.0014 at most
        double square = middle * middle;
        double cos = 1 - square * (0.5 - square / 24);
        double sin = middle * (1 - square * (1.0 / 6 - square / 120));
        trusted = Math.max(0, Math.min(1, (SPARSE_S - spacingS) / (SPARSE_S - DENSE_S)));
        double turned = trusted * (cos * turn - sin * spin * spin);
        double level = 0.5 * (push + lastPush) + POD_HEIGHT_M * (sin * turn + cos * spin * spin);
        ballForces[next] = level + ballAheadM * turned;
        heelForces[next] = level - heelBehindM * turned;
        timesNs[next] = timeNs - sampleNs / 2;
        held = Math.min(held + 1, REMEMBERED);
    }

    /** Forgets a rise after which both ends of the sole fall again. */
    private void discardLegs(double dtS) {
        if (rise > 0) {
            falling = Math.max(0, falling + (GRAVITY - Math.max(ballForces[next], heelForces[next])) * dtS);
            if (falling > FALL_MPS) {
                begin();
                held = 1;
            }
        }
    }

    private boolean look() {
        if (force(next) < LEAST_LEVEL) {
            return false;
        }
        int low = next;
        int index = next;
        for (int i = 1; i < held; i++) {
            index = (index - 1) & (REMEMBERED - 1);
            if (i > 2 && timesNs[next] - timesNs[index] > WINDOW_NS) {
                break;
            }
            low = force(index) < force(low) ? index : low;
        }
        double gained = force(next) - force(low);
        boolean later = firm() && timesNs[low] > peakNs;
        if (later) {
            // the slap lifts one end of the sole, contact pushes both
            double both = Math.min(ballForces[next] - ballForces[low], heelForces[next] - heelForces[low]);
            gained = Math.min(gained, both);
        }
        if (gained <= (later ? GREATER : 1) * rise) {
            return false;
        }
        rise = gained;
        falling = 0;
        peakNs = timesNs[next];
        middleNs = crossingNs(low, 0.5);
        long betweenNs = crossingNs(low, 0.75) - crossingNs(low, 0.25) - sampleNs / 2;
        slowness = Math.max(1 - trusted, Math.min(1, (betweenNs - QUICK_NS) / (SLOW_NS - QUICK_NS)));
        return true;
    }

    /** When the rise from a low to the newest sample passed a share of itself. */
    private long crossingNs(int low, double share) {
        double level = force(low) + share * rise;
        int above = low;
        while (force(above) < level && above != next) {
            above = (above + 1) & (REMEMBERED - 1);
        }
        int below = (above - 1) & (REMEMBERED - 1);
        double part = (level - force(below)) / (force(above) - force(below));
        return timesNs[below] + (long) (part * (timesNs[above] - timesNs[below]));
    }

    /** Force at the point that touches now, as it was at a remembered sample. */
    private double force(int index) {
        return ballForces[index] + heel * (heelForces[index] - ballForces[index]);
    }

    /** True once a rise was seen that the ground may have made. */
    boolean found() {
        return rise >= LEAST_RISE;
    }

    /** True while the ground bears the foot, though its force may not have been seen to rise. */
    boolean borne() {
        return borneS >= BORNE_S;
    }

    /** True when only the ground can have made the rise. */
    boolean firm() {
        return rise >= FIRM_RISE;
    }

    /** Time since the steepest rise ended, ns. */
    long sincePeakNs(long timeNs) {
        return timeNs - peakNs;
    }

    /** Contact by the steepest rise. */
    long contactNs() {
        double share = Math.min(1, (rise - LEAST_RISE) / (FIRM_RISE - LEAST_RISE));
        return middleNs + (long) (slowness * (WEAK_LAG_NS + share * (SLOW_LAG_NS - WEAK_LAG_NS)));
    }

    /** Usual time between samples, s, up to {@link #SPARSE_S}. */
    double spacingS() {
        return spacingS;
    }

    /** 0 for an impact, which tells contact by itself, to 1 for a slow rise. */
    double slowness() {
        return slowness;
    }
}

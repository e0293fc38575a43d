package dev.lightfoot.gait;

/**
 * Finds a landing sample by sample: a swing (toes-up rotation), the dip of the pitch rate that ends it (k1 of Falbriard et
 * al. 2018, Front Physiol 9:610), and the ground's push on the foot. Rotation alone is not contact, since some runners lower
 * the toes in the air: a dip counts only once the vertical specific force at the instep has come up through gravity. Angles
 * in deg, rates in deg/s, toes up positive. Not thread-safe.
 *
 * <p>Initial contact is placed from both: where the sole is still toes up, heel first, the dip of the rate lags contact by
 * the time the slap still needs; where it is flat or toes down, the pod sits over what touched, and the upward crossing of
 * gravity marks contact.
 */
final class LandingDetector {
    /** Toes-up rotation, deg, that makes a swing; stances of recorded runners stay below 12 deg. */
    private static final double SWING_DEG = 25;

    /** Rate, deg/s, and angle, deg, below the apex at which the search for the landing begins. */
    private static final double DESCENT_RATE = -40;

    private static final double DESCENT_DEG = 1.5;

    /** Shallowest dip, deg/s, that is a slap. */
    private static final double SLAP_RATE = -80;

    /** Share of the dip at which the slap counts as passed: the sooner, the shorter the delay. */
    private static final double SLAP_PASSED = 0.75;

    /** Share of the dip at which rotation without ground counts as toes lowered in the air. */
    private static final double AIR_DIP_PASSED = 0.5;

    /** Time on the ground without turning, ns, that makes a flat landing. */
    private static final long FLAT_LANDING_NS = 25_000_000L;

    /** Push without end, ns, that is the ground while a slow slap of walking still goes on. */
    private static final long PRESSED_NS = 35_000_000L;

    /** Time after a slap, ns, at which a foot at rest has landed though no push was seen. */
    private static final long UNPUSHED_NS = 25_000_000L;

    /** Never decided sooner after contact, ns: a deeper dip may still come; project's choice. */
    private static final long SOONEST_NS = 15_000_000L;

    private static final double FLAT_LANDING_RATE = 80;
    private static final long LONGEST_LANDING_NS = 300_000_000L;

    /** Lag of the dip behind contact: 0.8 x angle left / rate; set by hand on virtual IMU from motion capture. */
    private static final double LAG_SHARE = 0.8;

    /** Least rate, deg/s, in that quotient: below it the noise of the angle would rule. */
    private static final double LAG_LEAST_RATE = 250;

    private static final double LAG_MOST_S = 0.06;

    /** Angles left at the dip, deg, up to which the push and from which the dip alone says when contact was. */
    private static final double FLAT_DEG = 3;

    private static final double HEEL_FIRST_DEG = 9;

    /** Range of credible apex angles, deg: sprinters reach 45, toe runners stay near 0. */
    private static final double LEAST_APEX_DEG = -20;

    private static final double GREATEST_APEX_DEG = 55;

    /** Apex, deg, to reckon with when the zero is not known. */
    private static final double USUAL_APEX_DEG = 15;

    /** Where in the step the foot is. */
    private enum Phase {
        GROUND,
        SWING,
        LANDING
    }

    private final GroundPush groundPush = new GroundPush();
    private Phase phase = Phase.GROUND;
    private double lowestDeg;
    private double apexDeg;
    private long landingNs;
    private double dipRate;
    private double dipDeg;
    private long dipNs;
    private boolean dipOpen;
    private boolean unpushed;
    private double beforeRate;
    private double lastRate;
    private long lastNs;
    private boolean pressed;
    private boolean slapped;

    /** Takes a sample; true when a landing is certain by it. */
    boolean sample(long timeNs, double rate, double angleDeg, double push) {
        boolean landed = false;
        groundPush.sample(timeNs, push, phase == Phase.LANDING || (phase == Phase.SWING && rate < 0));
        switch (phase) {
            case GROUND -> {
                lowestDeg = Math.min(lowestDeg, angleDeg);
                if (angleDeg > lowestDeg + SWING_DEG && rate > 0) {
                    phase = Phase.SWING;
                    apexDeg = angleDeg;
                    groundPush.begin();
                }
            }
            case SWING -> {
                apexDeg = Math.max(apexDeg, angleDeg);
                if (rate < DESCENT_RATE || angleDeg < apexDeg - DESCENT_DEG) {
                    phase = Phase.LANDING;
                    landingNs = timeNs;
                    beginDip(timeNs, rate, angleDeg);
                }
            }
            case LANDING -> {
                followDip(timeNs, rate, angleDeg);
                landed = landed(timeNs, rate);
                if (landed) {
                    onGround(angleDeg);
                } else if (angleDeg > apexDeg + DESCENT_DEG) {
                    phase = Phase.SWING;
                } else if (timeNs - landingNs > LONGEST_LANDING_NS) {
                    onGround(angleDeg);
                }
            }
        }
        beforeRate = lastRate;
        lastRate = rate;
        lastNs = timeNs;
        return landed;
    }

    private void beginDip(long timeNs, double rate, double angleDeg) {
        dipRate = rate;
        dipNs = timeNs;
        dipDeg = angleDeg;
        dipOpen = true;
        unpushed = false;
    }

    private void followDip(long timeNs, double rate, double angleDeg) {
        if (rate <= dipRate) {
            beginDip(timeNs, rate, angleDeg);
        } else if (!groundPush.found() && timeNs - dipNs > UNPUSHED_NS && Math.abs(rate) < FLAT_LANDING_RATE) {
            unpushed = dipRate < SLAP_RATE;
        } else if (!groundPush.found() && dipRate > SLAP_RATE && rate > AIR_DIP_PASSED * dipRate) {
            beginDip(timeNs, rate, angleDeg);
        } else if (dipOpen) {
            // vertex of the parabola through three samples
            double bend = beforeRate - 2 * lastRate + rate;
            if (bend > 0) {
                double shift = Math.max(-0.5, Math.min(0.5, 0.5 * (beforeRate - rate) / bend));
                long shiftNs = (long) (shift * (timeNs - lastNs));
                dipNs += shiftNs;
                dipDeg += dipRate * shiftNs * 1e-9;
            }
            dipOpen = false;
        }
    }

    private boolean landed(long timeNs, double rate) {
        if (!groundPush.found()) {
            return unpushed;
        }
        slapped = dipRate < SLAP_RATE && rate > SLAP_PASSED * dipRate;
        boolean turnedBack = rate >= 0;
        boolean flat = groundPush.lastedNs(timeNs) > FLAT_LANDING_NS && Math.abs(rate) < FLAT_LANDING_RATE;
        pressed = !slapped && !turnedBack && !flat && groundPush.lastedNs(timeNs) > PRESSED_NS;
        if (!slapped && !turnedBack && !flat && !pressed) {
            return false;
        }
        return timeNs - contactNs(0) >= SOONEST_NS;
    }

    /** True when the last landing showed a slap of the sole, so that its rotation after contact tells the angle. */
    boolean slapped() {
        return slapped;
    }

    /** True when the foot was still turning toes down, heel first, when the ground was certain. */
    boolean stillTurning() {
        return pressed;
    }

    /**
     * Time of the initial contact of the last landing.
     *
     * @param zeroDeg angle of the flat foot on the scale that was fed
     */
    long contactNs(double zeroDeg) {
        double leftDeg = dipDeg - zeroDeg;
        double lagS = LAG_SHARE * leftDeg / Math.max(LAG_LEAST_RATE, -dipRate);
        long byDipNs = dipNs - (long) (Math.max(-LAG_MOST_S, Math.min(LAG_MOST_S, lagS)) * 1e9);
        if (!groundPush.found()) {
            return byDipNs;
        }
        if (pressed) {
            return groundPush.contactNs(byDipNs);
        }
        double sharpness = groundPush.sharpness();
        long byPushNs = sharpness > 0 ? groundPush.firstContactNs() : groundPush.contactNs(byDipNs);
        double heelFirst = Math.max(0, Math.min(1, (leftDeg - FLAT_DEG) / (HEEL_FIRST_DEG - FLAT_DEG)));
        return byPushNs + (long) (heelFirst * (1 - sharpness) * (byDipNs - byPushNs));
    }

    /** True when the foot, about to land, cannot be at the angle that was fed: its zero must be wrong. */
    boolean incredible() {
        return phase == Phase.LANDING && (apexDeg < LEAST_APEX_DEG || apexDeg > GREATEST_APEX_DEG);
    }

    /** What the angle of the sole, deg, probably is when its zero is not known: counted from the usual apex of a swing. */
    double guessDeg(double angleDeg) {
        return phase == Phase.GROUND ? 0 : angleDeg - apexDeg + USUAL_APEX_DEG;
    }

    /** The foot is on the ground, or nobody knows where: wait for the next swing. */
    void onGround(double angleDeg) {
        phase = Phase.GROUND;
        lowestDeg = angleDeg;
    }
}

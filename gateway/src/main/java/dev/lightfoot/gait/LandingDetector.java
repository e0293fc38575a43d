package dev.lightfoot.gait;

/**
 * Finds a landing sample by sample: a swing (toes-up rotation), the {@link Dip} of the pitch rate that ends it, and the force
 * of the ground where the sole touches. Rotation alone is not contact, since some runners lower the toes in the air: the
 * force decides whether and roughly when; the dip refines the time where both agree. Angles in deg, rates in deg/s, toes up
 * positive. Not thread-safe.
 */
final class LandingDetector {
    private static final double RAD = Math.PI / 180;

    /** Toes-up rotation, deg, that makes a swing; stances of recorded runners stay below 12 deg. */
    private static final double SWING_DEG = 25;

    /** Rate, deg/s, and angle, deg, below the apex at which the search for the landing begins. */
    private static final double DESCENT_RATE = -40;

    private static final double DESCENT_DEG = 1.5;

    /** Time after contact, ns, at which a landing without slap is certain by its force, firm or weak. */
    private static final long FIRM_CERTAIN_NS = 30_000_000L;

    private static final long WEAK_CERTAIN_NS = 35_000_000L;
    private static final long WEAK_SOONEST_NS = 25_000_000L;

    /** The force must have stopped to rise for this time, ns, about a sample. */
    private static final long RISEN_NS = 5_000_000L;

    /** Rate, deg/s, above which toes rise too fast for a landing. */
    private static final double RISING_RATE = 150;

    /** Difference of the two times, ms, up to which the dip is believed and from which it is not; more where samples lie far apart, s. */
    private static final double AGREE_MS = 6;

    private static final double DISAGREE_MS = 16;
    private static final double AGREE_SPACING_S = 0.008;

    /**
     * Weight of the dip where the two disagree and the sole, deg, is far from flat yet: a walker's heel sinks in so softly that the force
     * tells late, and the dip too early where the toes are lowered in the air. Walkers recorded by markers.
     */
    private static final double DISAGREEING_WEIGHT = 0.5;

    private static final double FAR_DEG = 9;
    private static final double FARTHEST_DEG = 15;

    /**
     * Forward speed, m/s, that is sure, from which a foot has not landed: when that is decided, where 99 % of simulated runners' feet are
     * below 1.5 and where the leg's force was taken for the ground 95 % above 1.7; and at the dip of one that seemed to rest.
     */
    private static final double FLYING_MPS = 1;

    private static final double FLYING_AT_DIP_MPS = 2;

    /** Time after a slap, ns, at which a foot at rest has landed though no push was seen. */
    private static final long UNPUSHED_NS = 70_000_000L;

    /** Time after a slap, ns, within which a foot that is borne has landed by it. */
    private static final long BORNE_WITHIN_NS = 40_000_000L;

    /** Never decided sooner after contact, ns: a deeper dip may still come; project's choice. */
    private static final long SOONEST_NS = 15_000_000L;

    private static final double AT_REST_RATE = 80;
    private static final long LONGEST_LANDING_NS = 300_000_000L;

    /** Samples, of which the dip's vertex may be half a one before its lowest reading. */
    private static final double JUST_DIPPED_SAMPLES = 1.6;

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

    private final TouchForce touch = new TouchForce();
    private final Dip dip = new Dip();
    private Phase phase = Phase.GROUND;
    private double lowestDeg;
    private double apexDeg;
    private long landingNs;
    private boolean unpushed;
    private boolean dipFlying;
    private double forwardMps;
    private boolean pressed;
    private boolean slapped;

    /**
     * Takes a sample; true when a landing is certain by it.
     *
     * @param angleDeg carried angle, whose zero may not be known
     * @param soleDeg the best guess at the sole's true angle
     * @param push vertical specific force at the pod, m/s2
     * @param forwardSureMps forward speed of the foot that is sure: while it flies, what looks like a landing is none
     */
    boolean sample(long timeNs, double rate, double angleDeg, double soleDeg, double push, double forwardSureMps) {
        forwardMps = forwardSureMps;
        boolean landed = false;
        boolean looking = phase == Phase.LANDING || (phase == Phase.SWING && rate < RISING_RATE);
        boolean steeper = touch.sample(timeNs, rate * RAD, soleDeg * RAD, push, looking);
        switch (phase) {
            case GROUND -> {
                lowestDeg = Math.min(lowestDeg, angleDeg);
                if (angleDeg > lowestDeg + SWING_DEG && rate > 0) {
                    phase = Phase.SWING;
                    apexDeg = angleDeg;
                    touch.begin();
                }
            }
            case SWING -> {
                apexDeg = Math.max(apexDeg, angleDeg);
                if (rate < DESCENT_RATE || angleDeg < apexDeg - DESCENT_DEG || touch.firm()) {
                    phase = Phase.LANDING;
                    landingNs = timeNs;
                    beginDip(timeNs, rate, angleDeg);
                }
            }
            case LANDING -> {
                if (steeper && !justDipped(timeNs, rate)) {
                    beginDip(timeNs, rate, angleDeg);
                }
                followDip(timeNs, rate, angleDeg);
                landed = landed(timeNs, rate);
                if (landed && flying()) {
                    landed = false;
                    touch.begin();
                    beginDip(timeNs, rate, angleDeg);
                } else if (landed) {
                    onGround(angleDeg);
                } else if (angleDeg > apexDeg + DESCENT_DEG) {
                    phase = Phase.SWING;
                } else if (timeNs - landingNs > LONGEST_LANDING_NS) {
                    onGround(angleDeg);
                }
            }
        }
        dip.remember(timeNs, rate);
        return landed;
    }

    private boolean flying() {
        return forwardMps > FLYING_MPS || (dipFlying && !touch.found());
    }

    /** A deeper dip one sample before the force rose is the same landing's: where samples lie far apart the force shows one later. */
    private boolean justDipped(long timeNs, double rate) {
        return dip.deeperThan(rate) && dip.sinceNs(timeNs) < JUST_DIPPED_SAMPLES * touch.spacingS() * 1e9;
    }

    private void beginDip(long timeNs, double rate, double angleDeg) {
        dip.begin(timeNs, rate, angleDeg);
        begunDip();
    }

    private void begunDip() {
        dipFlying = forwardMps > FLYING_AT_DIP_MPS;
        unpushed = false;
    }

    private void followDip(long timeNs, double rate, double angleDeg) {
        if (dip.follow(timeNs, rate, angleDeg)) {
            begunDip();
        } else if (!touch.found() && (rests(timeNs, rate) || bearsAfterSlap(timeNs, rate))) {
            unpushed = dip.slaps();
        }
    }

    private boolean rests(long timeNs, double rate) {
        return dip.sinceNs(timeNs) > UNPUSHED_NS && Math.abs(rate) < AT_REST_RATE;
    }

    /** A leg that turns the toes up until they land pushes as hard as the ground, whose rise does not show then. */
    private boolean bearsAfterSlap(long timeNs, double rate) {
        return touch.borne() && dip.sinceNs(timeNs) < BORNE_WITHIN_NS && dip.passed(rate);
    }

    private boolean landed(long timeNs, double rate) {
        if (!touch.found()) {
            return unpushed;
        }
        slapped = dip.slaps() && dip.passed(rate);
        boolean passed = slapped || rate >= 0;
        long sinceNs = timeNs - contactNs(0);
        pressed = !passed;
        if (touch.sincePeakNs(timeNs) < RISEN_NS) {
            return false;
        }
        return sinceNs >= (touch.firm() ? FIRM_CERTAIN_NS : WEAK_CERTAIN_NS)
                || (passed && sinceNs >= (touch.firm() ? SOONEST_NS : WEAK_SOONEST_NS));
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
        double leftDeg = dip.leftDeg(zeroDeg);
        long byDipNs = dip.contactNs(leftDeg);
        if (!touch.found()) {
            return byDipNs;
        }
        long byForceNs = touch.contactNs();
        double apartMs = (byDipNs - byForceNs) * 1e-6;
        double scale = Math.max(1, touch.spacingS() / AGREE_SPACING_S);
        double agree = 1 - share(Math.abs(apartMs) / scale, AGREE_MS, DISAGREE_MS);
        double weight = Math.max(agree, DISAGREEING_WEIGHT * share(leftDeg, FAR_DEG, FARTHEST_DEG));
        double heelFirst = share(leftDeg, FLAT_DEG, HEEL_FIRST_DEG);
        return byForceNs + (long) (weight * heelFirst * touch.slowness() * apartMs * 1e6);
    }

    /** From 0 at one value to 1 at the other. */
    private static double share(double value, double none, double whole) {
        return Math.max(0, Math.min(1, (value - none) / (whole - none)));
    }

    /** True when the foot, about to land, cannot be at the angle that was fed: its zero must be wrong. */
    boolean incredible() {
        return phase == Phase.LANDING && (apexDeg < LEAST_APEX_DEG || apexDeg > GREATEST_APEX_DEG);
    }

    /** What the angle of the sole, deg, probably is when its zero is not known: counted from the usual apex of a swing. */
    double guessDeg(double angleDeg) {
        return phase == Phase.GROUND ? 0 : angleDeg - apexDeg + USUAL_APEX_DEG;
    }

    /** Highest angle of the swing before the landing, deg, on the scale that was fed. */
    double apexDeg() {
        return apexDeg;
    }

    /** Usual time between samples, s. */
    double spacingS() {
        return touch.spacingS();
    }

    /** The pod sits so much farther back than on the instep, m. */
    void fartherBack(double metres) {
        touch.fartherBack(metres);
    }

    /** The foot is on the ground, or nobody knows where: wait for the next swing. */
    void onGround(double angleDeg) {
        phase = Phase.GROUND;
        lowestDeg = angleDeg;
    }
}

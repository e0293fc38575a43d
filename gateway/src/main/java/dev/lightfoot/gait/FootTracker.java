package dev.lightfoot.gait;

/**
 * Follows one foot: believes or refuses each sample, learns the mount, carries the sole's pitch from flat to flat, and finds
 * landings and lift-offs in it. What it found is read after {@link #sample}. Not thread-safe.
 */
final class FootTracker {
    static final int NOTHING = 0;
    static final int STRIKE = 1;
    static final int STANCE = 2;

    private static final double RAD = Math.PI / 180;

    /** Strides between these, s, are one stride: 30 to 150 a minute. */
    private static final double SHORTEST_STRIDE_S = 0.4;

    private static final double LONGEST_STRIDE_S = 2.0;

    /** Longest stance, ns, of a foot in gait: slow walking takes 0.9 s. */
    private static final long LONGEST_STANCE_NS = 1_500_000_000L;

    private final SampleGate gate = new SampleGate();
    private final Clipping clipping = new Clipping();
    private final Mount mount = new Mount();
    private final Standing standing = mount.standing();
    private final PitchAxis axis = mount.axis();
    private final SolePitch pitch = new SolePitch();
    private final LandingDetector landing = new LandingDetector();
    private final FootFlat footFlat = new FootFlat();
    private final ToeOff toeOff = new ToeOff();
    private final SwingSpeed swing = new SwingSpeed();
    private final PodPlace place = new PodPlace();

    private long lastNs;
    private boolean contactKnown;
    private long contactNs;
    private boolean previousKnown;
    private long previousContactNs;
    private boolean stanceOpen;
    private boolean stancePending;
    private long terminalNs;
    private boolean walking;
    private double angleDeg;
    private double confidence;
    private StrikePattern pattern = StrikePattern.MIDFOOT;
    private AngleZero angleZero = AngleZero.NONE;

    /** Takes a sample, m/s2 and rad/s in the pod's axes; tells what it completed. */
    int sample(long timeNs, float ax, float ay, float az, float gx, float gy, float gz) {
        SampleGate.Verdict verdict = gate.judge(timeNs, ax, ay, az, gx, gy, gz);
        if (verdict == SampleGate.Verdict.REJECT) {
            return NOTHING;
        }
        double dtS = verdict == SampleGate.Verdict.RESTART ? 0 : (timeNs - lastNs) * 1e-9;
        lastNs = timeNs;
        if (verdict != SampleGate.Verdict.TAKE) {
            clipping.reset();
            forgetStride();
            mount.breakOff();
            if (verdict == SampleGate.Verdict.RESTART) {
                return NOTHING;
            }
        }
        if (clipping.sample(dtS, gx, gy, gz) && !pitch.makeGood(clipping)) {
            loseLevel();
        }
        Mount.Change change = mount.sample(timeNs, dtS, ax, ay, az, gx, gy, gz, pitch.up());
        if (change != Mount.Change.NOTHING) {
            changed(change);
        }
        double rx = gx - standing.bias(0);
        double ry = gy - standing.bias(1);
        double rz = gz - standing.bias(2);
        if (!mount.known()) {
            pitch.carry(dtS, rx, ry, rz);
            if (standing.still()) {
                pitch.stand(timeNs, standing);
            } else if (standing.calm()) {
                pitch.level(standing);
            }
            return NOTHING;
        }
        return follow(timeNs, dtS, ax, ay, az, rx, ry, rz);
    }

    private void changed(Mount.Change change) {
        switch (change) {
            case NOTHING -> {}
            // the level carried from standing is near enough to find a landing by, not to judge it
            case BEGAN -> forgetStride();
            case MOVED -> forgetPhase();
            case LOST -> forgetPlace();
        }
    }

    private int follow(long timeNs, double dtS, double ax, double ay, double az, double rx, double ry, double rz) {
        double rate = pitch.sample(timeNs, dtS, standing, axis, rx, ry, rz);
        if (standing.still()) {
            pitch.stand(timeNs, standing);
            landing.onGround(0);
        }
        double sole = pitch.angleDeg();
        double along = axis.alongFoot(ax, ay, az);
        double across = ax * standing.up(0) + ay * standing.up(1) + az * standing.up(2);
        double guessDeg = pitch.zeroed() ? sole : landing.guessDeg(sole);
        double cos = pitch.zeroed() ? pitch.cos() : Math.cos(guessDeg * RAD);
        double sin = pitch.zeroed() ? pitch.sin() : Math.sin(guessDeg * RAD);
        double push = across * cos + along * sin;
        if (pitch.zeroed() && landing.incredible()) {
            pitch.lost();
        }
        double pull = along * cos - across * sin;
        swing.sample(dtS, pull);
        if (landing.sample(timeNs, rate, sole, guessDeg, push, swing.sureMps())) {
            judge(timeNs, rate, sole);
            return STRIKE;
        }
        if (place.sample(dtS, rate * RAD, sole, cos, sin, push)) {
            landing.fartherBack(place.fartherBackM());
            toeOff.fartherBack(place.fartherBackM());
        }
        boolean left = toeOff.sample(timeNs, dtS, rate * RAD, sole, cos, sin, push + pull);
        FootFlat.Finding flat = footFlat.sample(dtS, rate, sole, ax * ax + ay * ay + az * az);
        if (flat == FootFlat.Finding.FLATTER) {
            pitch.perhapsFlat(timeNs, standing);
        }
        if (flat == FootFlat.Finding.FLATTER || flat == FootFlat.Finding.STILLER) {
            place.flat();
            swing.flat();
            toeOff.flat(timeNs, rate * RAD, cos, sin);
        }
        if (flat == FootFlat.Finding.HEEL_ROSE) {
            place.heelRose();
            swing.heelRose();
            boolean levelled = pitch.zeroed();
            double wrongDeg = sole - pitch.settleFlat(standing, axis);
            toeOff.begin(levelled ? wrongDeg : Double.NaN, rate * RAD, cos, sin);
            landing.onGround(pitch.angleDeg());
        } else if (left) {
            leave();
        }
        if (stancePending && timeNs >= terminalNs) {
            stancePending = false;
            return STANCE;
        }
        return NOTHING;
    }

    private void judge(long timeNs, double rate, double sole) {
        boolean zeroed = pitch.zeroed();
        double flatDeg = zeroed ? 0 : sole - StrikeAngle.leftToFlatDeg(rate);
        previousKnown = contactKnown;
        previousContactNs = contactNs;
        contactNs = Math.min(timeNs, landing.contactNs(flatDeg));
        if (zeroed && resolution() == Resolution.COARSE) {
            contactNs = pitch.latestNs(StrikeAngle.leastDeg(landing.apexDeg()), contactNs);
        }
        contactKnown = true;
        stanceOpen = true;
        stancePending = false;
        double carried = pitch.angleDegAt(contactNs);
        angleDeg = StrikeAngle.deg(zeroed, carried, landing.slapped(), carried - sole, rate);
        angleZero = zeroed ? standing.zero() : AngleZero.NONE;
        pattern = PatternClassifier.pattern(angleDeg, landing.stillTurning());
        confidence = PatternClassifier.confidence(angleDeg, zeroed, landing.spacingS());
        footFlat.begin(rate, sole);
        toeOff.abandon();
    }

    private void leave() {
        if (!stanceOpen) {
            // its contact was not seen: the last one has had its stance
            contactKnown = false;
            return;
        }
        stanceOpen = false;
        terminalNs = toeOff.terminalNs(false);
        walking = WalkRun.walking((terminalNs - contactNs) * 1e-9, strideS());
        terminalNs = toeOff.terminalNs(walking);
        boolean credible = terminalNs - contactNs < LONGEST_STANCE_NS;
        stancePending = contactKnown && credible;
        contactKnown = stancePending;
    }

    private void forgetStride() {
        pitch.lost();
        forgetPhase();
    }

    /** The foot turned farther than was told; its last contact and what it does now are known all the same. */
    private void loseLevel() {
        pitch.lost();
        landing.onGround(pitch.angleDeg());
        footFlat.abandon();
        toeOff.abandon();
        place.abandon();
        swing.abandon();
        stanceOpen &= stancePending;
    }

    /** The axes are new: where in the step the foot is must be found again, the level it carries still holds. */
    private void forgetPhase() {
        landing.onGround(pitch.angleDeg());
        footFlat.abandon();
        toeOff.abandon();
        place.abandon();
        swing.abandon();
        stancePending = false;
        stanceOpen = false;
        contactKnown = false;
    }

    /** True until up and the pitch axis are known; nothing is judged before. */
    boolean learning() {
        return !mount.known();
    }

    Mount mount() {
        return mount;
    }

    /** Takes how the pod sat in an earlier run; to be told before the first sample. */
    void calibrate(MountCalibration calibration) {
        mount.calibrate(calibration);
    }

    private void forgetPlace() {
        place.reset();
        landing.fartherBack(0);
        toeOff.fartherBack(0);
    }

    /** The samples broke off: the mount is still known, the phase of the step and its level are not. */
    void breakOff() {
        gate.reset();
        mount.breakOff();
        forgetStride();
    }

    long rejected() {
        return gate.rejected();
    }

    long contactNs() {
        return contactNs;
    }

    long terminalContactNs() {
        return terminalNs;
    }

    double angleDeg() {
        return angleDeg;
    }

    double confidence() {
        return confidence;
    }

    StrikePattern pattern() {
        return pattern;
    }

    AngleZero angleZero() {
        return angleZero;
    }

    Resolution resolution() {
        return Resolution.of(landing.spacingS());
    }

    boolean walking() {
        return walking;
    }

    /** Time between the last two contacts, s; NaN when one of them is not known. */
    double strideS() {
        double stride = (contactNs - previousContactNs) * 1e-9;
        return previousKnown && stride > SHORTEST_STRIDE_S && stride < LONGEST_STRIDE_S ? stride : Double.NaN;
    }
}

package dev.lightfoot.gait;

/**
 * Follows one foot through its strides: swing, landing, stance, push-off.
 *
 * <p>Initial contact: the foot's pitch rate (positive toes up) has a minimum as the foot comes down, Falbriard's k1 (2018,
 * Front Physiol 9:610). It lies behind contact by the time a heel striker's foot takes to turn about the heel, so contact is
 * the minimum less a share of (pitch above flat at the minimum) / (pitch rate there): near 0 for a flat or forefoot landing,
 * some 20 ms for a rearfoot one. Terminal contact: Falbriard's t1, the minimum of pitch rate in push-off, later by an amount
 * that shrinks with the rate. Strike angle: pitch carried from the last foot-flat.
 *
 * <p>Allocates nothing. Not thread-safe.
 */
final class FootTracker {
    private enum Phase {
        /** Waits for a swing. */
        UNKNOWN,
        SWING,
        LANDING,
        STANCE,
        PUSH_OFF
    }

    private static final double DEG = 180 / Math.PI;
    private static final double NS_PER_S = 1e9;
    private static final long RESTART_GAP_NS = 250_000_000L;
    private static final long UNKNOWN_GAP_NS = 80_000_000L;
    /** Toes-up rotation that only a swing has. */
    private static final double SWING_DEG = 25;

    /** Most of the rotation from the highest heel to landing: what it takes when no foot-flat is known. */
    private static final double WHOLE_SWING_DEG = 50;
    /** Toes-down rotation in a swing that only a push-off has: a stance went by unseen. */
    private static final double PUSH_OFF_DEG = 40;

    private static final double DIP_DEGPS = 40;
    /** Share of the dip that must be gone before the strike is decided. */
    private static final double RECOVERED = 0.45;

    private static final long LONGEST_LANDING_NS = 200_000_000L;
    /** A foot that is to lie flat in a moment is not further from flat than this once the dip is half gone. */
    private static final double MOST_PITCH_AT_DECISION_DEG = 14;

    private static final double LEAST_PITCH_AT_DECISION_DEG = -25;
    /** Share of the slap's rotation over its greatest rate: fitted, runner left out. */
    private static final double LAG_SHARE = 0.75;

    private static final long LONGEST_LAG_NS = 60_000_000L;
    /** Rotation left at the minimum over rotation in its recovery, when no foot-flat is known. */
    private static final double LEFT_OVER_RECOVERED = 1.5;

    /** Beyond any landing. */
    private static final double MOST_STRIKE_ANGLE_DEG = 45;

    private static final double HEEL_RISE_DEG = 12;
    private static final long LONGEST_STANCE_NS = 2_000_000_000L;
    private static final double CARRIED_SD_DEG = 2.5;
    private static final double RELATIVE_SD_DEG = 5;
    private static final double DRIFT_LEARNING = 0.2;

    private final StrideTimes strideTimes = new StrideTimes();
    private final StandingRest rest = new StandingRest();
    private final Mount mount = new Mount();
    private final FootFlat footFlat = new FootFlat();
    private final RecentPitch recentPitch = new RecentPitch();
    private final Strike strike;
    private final GaitListener listener;
    private final StanceTeller stanceTeller;

    /** Hears completed stances. */
    interface StanceTeller {
        void stance(long contactNs, long terminalContactNs, long strideNs);
    }

    private Phase phase = Phase.UNKNOWN;
    private boolean started;
    private long lastNs;
    private double lastRateDegPerS;
    private double pitchDeg;
    private boolean pitchKnown;
    private long lastFlatNs;
    private double driftDegPerS;
    private double lowestPitchDeg;
    private double highestPitchDeg;
    private double leastRateDegPerS;
    private long leastRateNs;
    private double pitchAtLeastRateDeg;
    private boolean terminalContactTold;
    private long contactNs;

    FootTracker(Foot foot, GaitListener listener, StanceTeller stanceTeller) {
        strike = new Strike(foot);
        this.listener = listener;
        this.stanceTeller = stanceTeller;
    }

    boolean learning() {
        return !mount.known();
    }

    void reset() {
        mount.clear();
        rest.clear();
        restart();
    }

    void sample(long timeNs, float ax, float ay, float az, float gx, float gy, float gz) {
        if (!Float.isFinite(ax + ay + az + gx + gy + gz) || (started && timeNs <= lastNs)) {
            return;
        }
        long dtNs = started ? timeNs - lastNs : 0;
        started = true;
        lastNs = timeNs;
        double dtS = dtNs / NS_PER_S;
        if (dtNs > UNKNOWN_GAP_NS) {
            breakOff(dtNs);
        }
        boolean quiet = rest.sample(timeNs, ax, ay, az, gx, gy, gz);
        if (quiet) {
            mount.stood(rest);
        }
        mount.turned(gx, gy, gz, dtS);
        if (!mount.known()) {
            mount.settle();
            return;
        }
        double rateDegPerS = mount.pitchRateRadPerS(gx, gy, gz) * DEG - driftDegPerS;
        if (quiet) {
            stand(timeNs);
        } else {
            pitchDeg += (rateDegPerS + lastRateDegPerS) / 2 * dtS;
        }
        lastRateDegPerS = rateDegPerS;
        recentPitch.add(timeNs, pitchDeg);
        step(timeNs, dtS, rateDegPerS);
    }

    private void step(long timeNs, double dtS, double rateDegPerS) {
        switch (phase) {
            case UNKNOWN -> awaitSwing(timeNs);
            case SWING -> swing(timeNs, rateDegPerS);
            case LANDING -> land(timeNs, rateDegPerS);
            case STANCE -> {
                footFlat.sample(Math.abs(rateDegPerS), pitchDeg, timeNs, dtS);
                if (pitchDeg < footFlat.pitchDeg() - HEEL_RISE_DEG) {
                    raiseHeel(timeNs, rateDegPerS);
                } else if (pitchDeg > footFlat.pitchDeg() + SWING_DEG + HEEL_RISE_DEG) {
                    lose();
                }
            }
            case PUSH_OFF -> pushOff(timeNs, rateDegPerS);
        }
    }

    private void swing(long timeNs, double rateDegPerS) {
        highestPitchDeg = Math.max(highestPitchDeg, pitchDeg);
        if (pitchDeg < highestPitchDeg - PUSH_OFF_DEG) {
            lose();
        } else if (rateDegPerS < -DIP_DEGPS) {
            phase = Phase.LANDING;
            markLeastRate(timeNs, rateDegPerS);
        }
    }

    private void land(long timeNs, double rateDegPerS) {
        if (rateDegPerS < leastRateDegPerS) {
            markLeastRate(timeNs, rateDegPerS);
        } else if (rateDegPerS > leastRateDegPerS * (1 - RECOVERED)) {
            boolean nearFlat = pitchDeg > LEAST_PITCH_AT_DECISION_DEG && pitchDeg < MOST_PITCH_AT_DECISION_DEG;
            if (pitchKnown && !nearFlat) {
                phase = Phase.SWING;
            } else {
                decide(timeNs);
            }
        } else if (timeNs - leastRateNs > LONGEST_LANDING_NS) {
            lose();
        }
    }

    private void decide(long timeNs) {
        double leftDeg = pitchKnown ? pitchAtLeastRateDeg : LEFT_OVER_RECOVERED * (pitchAtLeastRateDeg - pitchDeg);
        double lagNs = LAG_SHARE * Math.max(0, leftDeg) / -leastRateDegPerS * NS_PER_S;
        contactNs = leastRateNs - Math.min(LONGEST_LAG_NS, (long) lagNs);
        double angleDeg = recentPitch.at(contactNs) - (pitchKnown ? 0 : pitchAtLeastRateDeg - leftDeg);
        if (Math.abs(angleDeg) > MOST_STRIKE_ANGLE_DEG) {
            lose();
            return;
        }
        double sdDeg = pitchKnown ? CARRIED_SD_DEG : RELATIVE_SD_DEG;
        strideTimes.contact(contactNs);
        footFlat.begin(Math.abs(lastRateDegPerS), pitchDeg, timeNs);
        phase = Phase.STANCE;
        listener.strike(strike.set(
                contactNs,
                timeNs,
                PatternClassifier.patternOf(angleDeg),
                (float) PatternClassifier.confidence(angleDeg, sdDeg),
                (float) angleDeg));
    }

    private void raiseHeel(long timeNs, double rateDegPerS) {
        double strayedDeg = footFlat.pitchDeg();
        if (pitchKnown && footFlat.timeNs() > lastFlatNs) {
            double strayedDegPerS = strayedDeg / ((footFlat.timeNs() - lastFlatNs) / NS_PER_S);
            driftDegPerS += DRIFT_LEARNING * Math.clamp(strayedDegPerS, -5.0, 5.0);
        }
        pitchDeg -= strayedDeg;
        pitchKnown = true;
        lastFlatNs = footFlat.timeNs();
        recentPitch.clear();
        mount.settle();
        phase = Phase.PUSH_OFF;
        terminalContactTold = false;
        lowestPitchDeg = pitchDeg;
        markLeastRate(timeNs, rateDegPerS);
    }

    private void pushOff(long timeNs, double rateDegPerS) {
        lowestPitchDeg = Math.min(lowestPitchDeg, pitchDeg);
        if (!terminalContactTold) {
            if (rateDegPerS < leastRateDegPerS) {
                markLeastRate(timeNs, rateDegPerS);
            } else if (rateDegPerS > 0) {
                terminalContactTold = true;
                tellStance();
            }
        } else if (pitchDeg > lowestPitchDeg + SWING_DEG) {
            beginSwing();
        }
    }

    private void beginSwing() {
        phase = Phase.SWING;
        highestPitchDeg = pitchDeg;
    }

    /** t1 is early by some 45 ms in a slow push-off and by little in a fast one: fitted, runner left out (SD 11 ms). */
    private void tellStance() {
        double laterMs = Math.max(0, 45 + 0.055 * leastRateDegPerS);
        long terminalContactNs = leastRateNs + (long) (laterMs * 1e6);
        if (terminalContactNs - contactNs < LONGEST_STANCE_NS) {
            stanceTeller.stance(contactNs, terminalContactNs, strideTimes.strideNs());
        }
    }

    private void awaitSwing(long timeNs) {
        lowestPitchDeg = Math.min(lowestPitchDeg, pitchDeg);
        if (pitchDeg > lowestPitchDeg + (pitchKnown ? SWING_DEG : WHOLE_SWING_DEG)) {
            beginSwing();
        }
        if (timeNs - lastFlatNs > LONGEST_STANCE_NS) {
            pitchKnown = false;
        }
    }

    private void stand(long timeNs) {
        pitchDeg = 0;
        pitchKnown = true;
        driftDegPerS = 0;
        lastFlatNs = timeNs;
        recentPitch.clear();
        lowestPitchDeg = 0;
        phase = Phase.UNKNOWN;
        strideTimes.clear();
    }

    private void markLeastRate(long timeNs, double rateDegPerS) {
        leastRateDegPerS = rateDegPerS;
        leastRateNs = timeNs;
        pitchAtLeastRateDeg = pitchDeg;
    }

    private void breakOff(long dtNs) {
        if (dtNs > RESTART_GAP_NS) {
            rest.clear();
        }
        restart();
    }

    private void restart() {
        lastRateDegPerS = 0;
        recentPitch.clear();
        strideTimes.clear();
        lose();
    }

    private void lose() {
        phase = Phase.UNKNOWN;
        pitchKnown = false;
        lowestPitchDeg = pitchDeg;
        strideTimes.clear();
    }
}

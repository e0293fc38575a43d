package dev.lightfoot.form;

import org.jspecify.annotations.Nullable;

/**
 * The runner's own fresh form: the mean of the first good strikes of a session, two minutes of them, or of a minute when
 * calibrating; then frozen, so that a slow slide is not learned as fresh. Until then the form kept for the shoe stands in. It
 * is never worse than the limits of {@link FormSettings}: who begins in a jog is told so; and never more than a quarter of a
 * step worse than the kept one: who begins tired is told so too. Allocates nothing but once a session.
 */
final class Baseline {
    /** The first strikes find the stride; they are not learned. */
    private static final int SETTLING_STRIKES = 8;
    /** About 20 s of running at 160 spm: the mean is good enough to be used. */
    private static final int USABLE_STRIKES = 56;
    /** About two minutes. */
    private static final int WHOLE_STRIKES = 312;
    /** About one minute. */
    private static final int CALIBRATION_STRIKES = 152;

    private final FormSettings settings;
    private @Nullable FreshForm anchor;
    private @Nullable FreshForm kept;
    private boolean calibrating;
    private boolean frozen;
    private int strikes;
    private double strikeAngleSumDeg;
    private double dutyFactorSum;
    private double cadenceSumSpm;

    Baseline(FormSettings settings, SessionStart start) {
        this.settings = settings;
        kept = start.kept();
        anchor = kept;
        SessionStart.UnderWay underWay = start.underWay();
        FreshForm learned = underWay == null ? null : underWay.learned();
        if (learned != null) {
            frozen = true;
            strikes = SETTLING_STRIKES + USABLE_STRIKES;
            strikeAngleSumDeg = learned.strikeAngleDeg() * (double) USABLE_STRIKES;
            dutyFactorSum = learned.dutyFactor() * (double) USABLE_STRIKES;
            cadenceSumSpm = learned.cadenceSpm() * (double) USABLE_STRIKES;
        }
    }

    /** Forgets what this session learned; the form kept for the shoe follows it a little if it was learned whole. */
    void beginSession() {
        if (frozen) {
            FreshForm learned = learned();
            FreshForm first = anchor == null ? learned : anchor;
            kept = kept == null ? learned : kept.followed(learned, first, settings);
            anchor = first;
        }
        calibrating = false;
        restart();
    }

    /** Forgets what was kept and learns anew from here. */
    void calibrate() {
        kept = null;
        anchor = null;
        calibrating = true;
        restart();
    }

    private void restart() {
        frozen = false;
        strikes = 0;
        strikeAngleSumDeg = 0;
        dutyFactorSum = 0;
        cadenceSumSpm = 0;
    }

    /** Takes a good strike; true when fresh form has now been learned whole. */
    boolean learn(float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        if (frozen || Float.isNaN(strikeAngleDeg) || Float.isNaN(dutyFactor) || Float.isNaN(cadenceSpm)) {
            return false;
        }
        strikes++;
        if (strikes > SETTLING_STRIKES) {
            strikeAngleSumDeg += strikeAngleDeg;
            dutyFactorSum += dutyFactor;
            cadenceSumSpm += cadenceSpm;
        }
        frozen = strikes == SETTLING_STRIKES + (calibrating ? CALIBRATION_STRIKES : WHOLE_STRIKES);
        return frozen;
    }

    /** True while a calibration is under way. */
    boolean calibrating() {
        return calibrating && !frozen;
    }

    /** Whether the form learned last was asked for. */
    boolean calibrated() {
        return calibrating;
    }

    /** What this session has learned so far. */
    FreshForm learned() {
        return new FreshForm(mean(strikeAngleSumDeg), mean(dutyFactorSum), mean(cadenceSumSpm));
    }

    float strikeAngleDeg() {
        float limit = settings.freshStrikeAngleDeg();
        float worst = kept == null
                ? limit
                : Math.min(limit, kept.strikeAngleDeg() + FreshForm.SLIDE_AT_MOST * settings.strikeAngleStepDeg());
        return Math.min(worst, usable() ? mean(strikeAngleSumDeg) : kept == null ? limit : kept.strikeAngleDeg());
    }

    float dutyFactor() {
        float limit = settings.freshDutyFactor();
        float worst = kept == null
                ? limit
                : Math.min(limit, kept.dutyFactor() + FreshForm.SLIDE_AT_MOST * settings.dutyFactorStep());
        return Math.min(worst, usable() ? mean(dutyFactorSum) : kept == null ? limit : kept.dutyFactor());
    }

    float cadenceSpm() {
        float limit = settings.freshCadenceSpm();
        float worst = kept == null
                ? limit
                : Math.max(limit, kept.cadenceSpm() - FreshForm.SLIDE_AT_MOST * settings.cadenceStepSpm());
        return Math.max(worst, usable() ? mean(cadenceSumSpm) : kept == null ? limit : kept.cadenceSpm());
    }

    /** Whether this session's own form is known well enough to be judged by. */
    boolean usable() {
        return strikes >= SETTLING_STRIKES + USABLE_STRIKES;
    }

    private float mean(double sum) {
        return (float) (sum / (strikes - SETTLING_STRIKES));
    }
}

package dev.lightfoot.form;

/**
 * The runner's own fresh form: the mean of the first running strikes of a session, then frozen, so that a slow slide is not
 * learned as fresh. Never worse than the absolute limits of {@link FormSettings}: who begins in a jog is told so.
 */
final class Baseline {
    /** The first strikes find the stride; they are not learned. */
    private static final int SETTLING_STRIKES = 8;
    /** About 20 s of running at 160 spm. */
    private static final int LEARNING_STRIKES = 56;

    private final FormSettings settings;
    private int strikes;
    private double strikeAngleSumDeg;
    private double dutyFactorSum;
    private double cadenceSumSpm;

    Baseline(FormSettings settings) {
        this.settings = settings;
    }

    void learn(float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        if (learned() || Float.isNaN(strikeAngleDeg) || Float.isNaN(dutyFactor) || Float.isNaN(cadenceSpm)) {
            return;
        }
        strikes++;
        if (strikes > SETTLING_STRIKES) {
            strikeAngleSumDeg += strikeAngleDeg;
            dutyFactorSum += dutyFactor;
            cadenceSumSpm += cadenceSpm;
        }
    }

    boolean learned() {
        return strikes >= SETTLING_STRIKES + LEARNING_STRIKES;
    }

    float strikeAngleDeg() {
        float limit = settings.freshStrikeAngleDeg();
        return learned() ? Math.min(limit, mean(strikeAngleSumDeg)) : limit;
    }

    float dutyFactor() {
        float limit = settings.freshDutyFactor();
        return learned() ? Math.min(limit, mean(dutyFactorSum)) : limit;
    }

    float cadenceSpm() {
        float limit = settings.freshCadenceSpm();
        return learned() ? Math.max(limit, mean(cadenceSumSpm)) : limit;
    }

    private static float mean(double sum) {
        return (float) (sum / LEARNING_STRIKES);
    }
}

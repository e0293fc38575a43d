package dev.lightfoot.form;

/**
 * How far a strike has slid from fresh form to jogging: 0 fresh, 1 jogging. A conjunction: the geometric mean of the strike
 * angle's slide and of the gait's (duty factor and cadence), so that a heel landing in a quick light gait is no jogging, nor
 * is a slow cadence on a flat foot. Fresh form counts as a step better than the limits of {@link FormSettings} at most: within
 * them, who is freshest of all does not jog either.
 */
final class JoggingScore {
    private static final float MOST = 1.5f;

    private final FormSettings settings;
    private final Baseline baseline;

    JoggingScore(FormSettings settings, Baseline baseline) {
        this.settings = settings;
        this.baseline = baseline;
    }

    /** NaN when the strike angle, or both duty factor and cadence, are not known. */
    float of(float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
        float freshDeg =
                Math.max(baseline.strikeAngleDeg(), settings.freshStrikeAngleDeg() - settings.strikeAngleStepDeg());
        float freshDuty = Math.max(baseline.dutyFactor(), settings.freshDutyFactor() - settings.dutyFactorStep());
        float freshSpm = Math.min(baseline.cadenceSpm(), settings.freshCadenceSpm() + settings.cadenceStepSpm());
        float angle = slide(strikeAngleDeg - freshDeg, settings.strikeAngleStepDeg());
        float duty = slide(dutyFactor - freshDuty, settings.dutyFactorStep());
        float cadence = slide(freshSpm - cadenceSpm, settings.cadenceStepSpm());
        float gait = Float.isNaN(duty) ? cadence : Float.isNaN(cadence) ? duty : (duty + cadence) / 2;
        return (float) Math.sqrt(angle * gait);
    }

    private static float slide(float difference, float step) {
        return Math.clamp(difference / step, 0f, MOST);
    }
}

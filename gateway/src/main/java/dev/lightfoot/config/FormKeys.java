package dev.lightfoot.config;

import dev.lightfoot.form.FormSettings;
import java.util.List;

/** The keys of what counts as good form. */
final class FormKeys {
    static final String SECTION = "form";

    private static final FormSettings FORM = FormSettings.defaults();

    static final Key<Double> FRESH_STRIKE_ANGLE_DEG = form(
            "fresh-strike-angle-deg", FORM.freshStrikeAngleDeg(), -10, 30, "The most a fresh strike angle may be.");

    static final Key<Double> STRIKE_ANGLE_STEP_DEG =
            form("strike-angle-step-deg", FORM.strikeAngleStepDeg(), 1, 30, "Strike angle from fresh form to jogging.");

    static final Key<Double> FRESH_DUTY_FACTOR =
            form("fresh-duty-factor", FORM.freshDutyFactor(), 0.2, 0.6, "The most a fresh duty factor may be.");

    static final Key<Double> DUTY_FACTOR_STEP =
            form("duty-factor-step", FORM.dutyFactorStep(), 0.01, 0.3, "Duty factor from fresh form to jogging.");

    static final Key<Double> FRESH_CADENCE_SPM =
            form("fresh-cadence-spm", FORM.freshCadenceSpm(), 120, 220, "The least a fresh cadence may be.");

    static final Key<Double> CADENCE_STEP_SPM =
            form("cadence-step-spm", FORM.cadenceStepSpm(), 1, 60, "Cadence from fresh form to jogging.");

    static final Key<Double> DRIFTING_SCORE =
            form("drifting-score", FORM.driftingScore(), 0.2, 3, "Score where drifting begins; below jogging-score.");

    static final Key<Double> JOGGING_SCORE =
            form("jogging-score", FORM.joggingScore(), 0.25, 5, "Score where jogging begins.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(
            FRESH_STRIKE_ANGLE_DEG,
            STRIKE_ANGLE_STEP_DEG,
            FRESH_DUTY_FACTOR,
            DUTY_FACTOR_STEP,
            FRESH_CADENCE_SPM,
            CADENCE_STEP_SPM,
            DRIFTING_SCORE,
            JOGGING_SCORE);

    private FormKeys() {}

    private static Key<Double> form(String name, float fallback, double least, double most, String meaning) {
        return Key.decimal(SECTION, name, fallback, least, most, meaning);
    }
}

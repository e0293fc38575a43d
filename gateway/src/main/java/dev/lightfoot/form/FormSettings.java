package dev.lightfoot.form;

/**
 * What separates fresh form from jogging, and when the runner is told.
 *
 * <p>Jogging is a running gait that has slid towards walking: heel first, long contact, low cadence, all of it at once.
 * Each quantity is 0 at the runner's fresh form and 1 where it is fully that of a jogger, a step away from fresh.
 *
 * @param freshStrikeAngleDeg the most a fresh strike angle may be: the rearfoot border of Altman and Davis 2012
 * @param strikeAngleStepDeg from fresh to jogging: recorded heel-first runners at 2.0 m/s land at 15 to 22 deg
 * @param freshDutyFactor the most a fresh duty factor may be: 0.36 to 0.39 is running at 2.5 m/s
 * @param dutyFactorStep from fresh to jogging: 0.41 to 0.44 is running at 2.0 m/s, 0.5 is grounded running
 * @param freshCadenceSpm the least a fresh cadence may be
 * @param cadenceStepSpm from fresh to jogging: novices at 2.4 m/s take 154 spm (van Oeveren 2017), the border to walking is
 *     135 to 140 spm (Hum Mov Sci 2023;90:103117)
 * @param driftingScore where drifting begins; it ends 0.15 lower
 * @param joggingScore where jogging begins; it ends 0.45 lower
 * @param cues when the runner is told, and how much of it is felt
 */
public record FormSettings(
        float freshStrikeAngleDeg,
        float strikeAngleStepDeg,
        float freshDutyFactor,
        float dutyFactorStep,
        float freshCadenceSpm,
        float cadenceStepSpm,
        float driftingScore,
        float joggingScore,
        CueSettings cues) {

    public FormSettings {
        requirePositive("strikeAngleStepDeg", strikeAngleStepDeg);
        requirePositive("dutyFactorStep", dutyFactorStep);
        requirePositive("cadenceStepSpm", cadenceStepSpm);
        if (!(0.15f < driftingScore && driftingScore < joggingScore)) {
            throw new IllegalArgumentException(
                    "driftingScore " + driftingScore + " must be above 0.15 and below joggingScore " + joggingScore);
        }
    }

    public static FormSettings defaults() {
        return new FormSettings(8, 8, 0.39f, 0.05f, 162, 14, 0.5f, 1.1f, CueSettings.defaults());
    }

    /** The same, told otherwise. */
    public FormSettings cued(CueSettings other) {
        return new FormSettings(
                freshStrikeAngleDeg,
                strikeAngleStepDeg,
                freshDutyFactor,
                dutyFactorStep,
                freshCadenceSpm,
                cadenceStepSpm,
                driftingScore,
                joggingScore,
                other);
    }

    static void requirePositive(String name, float value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " " + value + " must be above 0");
        }
    }
}

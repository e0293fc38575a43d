package dev.lightfoot.form;

/**
 * When the runner is told, and how much of it is felt.
 *
 * @param cueGapS least time between two warnings; nudges keep five times as much
 * @param stopAfterS how long form may stay away before the runner is told to walk or stop
 * @param stopAfterFailures how many times jogging may begin within five minutes before the runner is told to walk or stop
 * @param schedule how much of it is felt
 * @param bandScore jogging score from which the bandwidth schedule lets warnings through
 * @param muted whether the session begins without cues
 * @param beat whether the session begins with the cadence beat
 * @param beatAbovePct by how much the beat is quicker than the runner's own fresh cadence: 5 % shortens the step without
 *     much effort (Heiderscheit 2011, Med Sci Sports Exerc 43:296, tried 5 and 10 %)
 * @param sessionRestS time without a step that ends a session
 */
public record CueSettings(
        float cueGapS,
        float stopAfterS,
        int stopAfterFailures,
        FeedbackSchedule schedule,
        float bandScore,
        boolean muted,
        boolean beat,
        float beatAbovePct,
        float sessionRestS) {

    public CueSettings {
        FormSettings.requirePositive("cueGapS", cueGapS);
        FormSettings.requirePositive("stopAfterS", stopAfterS);
        FormSettings.requirePositive("stopAfterFailures", stopAfterFailures);
        FormSettings.requirePositive("bandScore", bandScore);
        FormSettings.requirePositive("sessionRestS", sessionRestS);
        if (!(beatAbovePct >= 0 && beatAbovePct <= 15)) {
            throw new IllegalArgumentException("beatAbovePct " + beatAbovePct + " must be from 0 to 15");
        }
    }

    public static CueSettings defaults() {
        return new CueSettings(6, 30, 4, FeedbackSchedule.CONTINUOUS, 1.3f, false, false, 5, 600);
    }

    public CueSettings scheduled(FeedbackSchedule other) {
        return new CueSettings(
                cueGapS, stopAfterS, stopAfterFailures, other, bandScore, muted, beat, beatAbovePct, sessionRestS);
    }
}

package dev.lightfoot.form;

/**
 * Whether a cue is to be felt, by the feedback schedule.
 *
 * <p>The faded schedule has the shape of the published one: 8 sessions, feedback throughout the first four, reduced over the
 * last four (Crowell and Davis 2011, Clin Biomech 26:78; Cheung and Davis 2011). The papers give no shares of the later
 * sessions in a form that can be taken over: 80, 60, 40 and 20 % are this project's. The share is felt at the beginning of
 * each stretch of five minutes, so that early and late form both meet it. The advice to walk or stop is not training and is
 * never faded. Allocates nothing.
 */
final class Schedule {
    private static final long STRETCH_NS = 300_000_000_000L;
    private static final int WHOLE_SESSIONS = 4;
    private static final int SESSIONS = 8;
    private static final int SHARE_STEP_PCT = 20;

    private final FeedbackSchedule kind;
    private final float bandScore;

    Schedule(CueSettings settings) {
        kind = settings.schedule();
        bandScore = settings.bandScore();
    }

    /**
     * Whether the runner is to feel the cue.
     *
     * @param session which one of the runner's this is, from 1
     * @param sinceStartNs since the session began
     */
    boolean lets(CueKind cue, float joggingScore, int session, long sinceStartNs) {
        return switch (kind) {
            case CONTINUOUS -> true;
            case OFF -> false;
            case FADED -> cue == CueKind.STOP || fadedIn(session, sinceStartNs);
            case BANDWIDTH -> cue != CueKind.NUDGE && (cue != CueKind.WARNING || joggingScore >= bandScore);
        };
    }

    /** Share in percent of a session in which feedback is felt. */
    static int sharePct(int session) {
        if (session <= WHOLE_SESSIONS) {
            return 100;
        }
        return session > SESSIONS ? 0 : 100 - (session - WHOLE_SESSIONS) * SHARE_STEP_PCT;
    }

    private static boolean fadedIn(int session, long sinceStartNs) {
        long intoStretchNs = Math.floorMod(sinceStartNs, STRETCH_NS);
        return intoStretchNs < STRETCH_NS / 100 * sharePct(session);
    }
}

package dev.lightfoot.form;

/**
 * Watches the strides after a cue that was played and tells what the gait did: the mean jogging score of twelve strikes, six
 * strides, after the two strikes that fall within the reaction time of 150 to 250 ms, of forty after a stop; or that the runner
 * walked meanwhile. A cue that
 * comes before that ends the watch over the one before it. Allocates nothing.
 */
final class FollowUp {
    private static final int REACTION_STRIKES = 2;
    private static final int STRIKES = 12;
    /** A quarter of a minute: who is told to walk may look for a place first. */
    private static final int STRIKES_AFTER_STOP = 40;

    private static final float CHANGE = 0.1f;

    private final FormListener listener;
    private final CueAnswer answer = new CueAnswer();
    private boolean watching;
    private CueKind kind = CueKind.NUDGE;
    private long cueNs;
    private float scoreBefore;
    private float sum;
    private int seen;

    FollowUp(FormListener listener) {
        this.listener = listener;
    }

    void watch(Cue cue) {
        end(cue.timeNs());
        if (cue.delivery() == Delivery.PLAYED && cue.kind() != CueKind.RESTORED) {
            watching = true;
            kind = cue.kind();
            cueNs = cue.timeNs();
            scoreBefore = cue.joggingScore();
            sum = 0;
            seen = 0;
        }
    }

    /** Takes the unsmoothed score of a running strike. */
    void strike(float joggingScore, long nowNs) {
        if (!watching || nowNs == cueNs) {
            return;
        }
        seen++;
        if (seen > REACTION_STRIKES) {
            sum += joggingScore;
        }
        if (seen == REACTION_STRIKES + (kind == CueKind.STOP ? STRIKES_AFTER_STOP : STRIKES)) {
            end(nowNs);
        }
    }

    void walked(long nowNs) {
        if (watching) {
            tell(CueResponse.WALKED, nowNs);
        }
    }

    private void end(long nowNs) {
        if (watching && seen > REACTION_STRIKES) {
            float change = after() - scoreBefore;
            tell(
                    change <= -CHANGE
                            ? CueResponse.IMPROVED
                            : change >= CHANGE ? CueResponse.WORSENED : CueResponse.UNCHANGED,
                    nowNs);
        }
        watching = false;
    }

    private void tell(CueResponse response, long nowNs) {
        watching = false;
        listener.answered(
                answer.set(kind, response, cueNs, nowNs, scoreBefore, after(), Math.max(0, seen - REACTION_STRIKES)));
    }

    private float after() {
        return seen > REACTION_STRIKES ? sum / (seen - REACTION_STRIKES) : Float.NaN;
    }
}

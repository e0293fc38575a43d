package dev.lightfoot.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runner's own fresh form, as means over good strikes. Immutable.
 *
 * @param strikeAngleDeg positive toes up
 * @param dutyFactor contact time over stride time
 * @param cadenceSpm steps a minute of both feet
 */
public record FreshForm(float strikeAngleDeg, float dutyFactor, float cadenceSpm) {
    /** How much of the way to a newly learned form the form kept for a shoe moves in one session. */
    private static final float SESSION_SHARE = 0.2f;

    /** In steps of {@link FormSettings}, half of what a drift takes: the most that fresh form may slide in a shoe's life. */
    static final float SLIDE_AT_MOST = 0.25f;

    public FreshForm {
        if (!Float.isFinite(strikeAngleDeg) || !Float.isFinite(dutyFactor) || !Float.isFinite(cadenceSpm)) {
            throw new IllegalArgumentException("fresh form of " + strikeAngleDeg + " deg, " + dutyFactor + ", "
                    + cadenceSpm + " spm is not known");
        }
    }

    /**
     * The form kept for a shoe: it follows what the sessions learned, a fifth of the way each, but never slides more than a
     * quarter of a step from the first, so that a slide over weeks is still seen. Null when nothing was learned yet.
     *
     * @param learned session by session, the oldest first, since the shoe was calibrated
     */
    public static @Nullable FreshForm kept(List<FreshForm> learned, FormSettings settings) {
        if (learned.isEmpty()) {
            return null;
        }
        FreshForm anchor = learned.getFirst();
        FreshForm kept = anchor;
        for (FreshForm session : learned.subList(1, learned.size())) {
            kept = kept.followed(session, anchor, settings);
        }
        return kept;
    }

    /** A fifth of the way to what a session learned, no further than a quarter of a step worse than the anchor. */
    FreshForm followed(FreshForm session, FreshForm anchor, FormSettings settings) {
        return new FreshForm(
                        strikeAngleDeg + SESSION_SHARE * (session.strikeAngleDeg - strikeAngleDeg),
                        dutyFactor + SESSION_SHARE * (session.dutyFactor - dutyFactor),
                        cadenceSpm + SESSION_SHARE * (session.cadenceSpm - cadenceSpm))
                .noFurtherFrom(anchor, settings);
    }

    /** This form, its quantities at most a quarter of a step worse than another's. */
    FreshForm noFurtherFrom(FreshForm anchor, FormSettings settings) {
        return new FreshForm(
                Math.min(strikeAngleDeg, anchor.strikeAngleDeg + SLIDE_AT_MOST * settings.strikeAngleStepDeg()),
                Math.min(dutyFactor, anchor.dutyFactor + SLIDE_AT_MOST * settings.dutyFactorStep()),
                Math.max(cadenceSpm, anchor.cadenceSpm - SLIDE_AT_MOST * settings.cadenceStepSpm()));
    }
}

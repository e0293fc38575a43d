package dev.lightfoot.form;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the runner when the gateway starts.
 *
 * @param sessionsBefore how many sessions the runner has had; the one under way does not count
 * @param kept fresh form kept for the shoe; null when it is not known yet
 * @param underWay the session that a restart fell into; null when none was under way
 */
public record SessionStart(
        int sessionsBefore,
        @Nullable FreshForm kept,
        @Nullable UnderWay underWay) {
    public SessionStart {
        if (sessionsBefore < 0) {
            throw new IllegalArgumentException("sessionsBefore " + sessionsBefore + " must be 0 or more");
        }
    }

    /**
     * A session that goes on.
     *
     * @param startedNs when it began, on the clock of the samples; may lie before its zero
     * @param lastStepNs when its last step was seen
     * @param learned fresh form learned in it; null when it had not been learned yet
     */
    public record UnderWay(
            long startedNs, long lastStepNs, @Nullable FreshForm learned) {}

    /** A runner of whom nothing is known. */
    public static SessionStart first() {
        return new SessionStart(0, null, null);
    }
}

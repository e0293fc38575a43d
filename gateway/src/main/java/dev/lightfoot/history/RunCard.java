package dev.lightfoot.history;

import org.jspecify.annotations.Nullable;

/** One run as a list shows it: its figures, what the runner says of it, its picture. Immutable. */
public record RunCard(RunSummary summary, RunNote note, FormPicture picture) {
    /**
     * Form endurance: how long form held, in microseconds from the start to its first breakdown, jogging of 5 s or more; of
     * the whole run when it held to the end. Null when the runner did not run.
     */
    public @Nullable Long formEnduranceUs() {
        Long brokeDownAfterUs = summary.brokeDownAfterUs();
        if (brokeDownAfterUs != null) {
            return brokeDownAfterUs;
        }
        return summary.runningUs() == 0 ? null : Long.valueOf(summary.durationUs());
    }

    public boolean formHeld() {
        return summary.brokeDownAfterUs() == null && summary.runningUs() > 0;
    }
}

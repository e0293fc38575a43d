package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in one run, strikes apart. Times are microseconds of the Unix epoch. Immutable. */
public record RunStory(
        RunCard card,
        List<Band> bands,
        List<CueMoment> cues,
        List<Span> walkBreaks,
        Distributions left,
        Distributions right) {
    public RunStory {
        bands = List.copyOf(bands);
        cues = List.copyOf(cues);
        walkBreaks = List.copyOf(walkBreaks);
    }

    /** A stretch of one form state, in [fromUs, toUs). */
    public record Band(long fromUs, long toUs, FormState state) {}

    /** A walk break, in [fromUs, toUs). */
    public record Span(long fromUs, long toUs) {}

    /**
     * A cue with its reason, and what the gait did after it.
     *
     * @param answer null when it is not known
     */
    public record CueMoment(long id, Event.Cued cue, Event.@Nullable Answered answer) {}

    /** How the strikes of one foot spread; stances of walking are left out. */
    public record Distributions(
            Histogram strikeAngleDeg, Histogram contactTimeMs, Histogram dutyFactor, Histogram cadenceSpm) {}
}

package dev.lightfoot.history.export;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.history.Entry;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunNote;
import dev.lightfoot.history.RunStory;
import dev.lightfoot.history.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All of one run, a row a contact of a foot, in order of contact. Immutable. */
record RunSheet(
        RunSummary run,
        RunNote note,
        List<Row> rows,
        List<RunStory.Band> bands,
        List<Event.Cued> cues,
        List<Event.Answered> answers) {
    RunSheet {
        rows = List.copyOf(rows);
        bands = List.copyOf(bands);
        cues = List.copyOf(cues);
        answers = List.copyOf(answers);
    }

    /**
     * One contact of a foot: its strike, its stance, or both.
     *
     * @param form what it was a part of; null when it is not known
     */
    record Row(
            Foot foot,
            long contactUs,
            Event.@Nullable Struck strike,
            Event.@Nullable Stood stance,
            @Nullable FormState form) {}

    /** Empty when there is no such run. */
    static Optional<RunSheet> read(HistoryReader reader, long runId) throws HistoryException {
        Optional<RunSummary> run = reader.run(runId);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        List<RunStory.Band> bands = reader.bands(runId);
        List<Row> rows = rows(events(reader.strikes(runId)), events(reader.stances(runId)), bands);
        return Optional.of(new RunSheet(
                run.get(), reader.note(runId), rows, bands, events(reader.cues(runId)), events(reader.answers(runId))));
    }

    private static <E extends Event> List<E> events(List<Entry<E>> entries) {
        return entries.stream().map(Entry::event).toList();
    }

    private static List<Row> rows(List<Event.Struck> strikes, List<Event.Stood> stances, List<RunStory.Band> bands) {
        Map<Foot, Map<Long, Event.Stood>> stanceAt = new EnumMap<>(Foot.class);
        for (Foot foot : Foot.values()) {
            stanceAt.put(foot, new HashMap<>());
        }
        stances.forEach(stance -> at(stanceAt, stance.foot()).put(stance.contactUs(), stance));
        List<Row> rows = new ArrayList<>();
        for (Event.Struck strike : strikes) {
            Event.Stood stance = at(stanceAt, strike.foot()).remove(strike.contactUs());
            rows.add(new Row(strike.foot(), strike.contactUs(), strike, stance, form(bands, strike.contactUs())));
        }
        for (Map<Long, Event.Stood> left : stanceAt.values()) {
            for (Event.Stood stance : left.values()) {
                rows.add(new Row(stance.foot(), stance.contactUs(), null, stance, form(bands, stance.contactUs())));
            }
        }
        rows.sort(Comparator.comparingLong(Row::contactUs).thenComparing(Row::foot));
        return rows;
    }

    private static Map<Long, Event.Stood> at(Map<Foot, Map<Long, Event.Stood>> stances, Foot foot) {
        return stances.computeIfAbsent(foot, _ -> new HashMap<>());
    }

    /** The state at a time; null outside of every band. */
    static @Nullable FormState form(List<RunStory.Band> bands, long timeUs) {
        int low = 0;
        int high = bands.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            RunStory.Band band = bands.get(middle);
            if (timeUs < band.fromUs()) {
                high = middle - 1;
            } else if (timeUs >= band.toUs()) {
                low = middle + 1;
            } else {
                return band.state();
            }
        }
        return null;
    }
}

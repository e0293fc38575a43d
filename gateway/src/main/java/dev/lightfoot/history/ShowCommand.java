package dev.lightfoot.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueReason;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.StrikePattern;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows one run: its summary, its cues with their times, how form went; as text or as a JSON object. */
public final class ShowCommand {
    private final Path file;
    private final ZoneId zone;

    public ShowCommand(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /** A run with what happened in it. */
    private record Story(
            RunSummary run,
            RunNote note,
            List<Event.Cued> cues,
            List<Event.Answered> answers,
            List<Event.Formed> forms) {}

    /** Returns the exit code: 0 fine, 1 when there is no such run or the history cannot be read. */
    public int run(long runId, boolean asJson, PrintStream out, PrintStream err) {
        Optional<Story> story;
        try (HistoryReader reader = HistoryReader.open(file)) {
            story = read(reader, runId);
        } catch (HistoryException e) {
            err.println("lightfoot: " + e.getMessage());
            return 1;
        }
        if (story.isEmpty()) {
            err.println("lightfoot: there is no run " + runId + " in " + file + ": see lightfoot runs");
            return 1;
        }
        if (asJson) {
            out.println(json(story.get()));
        } else {
            print(story.get(), out);
        }
        out.flush();
        return 0;
    }

    /** Shows the newest run. Returns the exit code: 0 fine, 1 when there is none or the history cannot be read. */
    public int runLatest(boolean asJson, PrintStream out, PrintStream err) {
        List<RunSummary> newest;
        try (HistoryReader reader = HistoryReader.open(file)) {
            newest = reader.runs(1);
        } catch (HistoryException e) {
            err.println("lightfoot: " + e.getMessage());
            return 1;
        }
        if (newest.isEmpty()) {
            err.println("lightfoot: there is no run in " + file + " yet");
            return 1;
        }
        return run(newest.getFirst().id(), asJson, out, err);
    }

    private static Optional<Story> read(HistoryReader reader, long runId) throws HistoryException {
        Optional<RunSummary> run = reader.run(runId);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        List<Event.Cued> cues = new ArrayList<>();
        reader.cues(runId).forEach(entry -> cues.add(entry.event()));
        List<Event.Answered> answers = new ArrayList<>();
        reader.answers(runId).forEach(entry -> answers.add(entry.event()));
        List<Event.Formed> forms = new ArrayList<>();
        FormState state = null;
        for (Entry<Event.Formed> entry : reader.formChanges(runId)) {
            if (entry.event().state() != state
                    && entry.event().timeUs() <= run.get().lastUs()) {
                state = entry.event().state();
                forms.add(entry.event());
            }
        }
        return Optional.of(new Story(run.get(), reader.note(runId), cues, answers, forms));
    }

    private void print(Story story, PrintStream out) {
        RunSummary run = story.run();
        out.printf(
                Locale.ROOT,
                "Run %d, %s, %s%s%n",
                run.id(),
                RunText.localTime(run.startedUs(), zone),
                RunText.span(run.durationUs()),
                run.endedUs() == null ? ", still running" : "");
        printNote(story.note(), out);
        out.printf(
                Locale.ROOT,
                "  strikes       %d (left %d, right %d): rearfoot %d, midfoot %d, forefoot %d; rearfoot share %s%n",
                run.strikes(),
                run.leftStrikes(),
                run.rightStrikes(),
                run.count(StrikePattern.REARFOOT),
                run.count(StrikePattern.MIDFOOT),
                run.count(StrikePattern.FOREFOOT),
                RunText.percent(run.rearfootShare()));
        out.printf(Locale.ROOT, "  cadence       %s steps/min on average%n", RunText.number(run.meanCadenceSpm()));
        out.printf(Locale.ROOT, "  contact time  %s ms on average%n", RunText.number(run.meanContactTimeMs()));
        List<String> times = new ArrayList<>();
        for (FormState state : FormState.values()) {
            times.add(EventJson.name(state) + " " + RunText.span(run.timeUs(state)));
        }
        out.printf(
                Locale.ROOT,
                "  form          %s; longest good stretch %s%n",
                String.join(", ", times),
                RunText.span(run.longestGoodUs()));
        Long brokeDownAfterUs = run.brokeDownAfterUs();
        out.printf(
                Locale.ROOT,
                "  endurance     %s; walk breaks %d%n",
                brokeDownAfterUs == null
                        ? "form held to the end"
                        : "form first broke down after " + RunText.span(brokeDownAfterUs),
                run.walkBreaks());
        List<String> kinds = new ArrayList<>();
        for (CueKind cue : CueKind.values()) {
            kinds.add(EventJson.name(cue) + " " + run.count(cue));
        }
        out.printf(
                Locale.ROOT,
                "  cues          %s%s%n",
                String.join(", ", kinds),
                run.withheldCues() == 0 ? "" : "; withheld " + run.withheldCues());
        story.cues().forEach(cue -> out.println(cueLine(cue, story)));
        out.println("  form over time");
        for (Event.Formed form : story.forms()) {
            out.printf(
                    Locale.ROOT,
                    "    %7s  %s%s%n",
                    RunText.span(form.timeUs() - run.startedUs()),
                    EventJson.name(form.state()),
                    score(form.joggingScore()));
        }
    }

    private static void printNote(RunNote note, PrintStream out) {
        List<String> worn = new ArrayList<>();
        if (note.shoe() != null) {
            worn.add("shoe " + note.shoe());
        }
        Surface surface = note.surface();
        if (surface != null) {
            worn.add("on " + EventJson.name(surface));
        }
        if (note.perceivedEffort() != null) {
            worn.add("perceived effort " + note.perceivedEffort() + " of 10");
        }
        if (!worn.isEmpty()) {
            out.println("  worn          " + String.join(", ", worn));
        }
        String text = note.text();
        if (text != null) {
            text.lines().forEach(line -> out.println("  note          " + line));
        }
    }

    private static String cueLine(Event.Cued cue, Story story) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "    %7s  %-8s  %-5s  strength %.2f",
                RunText.span(cue.timeUs() - story.run().startedUs()),
                EventJson.name(cue.cue()),
                EventJson.name(cue.foot()),
                cue.strength()));
        CueReason reason = cue.reason();
        if (reason != null) {
            line.append("  ").append(EventJson.name(reason).replace('_', ' '));
        }
        if (!cue.played()) {
            line.append("  (").append(EventJson.name(cue.delivery())).append(")");
        }
        for (Event.Answered answer : story.answers()) {
            if (answer.cueUs() == cue.timeUs() && answer.cue() == cue.cue()) {
                line.append("  then ").append(EventJson.name(answer.response()));
            }
        }
        return line.toString();
    }

    private static String score(@Nullable Float joggingScore) {
        return joggingScore == null ? "" : String.format(Locale.ROOT, "  (jogging score %.2f)", joggingScore);
    }

    private static String json(Story story) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            RunJson.writeFields(json, story.run());
            RunJson.writeNote(json, story.note());
            writeEvents(json, "cue_events", story.cues());
            writeEvents(json, "cue_answers", story.answers());
            writeEvents(json, "form_events", story.forms());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeEvents(JsonGenerator json, String name, List<? extends Event> events) throws IOException {
        json.writeArrayFieldStart(name);
        for (Event event : events) {
            json.writeStartObject();
            EventJson.writeFields(json, event);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

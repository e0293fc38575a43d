package dev.lightfoot.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the runs of the history, the newest first: a table, or a JSON array. */
public final class RunsCommand {
    private final Path file;
    private final ZoneId zone;

    public RunsCommand(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /** Returns the exit code: 0 fine, 1 when the history cannot be read. */
    public int run(int limit, boolean asJson, PrintStream out, PrintStream err) {
        List<RunSummary> runs;
        List<RunNote> notes = new ArrayList<>();
        try (HistoryReader reader = HistoryReader.open(file)) {
            runs = reader.runs(limit);
            for (RunSummary run : runs) {
                notes.add(reader.note(run.id()));
            }
        } catch (HistoryException e) {
            err.println("lightfoot: " + e.getMessage());
            return 1;
        }
        if (asJson) {
            out.println(json(runs, notes));
        } else if (runs.isEmpty()) {
            out.println("no runs yet");
        } else {
            printTable(runs, out);
        }
        out.flush();
        return 0;
    }

    private void printTable(List<RunSummary> runs, PrintStream out) {
        String format = "%5s  %-16s  %8s  %7s  %8s  %4s  %12s";
        out.println(String.format(
                Locale.ROOT, format, "run", "start", "duration", "strikes", "rearfoot", "cues", "longest good"));
        for (RunSummary run : runs) {
            String row = String.format(
                    Locale.ROOT,
                    format,
                    run.id(),
                    RunText.localTime(run.startedUs(), zone),
                    RunText.span(run.durationUs()),
                    run.strikes(),
                    RunText.percent(run.rearfootShare()),
                    run.cueCount(),
                    RunText.span(run.longestGoodUs()));
            out.println(run.endedUs() == null ? row + "  still running" : row);
        }
    }

    private static String json(List<RunSummary> runs, List<RunNote> notes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (int i = 0; i < runs.size(); i++) {
                json.writeStartObject();
                RunJson.writeFields(json, runs.get(i));
                RunJson.writeNote(json, notes.get(i));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

package dev.lightfoot;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.mqtt.CommandDesk;
import dev.lightfoot.mqtt.Request;
import java.io.IOException;
import java.nio.file.Path;

/** Does what is asked for from outside. */
final class Desk implements CommandDesk {
    private static final int MOST_RUNS = 100;
    private static final int USUAL_RUNS = 10;

    private final Path historyFile;

    Desk(Path historyFile) {
        this.historyFile = historyFile;
    }

    @Override
    public void answer(Request request, JsonGenerator result) throws RefusedException, IOException {
        switch (request.command()) {
            case "ping" -> {
                request.allow();
                result.writeStringField("version", Gateway.version());
            }
            case "history" -> {
                request.allow("limit");
                history((int) request.number("limit", 1, MOST_RUNS, USUAL_RUNS), result);
            }
            default ->
                throw new RefusedException("unknown command \"" + request.command() + "\": there are ping and history");
        }
    }

    private void history(int limit, JsonGenerator result) throws RefusedException, IOException {
        try (HistoryReader reader = HistoryReader.open(historyFile)) {
            result.writeArrayFieldStart("runs");
            for (RunSummary run : reader.runs(limit)) {
                result.writeStartObject();
                RunJson.writeFields(result, run);
                result.writeEndObject();
            }
            result.writeEndArray();
        } catch (HistoryException e) {
            throw new RefusedException("the history cannot be read (" + e.getMessage() + ")");
        }
    }
}

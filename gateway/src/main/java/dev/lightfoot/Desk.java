package dev.lightfoot;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.mqtt.CommandDesk;
import dev.lightfoot.mqtt.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Does what is asked for from outside. */
final class Desk implements CommandDesk {
    private static final int MOST_RUNS = 100;
    private static final int USUAL_RUNS = 10;

    private final Path historyFile;
    private final StrikeLoop coach;

    Desk(Path historyFile, StrikeLoop coach) {
        this.historyFile = historyFile;
        this.coach = coach;
    }

    @Override
    public List<String> buttons() {
        return List.of("mute", "unmute", "calibrate");
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
            case "mute", "unmute" -> {
                request.allow();
                coach.mute(request.command().equals("mute"));
            }
            case "beat", "no-beat" -> {
                request.allow();
                coach.beat(request.command().equals("beat"));
            }
            case "calibrate" -> {
                request.allow();
                coach.calibrate();
            }
            default ->
                throw new RefusedException("unknown command \"" + request.command()
                        + "\": there are ping, history, mute, unmute, beat, no-beat and calibrate");
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

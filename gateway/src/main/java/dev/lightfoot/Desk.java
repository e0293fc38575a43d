package dev.lightfoot;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.ble.Adoption;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.config.Config;
import dev.lightfoot.config.ConfigJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.mqtt.CommandDesk;
import dev.lightfoot.mqtt.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Does what is asked for from outside. */
record Desk(Config config, StrikeLoop coach, History history, Adoption adoption, HapticTrial trial)
        implements CommandDesk {
    private static final int MOST_RUNS = 100;
    private static final int USUAL_RUNS = 10;
    private static final int USUAL_WINDOW_S = 60;

    @Override
    public List<String> buttons() {
        return List.of("mute", "unmute", "calibrate", "haptic-test");
    }

    @Override
    public void answer(Request request, JsonGenerator result) throws RefusedException, IOException {
        switch (request.command()) {
            case "ping" -> {
                request.allow();
                result.writeStringField("version", Gateway.version());
            }
            case "history" -> runs(request, result);
            case "start-run", "end-run" -> endRun(request, result);
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
            case "adopt" -> openWindow(request, result);
            case "haptic-test" -> tryCue(request);
            case "config" -> {
                request.allow();
                ConfigJson.writeFields(result, config);
            }
            default ->
                throw new RefusedException("unknown command \"" + request.command()
                        + "\": there are ping, history, start-run, end-run, mute, unmute, beat, no-beat, calibrate,"
                        + " adopt, haptic-test and config");
        }
    }

    private void runs(Request request, JsonGenerator result) throws RefusedException, IOException {
        request.allow("limit", "run");
        int limit = (int) request.number("limit", 1, MOST_RUNS, USUAL_RUNS);
        long wanted = request.number("run", 0, Long.MAX_VALUE, 0);
        try (HistoryReader reader = HistoryReader.open(config.history().file())) {
            List<RunSummary> runs = wanted == 0
                    ? reader.runs(limit)
                    : List.of(reader.run(wanted).orElseThrow(() -> new RefusedException("there is no run " + wanted)));
            result.writeArrayFieldStart("runs");
            for (RunSummary run : runs) {
                result.writeStartObject();
                RunJson.writeFields(result, run);
                result.writeEndObject();
            }
            result.writeEndArray();
        } catch (HistoryException e) {
            throw new RefusedException("the history cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Either way the next running strides begin a new run. */
    private void endRun(Request request, JsonGenerator result) throws RefusedException, IOException {
        request.allow();
        Long open = history.openRun();
        if (open == null && request.command().equals("end-run")) {
            throw new RefusedException("no run is under way");
        }
        history.endRunSoon();
        result.writeFieldName("ended_run");
        if (open == null) {
            result.writeNull();
        } else {
            result.writeNumber(open);
        }
    }

    private void openWindow(Request request, JsonGenerator result) throws RefusedException, IOException {
        request.allow("seconds");
        long seconds = request.number("seconds", 1, Adoption.LONGEST_WINDOW.toSeconds(), USUAL_WINDOW_S);
        try {
            long untilUs = ChronoUnit.MICROS.between(Instant.EPOCH, adoption.openWindow(Duration.ofSeconds(seconds)));
            result.writeStringField("until", RunJson.utc(untilUs));
        } catch (PodFileException e) {
            throw new RefusedException("the window cannot be opened (" + e.getMessage() + ")");
        }
    }

    private void tryCue(Request request) throws RefusedException {
        request.allow("cue", "foot");
        CueKind cue = request.word("cue", CueKind.NUDGE);
        String why = trial.play(cue, request.word("foot", Foot.LEFT));
        if (!why.isEmpty()) {
            throw new RefusedException(why);
        }
    }
}

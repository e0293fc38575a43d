package dev.lightfoot.web;

import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.gait.Foot;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The coach: muted or not, how much of the cues is felt, how each one feels. Thread-safe. */
final class CoachResource {
    private static final List<String> SCHEDULES = names(FeedbackSchedule.values());
    private static final List<String> CUES = names(CueKind.values());

    private final Coaching coaching;
    private final CueTrial trial;

    CoachResource(Coaching coaching, CueTrial trial) {
        this.coaching = coaching;
        this.trial = trial;
    }

    void addTo(Router router) {
        router.on("POST", "/api/mute", call -> mute(call, true))
                .on("POST", "/api/unmute", call -> mute(call, false))
                .on("POST", "/api/calibrate", this::calibrate)
                .on("POST", "/api/haptic-test", this::play)
                .on("GET", "/api/schedule", this::schedule)
                .on("PUT", "/api/schedule", this::reschedule);
    }

    private void mute(Call call, boolean muted) throws IOException, RefusalException {
        call.allow();
        call.body();
        coaching.mute(muted);
        call.json(JsonText.object(json -> json.writeBooleanField("muted", muted)));
    }

    private void calibrate(Call call) throws IOException, RefusalException {
        call.allow();
        call.body();
        coaching.calibrate();
        call.json(JsonText.object(json -> json.writeBooleanField("calibrating", true)));
    }

    private void play(Call call) throws IOException, RefusalException {
        call.allow();
        Fields said = call.body("cue", "foot");
        String cue = said.word("cue", CUES);
        String foot = said.word("foot", List.of("left", "right"));
        if (cue == null) {
            throw new RefusalException(400, "cue is missing: name one of " + String.join(", ", CUES));
        }
        String trouble = trial.play(
                CueKind.valueOf(cue.toUpperCase(Locale.ROOT)), "right".equals(foot) ? Foot.RIGHT : Foot.LEFT);
        if (!trouble.isEmpty()) {
            throw new RefusalException(409, trouble);
        }
        call.json(JsonText.object(json -> json.writeStringField("played", cue)));
    }

    private void schedule(Call call) throws IOException, RefusalException {
        call.allow();
        call.json(scheduleJson());
    }

    private void reschedule(Call call) throws IOException, RefusalException {
        call.allow();
        String wanted = call.body("schedule").word("schedule", SCHEDULES);
        if (wanted == null) {
            throw new RefusalException(400, "schedule is missing: name one of " + String.join(", ", SCHEDULES));
        }
        try {
            coaching.schedule(FeedbackSchedule.valueOf(wanted.toUpperCase(Locale.ROOT)));
        } catch (IOException e) {
            throw new RefusalException(500, String.valueOf(e.getMessage()));
        }
        call.json(scheduleJson());
    }

    private String scheduleJson() {
        return JsonText.object(json -> json.writeStringField("schedule", EventJson.name(coaching.schedule())));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(EventJson::name).toList();
    }
}

package dev.lightfoot.web;

import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.Review;
import dev.lightfoot.history.RunDesk;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunNote;
import dev.lightfoot.history.RunSeries;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.history.Surface;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs, what happened in them, what is said of them, and how they go over the weeks. Thread-safe. */
final class RunsResource {
    private static final int USUAL_RUNS = 20;
    private static final int USUAL_POINTS = 600;
    private static final List<String> SURFACES = Arrays.stream(Surface.values())
            .map(surface -> surface.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Review review;
    private final Path history;
    private final RunDesk desk;

    /** @param history the file that the review reads */
    RunsResource(Review review, Path history) {
        this.review = review;
        this.history = history;
        desk = new RunDesk(history);
    }

    void addTo(Router router) {
        router.on("GET", "/api/runs", this::list)
                .on("GET", "/api/runs/{id}", this::one)
                .on("PATCH", "/api/runs/{id}", this::describe)
                .on("DELETE", "/api/runs/{id}", this::delete)
                .on("GET", "/api/runs/{id}/series", this::series)
                .on("GET", "/api/trends", this::trends);
    }

    private void list(Call call) throws IOException, HistoryException, RefusalException {
        call.allow("limit", "offset");
        int limit = call.whole("limit", 1, Review.MOST_RUNS, USUAL_RUNS);
        int offset = call.whole("offset", 0, Integer.MAX_VALUE, 0);
        call.json(RunsJson.page(review.runs(limit, offset)));
    }

    private void one(Call call) throws IOException, HistoryException, RefusalException {
        call.allow();
        long run = call.run();
        call.json(review.run(run).map(RunsJson::story).orElseThrow(() -> RefusalException.noRun(run)));
    }

    private void series(Call call) throws IOException, HistoryException, RefusalException {
        call.allow("from_us", "to_us", "points");
        long run = call.run();
        int points = call.whole("points", 1, Review.MOST_POINTS, USUAL_POINTS);
        Long fromUs = call.timeUs("from_us");
        Long toUs = call.timeUs("to_us");
        Optional<RunSeries> series;
        if (fromUs == null && toUs == null) {
            series = review.series(run, points);
        } else if (fromUs == null || toUs == null) {
            throw new RefusalException(400, "a window needs from_us and to_us: name both, or none for the whole run");
        } else if (toUs <= fromUs) {
            throw new RefusalException(400, "to_us " + toUs + " must be after from_us " + fromUs);
        } else {
            series = review.series(run, fromUs, toUs, points);
        }
        call.json(SeriesJson.of(series.orElseThrow(() -> RefusalException.noRun(run))));
    }

    private void trends(Call call) throws IOException, HistoryException, RefusalException {
        call.allow("zone");
        String named = call.text("zone");
        ZoneId zone;
        try {
            zone = named == null ? ZoneId.systemDefault() : ZoneId.of(named);
        } catch (DateTimeException e) {
            throw new RefusalException(400, "zone \"" + named + "\" must be a time zone such as Europe/Vienna");
        }
        call.json(TrendsJson.of(review.trends(zone)));
    }

    private void describe(Call call) throws IOException, HistoryException, RefusalException {
        call.allow();
        long run = call.run();
        Fields said = call.body("shoe", "surface", "perceived_effort", "note");
        RunNote note = changed(noteOf(run), said);
        if (!desk.describe(run, note)) {
            throw RefusalException.noRun(run);
        }
        call.json(JsonText.object(json -> RunJson.writeNote(json, note)));
    }

    private static RunNote changed(RunNote before, Fields said) throws RefusalException {
        String surface = said.word("surface", SURFACES);
        try {
            return new RunNote(
                    said.names("shoe") ? said.text("shoe") : before.shoe(),
                    said.names("surface")
                            ? Optional.ofNullable(surface)
                                    .flatMap(Surface::named)
                                    .orElse(null)
                            : before.surface(),
                    said.names("perceived_effort") ? said.whole("perceived_effort", 1, 10) : before.perceivedEffort(),
                    said.names("note") ? said.text("note") : before.text());
        } catch (IllegalArgumentException e) {
            throw new RefusalException(400, String.valueOf(e.getMessage()));
        }
    }

    private RunNote noteOf(long run) throws HistoryException, RefusalException {
        try (HistoryReader reader = HistoryReader.open(history)) {
            if (reader.run(run).isEmpty()) {
                throw RefusalException.noRun(run);
            }
            return reader.note(run);
        }
    }

    private void delete(Call call) throws IOException, HistoryException, RefusalException {
        call.allow();
        long run = call.run();
        try (HistoryReader reader = HistoryReader.open(history)) {
            RunSummary summary = reader.run(run).orElseThrow(() -> RefusalException.noRun(run));
            if (summary.endedUs() == null) {
                throw new RefusalException(409, "run " + run + " is under way: delete it when it has ended");
            }
        }
        if (!desk.delete(run)) {
            throw RefusalException.noRun(run);
        }
        call.done();
    }
}

package dev.lightfoot.web;

import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.history.export.RunExport;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Runs as files for other programs: one, or a zip of all. Thread-safe. */
final class ExportResource {
    private static final long ASK_AGAIN_S = 10;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path history;
    private final RunExport export;
    private final InstantSource clock;
    private final Semaphore bulk = new Semaphore(1);

    ExportResource(Path history, RunExport export, InstantSource clock) {
        this.history = history;
        this.export = export;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("GET", "/api/runs/{id}/export", this::one).on("GET", "/api/export", this::all);
    }

    private void one(Call call) throws IOException, HistoryException, RefusalException {
        RunExport.Format format = format(call);
        long run = call.run();
        try (HistoryReader reader = HistoryReader.open(history)) {
            RunSummary summary = reader.run(run).orElseThrow(() -> RefusalException.noRun(run));
            ByteArrayOutputStream file = new ByteArrayOutputStream(BUFFER_BYTES);
            export.write(reader, run, format, file);
            attach(call, RunExport.fileName(run, summary.startedUs(), format));
            Answer.body(call.exchange(), 200, format.contentType(), file.toByteArray());
        }
    }

    /** Sent as it is made, a run at a time; when that fails on the way the zip has no end, and no program takes it for whole. */
    private void all(Call call) throws IOException, HistoryException, RefusalException {
        RunExport.Format format = format(call);
        if (!bulk.tryAcquire()) {
            throw new RefusalException(
                    503, "another export of all runs is under way: try again when it is done", ASK_AGAIN_S);
        }
        try (HistoryReader reader = HistoryReader.open(history)) {
            List<RunSummary> runs = reader.runs(Integer.MAX_VALUE);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            attach(call, "lightfoot-runs-" + today + "-" + format.suffix() + ".zip");
            call.exchange().getResponseHeaders().set("Content-Type", "application/zip");
            boolean look = call.exchange().getRequestMethod().equals("HEAD");
            call.exchange().sendResponseHeaders(200, look ? -1 : 0);
            if (!look) {
                write(call, reader, runs, format);
            }
        } finally {
            bulk.release();
        }
    }

    private void write(Call call, HistoryReader reader, List<RunSummary> runs, RunExport.Format format)
            throws IOException, HistoryException {
        ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(call.exchange().getResponseBody(), BUFFER_BYTES));
        for (RunSummary run : runs) {
            ZipEntry entry = new ZipEntry(RunExport.fileName(run.id(), run.startedUs(), format));
            entry.setTime(run.startedUs() / 1_000);
            zip.putNextEntry(entry);
            export.write(reader, run.id(), format, zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static RunExport.Format format(Call call) throws RefusalException {
        call.allow("format");
        String said = call.text("format");
        for (RunExport.Format format : RunExport.Format.values()) {
            if (format.suffix().equals(said)) {
                return format;
            }
        }
        throw new RefusalException(
                400,
                (said == null ? "format is missing" : "format \"" + said.toLowerCase(Locale.ROOT) + "\" is unknown")
                        + ": name fit, csv or json");
    }

    private static void attach(Call call, String name) {
        call.exchange().getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + name + "\"");
        call.exchange().getResponseHeaders().set("Cache-Control", "no-store");
    }
}

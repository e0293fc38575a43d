package dev.lightfoot.history.export;

import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;

/** Writes runs as files for other programs. Immutable; thread-safe as far as the reader it is given is not shared. */
public final class RunExport {
    /** What a run is written as. */
    public enum Format {
        FIT("fit", "application/vnd.ant.fit"),
        CSV("csv", "text/csv; charset=utf-8"),
        JSON("json", "application/json");

        private final String suffix;
        private final String contentType;

        Format(String suffix, String contentType) {
            this.suffix = suffix;
            this.contentType = contentType;
        }

        /** Of a file's name, without the dot. */
        public String suffix() {
            return suffix;
        }

        public String contentType() {
            return contentType;
        }
    }

    private final FitFields fitFields;
    private final ZoneId zone;
    private final String version;

    /**
     * How to export.
     *
     * @param zone the runner's, for the local time in a FIT file
     * @param version of this program, for the device in a FIT file
     */
    public RunExport(FitFields fitFields, ZoneId zone, String version) {
        this.fitFields = fitFields;
        this.zone = zone;
        this.version = version;
    }

    /** Writes a run; false, and nothing is written, when there is no such run. Leaves the stream open. */
    public boolean write(HistoryReader reader, long runId, Format format, OutputStream out)
            throws HistoryException, IOException {
        Optional<RunSheet> sheet = RunSheet.read(reader, runId);
        if (sheet.isEmpty()) {
            return false;
        }
        if (format == Format.FIT) {
            out.write(new FitFile(sheet.get(), fitFields, zone, version).bytes());
            return true;
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (format == Format.CSV) {
            CsvSheet.write(sheet.get(), text);
        } else {
            JsonSheet.write(sheet.get(), text);
        }
        text.flush();
        return true;
    }

    /** A name for the file of a run, such as lightfoot-run-12-2026-11-22T0630Z.fit. */
    public static String fileName(long runId, long startedUs, Format format) {
        String utc = RunJson.utc(startedUs);
        return "lightfoot-run-" + runId + "-" + utc.substring(0, 13) + utc.substring(14, 16) + "Z." + format.suffix();
    }
}

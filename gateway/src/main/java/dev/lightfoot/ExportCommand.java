package dev.lightfoot;

import dev.lightfoot.config.ConfigException;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.history.export.FitFields;
import dev.lightfoot.history.export.RunExport;
import dev.lightfoot.history.raw.RawStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes one run, or all, as files for other programs. */
@Command(name = "export", description = "Writes a run, or all, as FIT, CSV or JSON for other programs.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Number of the run, or latest.")
    private @Nullable String run;

    @Option(names = "--all", description = "Every run, each into a file of the folder --out.")
    private boolean all;

    @Option(names = "--format", description = "fit, csv or json.")
    private RunExport.@Nullable Format format;

    @Option(names = "--raw", description = "The raw samples that are kept of the run, as traces into the folder --out.")
    private boolean raw;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file, or with --all the folder; without, CSV and JSON are printed.")
    private @Nullable Path out;

    @Option(
            names = "--fit-fields",
            defaultValue = "plain",
            description = "Names of our own fields in FIT: plain, or runscribe for programs that know those.")
    @SuppressWarnings("NullAway.Init")
    private FitFields fitFields;

    @Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP)
    private @Nullable Path config;

    @Override
    public Integer call() throws ConfigException, HistoryException, IOException {
        String written = run;
        if (all == (written != null)) {
            throw new ParameterException(spec.commandLine(), "name one RUN, or give --all");
        }
        RunExport.Format format = this.format;
        if (raw) {
            return exportRaw(written);
        }
        if (format == null) {
            throw new ParameterException(spec.commandLine(), "give --format fit, csv or json, or --raw");
        }
        RunExport export = new RunExport(fitFields, ZoneId.systemDefault(), Gateway.version());
        try (HistoryReader reader =
                HistoryReader.open(Main.config(config).history().file())) {
            if (written == null) {
                return exportAll(export, format, reader);
            }
            long runId = RunNumber.of(written, reader, spec.commandLine());
            RunSummary summary = reader.run(runId)
                    .orElseThrow(() -> new HistoryException("there is no run " + runId + ": see lightfoot runs"));
            Path file = out;
            if (file == null && format == RunExport.Format.FIT) {
                throw new ParameterException(
                        spec.commandLine(),
                        "FIT is not for a terminal: give --out FILE, such as "
                                + RunExport.fileName(runId, summary.startedUs(), format));
            }
            if (file == null) {
                OutputStream printed = new BufferedOutputStream(System.out, 1 << 16);
                export.write(reader, runId, format, printed);
                printed.flush();
            } else {
                writeFile(export, format, reader, runId, file);
            }
            return 0;
        }
    }

    private int exportRaw(@Nullable String written) throws ConfigException, HistoryException, IOException {
        Path folder = out;
        if (written == null || folder == null) {
            throw new ParameterException(spec.commandLine(), "--raw needs one RUN and --out FOLDER");
        }
        Path history = Main.config(config).history().file();
        long runId;
        try (HistoryReader reader = HistoryReader.open(history)) {
            runId = RunNumber.of(written, reader, spec.commandLine());
        }
        long samples = RawStore.writeTraces(history, runId, folder);
        if (samples == 0) {
            throw new HistoryException(
                    "no raw samples are kept of run " + runId + ": set history.raw to cues or runs before a run");
        }
        System.out.println(samples + " samples written to left.csv and right.csv in " + folder);
        return 0;
    }

    private int exportAll(RunExport export, RunExport.Format format, HistoryReader reader)
            throws HistoryException, IOException {
        Path folder = out;
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "--all needs --out FOLDER");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("the folder " + folder + " cannot be made: name another one with --out", e);
        }
        int written = 0;
        for (RunSummary summary : reader.runs(Integer.MAX_VALUE)) {
            Path file = folder.resolve(RunExport.fileName(summary.id(), summary.startedUs(), format));
            writeFile(export, format, reader, summary.id(), file);
            written++;
        }
        System.out.println(written + (written == 1 ? " run" : " runs") + " written to " + folder);
        return 0;
    }

    /** Takes the place of an older file only when it is whole. */
    private static void writeFile(
            RunExport export, RunExport.Format format, HistoryReader reader, long runId, Path file)
            throws HistoryException, IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory: name a file with --out");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                export.write(reader, runId, format, bytes);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw new IOException(
                    file + " cannot be written (" + e.getMessage() + "): name another file with --out", e);
        }
    }
}

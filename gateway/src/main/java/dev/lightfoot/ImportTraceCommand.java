package dev.lightfoot;

import dev.lightfoot.config.Config;
import dev.lightfoot.config.ConfigException;
import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Retention;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.replay.Replay;
import dev.lightfoot.replay.ReplaySummary;
import dev.lightfoot.replay.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recorded traces as if they were heard now, and keeps what they come to as a run of its time. */
@Command(
        name = "import-trace",
        description = "Judges one or two trace files and keeps them as a run; not while the gateway runs.")
final class ImportTraceCommand implements Callable<Integer> {
    private static final int PENDING_AT_MOST = 1_000_000;
    private static final long COMMIT_EVERY_US = 60_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Parameters(arity = "1..2", paramLabel = "TRACE", description = "Trace files, plain or gzip.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> traces;

    @Option(names = "--foot", description = "Foot of the first trace: left or right.")
    private @Nullable Foot foot;

    @Option(
            names = "--started",
            paramLabel = "TIME",
            description =
                    "When the first sample was taken, such as 2026-11-01T06:30:00Z; without, so that the traces end"
                            + " when the first file was last changed.")
    private @Nullable String started;

    @Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP)
    private @Nullable Path config;

    @Override
    public Integer call() throws ConfigException, HistoryException, TraceException, IOException {
        Config settings = Main.config(config);
        // judged twice: nothing is kept of a trace that breaks off, and its first sample's time is known before
        ReplaySummary heard = new Replay(settings.form(), event -> {}).play(traces, foot);
        long offsetUs = startUs(heard) - heard.firstUs();
        HistorySettings kept = new HistorySettings(
                settings.history().file(),
                Duration.ofMinutes(settings.history().runGapMinutes()),
                settings.coach().shoe(),
                Retention.USUAL,
                PENDING_AT_MOST);
        refuseWhatIsThere(kept.file(), heard.firstUs() + offsetUs, heard.lastUs() + offsetUs);
        keep(settings, kept, offsetUs, heard.firstUs() + offsetUs);
        return tell(kept.file(), heard.firstUs() + offsetUs, heard.lastUs() + offsetUs);
    }

    private void keep(Config settings, HistorySettings kept, long offsetUs, long startUs)
            throws HistoryException, TraceException {
        try (History history = History.open(kept, startUs)) {
            long[] nextCommitUs = {startUs};
            new Replay(settings.form(), offsetUs, event -> {
                        history.accept(event);
                        if (event instanceof Event.Struck && event.timeUs() >= nextCommitUs[0]) {
                            history.tick(event.timeUs());
                            nextCommitUs[0] = event.timeUs() + COMMIT_EVERY_US;
                        }
                    })
                    .play(traces, foot);
            history.endRun();
            if (history.droppedEvents() > 0 || history.unwritten() > 0) {
                throw new HistoryException("the history " + kept.file()
                        + " could not be written whole: make room on its disk, delete the run"
                        + " and import it again");
            }
        }
    }

    private long startUs(ReplaySummary heard) throws IOException {
        String written = started;
        if (written == null) {
            Instant changed = Files.getLastModifiedTime(traces.getFirst()).toInstant();
            return us(changed) - (heard.lastUs() - heard.firstUs());
        }
        try {
            return us(Instant.parse(written));
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--started " + written + " must be like 2026-11-01T06:30:00Z", e);
        }
    }

    private static long us(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    private static void refuseWhatIsThere(Path history, long fromUs, long toUs) throws HistoryException {
        if (!Files.exists(history)) {
            return;
        }
        try (HistoryReader reader = HistoryReader.open(history)) {
            for (RunSummary run : reader.runs(Integer.MAX_VALUE)) {
                if (run.startedUs() <= toUs && run.lastUs() >= fromUs) {
                    throw new HistoryException("run " + run.id() + " of " + RunJson.utc(run.startedUs())
                            + " is of the same time: delete it first, or give --started");
                }
            }
        }
    }

    private static int tell(Path history, long fromUs, long toUs) throws HistoryException {
        boolean any = false;
        try (HistoryReader reader = HistoryReader.open(history)) {
            for (RunSummary run : reader.runs(Integer.MAX_VALUE)) {
                if (run.startedUs() >= fromUs && run.lastUs() <= toUs) {
                    System.out.println("run " + run.id() + " of " + RunJson.utc(run.startedUs()) + ": " + run.strikes()
                            + " strikes");
                    any = true;
                }
            }
        }
        if (!any) {
            System.err.println("lightfoot: no running was found in the traces: nothing is kept as a run");
        }
        return any ? 0 : 1;
    }
}

package dev.lightfoot;

import dev.lightfoot.config.ConfigException;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunDesk;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a run for good. */
@Command(name = "delete", description = "Deletes a run for good; asks first.")
final class DeleteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Number of the run, or latest.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP)
    private @Nullable Path config;

    @Override
    public Integer call() throws ConfigException, HistoryException, IOException {
        Path history = Main.config(config).history().file();
        RunSummary found;
        try (HistoryReader reader = HistoryReader.open(history)) {
            long runId = RunNumber.of(run, reader, spec.commandLine());
            found = reader.run(runId)
                    .orElseThrow(() -> new HistoryException("there is no run " + runId + ": see lightfoot runs"));
        }
        String named =
                "run " + found.id() + " of " + RunJson.utc(found.startedUs()) + " with " + found.strikes() + " strikes";
        if (!yes && !agreed("Delete " + named + " for good? [y/N] ")) {
            throw new HistoryException("run " + found.id() + " is kept: answer y, or give --yes");
        }
        new RunDesk(history).delete(found.id());
        System.out.println(named + " is deleted");
        return 0;
    }

    private static boolean agreed(String question) throws IOException {
        System.out.print(question);
        System.out.flush();
        // not closed: it is the process's standard input
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().matches("(?i)y|yes");
    }
}

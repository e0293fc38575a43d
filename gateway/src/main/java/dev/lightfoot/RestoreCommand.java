package dev.lightfoot;

import dev.lightfoot.config.ConfigException;
import dev.lightfoot.history.Backup;
import dev.lightfoot.history.HistoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the history, and keeps what was there. */
@Command(
        name = "restore",
        description =
                "Puts a backup in the place of the history, and keeps what was there; not while the gateway runs.")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A copy that lightfoot backup made.")
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private Path copy;

    @Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP)
    private @Nullable Path config;

    @Override
    public Integer call() throws ConfigException, HistoryException {
        Path history = Main.config(config).history().file();
        Optional<Path> kept = Backup.restore(history, copy);
        System.out.println(history + " restored from " + copy
                + kept.map(old -> "; the history that was there is kept as " + old)
                        .orElse(""));
        return 0;
    }
}

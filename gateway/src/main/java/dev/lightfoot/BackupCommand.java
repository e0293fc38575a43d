package dev.lightfoot;

import dev.lightfoot.config.ConfigException;
import dev.lightfoot.history.Backup;
import dev.lightfoot.history.HistoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the history into a file, while the gateway goes on. */
@Command(name = "backup", description = "Copies the history into a file and checks it; the gateway may be running.")
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The copy; an older one is replaced when the new one is whole.")
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private Path copy;

    @Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP)
    private @Nullable Path config;

    @Override
    public Integer call() throws ConfigException, HistoryException {
        long bytes = Backup.make(Main.config(config).history().file(), copy);
        System.out.printf(Locale.ROOT, "%s: %.2f MB, checked%n", copy, bytes / 1e6);
        return 0;
    }
}

package dev.lightfoot;

import dev.lightfoot.config.ConfigCheck;
import dev.lightfoot.config.ConfigShow;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Checks a configuration file, or shows the configuration in force. */
@Command(
        name = "config",
        description = "Checks a configuration file, or shows the configuration in force.",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT)
final class ConfigCommand {
    @Command(name = "check", description = "Names every mistake in a configuration file.")
    int check(@Parameters(paramLabel = "FILE", description = "The file to check.") Path file) {
        return new ConfigCheck().run(System.out, System.err, file);
    }

    @Command(name = "show", description = "Prints the configuration in force, every key with its meaning.")
    int show(
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "Configuration file; without, $LIGHTFOOT_CONFIG or the defaults.")
                    @Nullable
                    Path file) {
        return new ConfigShow().run(System.out, System.err, file);
    }
}

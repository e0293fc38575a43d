package dev.lightfoot;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.replay.ReplayCommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the gateway. Exit codes: 0 fine, 1 failed, 2 bad usage. */
@Command(
        name = "lightfoot",
        description = "Judges every foot strike of a recovery run while the foot is still on the ground.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Command(name = "replay", description = "Plays one or two trace files and prints strikes, stances, form and cues.")
    int replay(
            @Option(names = "--foot", description = "Foot of the first trace: left or right.") @Nullable Foot foot,
            @Parameters(arity = "1..2", paramLabel = "TRACE", description = "Trace files, plain or gzip.")
                    List<Path> traces) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        return new ReplayCommand(FormSettings.defaults()).run(traces, foot, out, System.err);
    }
}

package dev.lightfoot.sim;

import dev.lightfoot.sim.trace.ScenariosCommand;
import dev.lightfoot.sim.trace.TraceCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the simulator. Exit codes: 0 fine, 1 failed, 2 bad usage. */
@Command(
        name = "sensor-sim",
        description = "Stands in for the runner, the foot pods, the Bluetooth daemon and the broker.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ScenariosCommand.class, TraceCommand.class})
public final class Main implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the call
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println("sensor-sim: " + e.getMessage());
                    return 2;
                })
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    commandLine.getErr().println("sensor-sim: " + e.getMessage());
                    return 1;
                });
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "name a command: see 'sensor-sim --help'");
    }
}

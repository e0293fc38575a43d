package dev.lightfoot.sim;

import dev.lightfoot.sim.bluez.BluezCommand;
import dev.lightfoot.sim.broker.BrokerCommand;
import dev.lightfoot.sim.broker.SubscribeCommand;
import dev.lightfoot.sim.trace.ScenariosCommand;
import dev.lightfoot.sim.trace.TraceCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the simulator. Exit codes: 0 fine, 1 failed, 2 bad usage. */
@Command(
        name = "sensor-sim",
        description = "Stands in for the runner, the foot pods, the Bluetooth daemon and the broker.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ScenariosCommand.class,
            BluezCommand.class,
            TraceCommand.class,
            BrokerCommand.class,
            SubscribeCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, args) -> {
                    complain(problem.getCommandLine(), problem);
                    return 2;
                })
                .setExecutionExceptionHandler((problem, command, result) -> {
                    complain(command, problem);
                    return 1;
                });
    }

    private static void complain(CommandLine command, Exception problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        command.getErr().println("sensor-sim: " + message.replaceAll("\\R\\s*", " "));
        command.getErr().flush();
    }
}

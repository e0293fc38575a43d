package dev.lightfoot.sim;

import dev.lightfoot.sim.bluez.BluezCommand;
import dev.lightfoot.sim.bluez.PeripheralCommand;
import dev.lightfoot.sim.broker.BrokerCommand;
import dev.lightfoot.sim.broker.SubscribeCommand;
import dev.lightfoot.sim.trace.ScenariosCommand;
import dev.lightfoot.sim.trace.TraceCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of the simulator. Exit codes: 0 fine, 1 failed, 2 bad usage. */
@Command(
        name = "sensor-sim",
        description = "Stands in for the runner, the foot pods, the Bluetooth daemon and the broker.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ScenariosCommand.class,
            BluezCommand.class,
            PeripheralCommand.class,
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

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"sensor-sim " + (version == null ? "development" : version)};
        }
    }

    private static void complain(CommandLine command, Exception problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        command.getErr().println("sensor-sim: " + message.replaceAll("\\R\\s*", " "));
        command.getErr().flush();
    }
}

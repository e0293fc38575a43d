package dev.lightfoot.sim;

import dev.lightfoot.sim.runner.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what can be played: name, length and what it is. */
@Command(name = "scenarios", description = "Lists what can be played.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScenariosCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Scenarios.all()
                .forEach(scenario -> spec.commandLine()
                        .getOut()
                        .printf("%-14s %4.0f s  %s%n", scenario.name(), scenario.seconds(), scenario.description()));
        spec.commandLine().getOut().flush();
    }
}

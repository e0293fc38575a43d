package dev.lightfoot.sim.trace;

import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Scenarios;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can be played. */
@Command(name = "scenarios", description = "Lists what can be played.", mixinStandardHelpOptions = true)
public final class ScenariosCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the call
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Scenario scenario : Scenarios.all()) {
            if (json) {
                out.printf(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"duration_s\":%.1f,\"description\":\"%s\"}%n",
                        scenario.name(),
                        scenario.seconds(),
                        scenario.description());
            } else {
                out.printf(
                        Locale.ROOT,
                        "%-14s %4.0f s  %s%n",
                        scenario.name(),
                        scenario.seconds(),
                        scenario.description());
            }
        }
        out.flush();
        return 0;
    }
}

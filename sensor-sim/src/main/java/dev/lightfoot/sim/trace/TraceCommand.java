package dev.lightfoot.sim.trace;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Outing;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Worn;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes left and right traces of a scenario, the truth of each stance, and the form of each second. */
@Command(
        name = "trace",
        description = "Writes a scenario as left and right traces with their truth.",
        mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
    private enum MountChoice {
        IDENTITY,
        RANDOM,
        DRAWN
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the call
    private CommandSpec spec;

    @Option(names = "--scenario", required = true, description = "What to play: see 'sensor-sim scenarios'.")
    private String scenario = "";

    @Option(names = "--seed", required = true, description = "Which runner on which day.")
    private long seed;

    @Option(names = "--out", required = true, description = "Folder to write to; made if it is missing.")
    private Path out = Path.of(".");

    @Option(
            names = "--rate",
            defaultValue = "208",
            description = "Samples a second, 50 to 416 (default ${DEFAULT-VALUE}).")
    private int rateHz;

    @Option(
            names = "--mount",
            defaultValue = "IDENTITY",
            description =
                    "How the pods sit on the shoes: identity (x toes, y left, z up), random, or drawn: place, strap, surface"
                            + " and the runner's habit by the seed, as in deploy/sweep (default identity).")
    private MountChoice mount = MountChoice.IDENTITY;

    @Option(
            names = "--noise",
            defaultValue = "1",
            description =
                    "Noise and bias as a multiple of a plain MEMS sensor's, 0 for none (default ${DEFAULT-VALUE}).")
    private double noise;

    @Override
    public Integer call() throws IOException {
        if (rateHz < 50 || rateHz > 416) {
            throw new ParameterException(spec.commandLine(), "--rate " + rateHz + " must be from 50 to 416");
        }
        if (!(noise >= 0 && noise <= 100)) {
            throw new ParameterException(spec.commandLine(), "--noise " + noise + " must be from 0 to 100");
        }
        Scenario played;
        try {
            played = Scenarios.named(scenario, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Outing outing = switch (mount) {
            case IDENTITY -> Outing.plain();
            case RANDOM -> Outing.worn(Worn.tight(Mount.random(2 * seed)), Worn.tight(Mount.random(2 * seed + 1)));
            case DRAWN -> Outing.drawn(seed);
        };
        Body body = new Body(played, seed, outing);
        try {
            new TraceWriter(body, seed, rateHz, noise).write(out);
        } catch (FileSystemException e) {
            throw new IOException("--out " + out + " cannot be written to: choose a folder you own (" + e + ")", e);
        }
        return 0;
    }
}

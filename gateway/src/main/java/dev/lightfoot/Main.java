package dev.lightfoot;

import dev.lightfoot.config.Config;
import dev.lightfoot.config.ConfigException;
import dev.lightfoot.config.ConfigShow;
import dev.lightfoot.config.LiveConfig;
import dev.lightfoot.doctor.Doctor;
import dev.lightfoot.doctor.HostWorld;
import dev.lightfoot.doctor.Machine;
import dev.lightfoot.doctor.SupportBundle;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.history.RunsCommand;
import dev.lightfoot.history.ShowCommand;
import dev.lightfoot.replay.ReplayCommand;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the gateway. Exit codes: 0 fine, 1 failed, 2 bad usage. */
@Command(
        name = "lightfoot",
        description = "Judges every foot strike of a recovery run while the foot is still on the ground.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        subcommands = {
            ConfigCommand.class,
            PodsCommand.class,
            HapticCommand.class,
            ExportCommand.class,
            ImportTraceCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DeleteCommand.class
        })
public final class Main implements Runnable {
    static final String CONFIG_HELP = "Configuration file; without, $LIGHTFOOT_CONFIG or the defaults.";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        // before any class of java.util.logging is touched, LastingLogs among them
        System.setProperty("java.util.logging.manager", "dev.lightfoot.LastingLogs");
        LastingLogs.setUp();
        StandardOutput output = StandardOutput.replaceSystemOut();
        System.exit(output.exitCode(commandLine().execute(args), System.err));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println("lightfoot: " + UsageMistake.told(e));
                    return 2;
                })
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    if (e instanceof ConfigException mistakes) {
                        mistakes.lines().forEach(line -> commandLine.getErr().println("lightfoot: " + line));
                    } else {
                        commandLine.getErr().println("lightfoot: " + (e.getMessage() == null ? e : e.getMessage()));
                    }
                    return 1;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: " + UsageMistake.commands(spec));
    }

    @Command(
            name = "run",
            description = "Listens to the pods, cues the runner and keeps the history, until it is ended.")
    int listen(
            @Option(names = "--config", paramLabel = "FILE", description = CONFIG_HELP) @Nullable Path file,
            @Option(names = "--meter", description = "Show form in the terminal as it goes.") boolean meter)
            throws ConfigException, StartException, InterruptedException {
        LiveConfig live = LiveConfig.open(file);
        Gateway gateway = Gateway.open(live.config(), meter ? System.out : null);
        gateway.reloadOnHangUp(live);
        gateway.begin();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    gateway.close();
                    ended.countDown();
                    Runtime.getRuntime().halt(0);
                }));
        ended.await();
        return 0;
    }

    @Command(
            name = "doctor",
            description =
                    "Looks for what keeps cues from being felt in time, and names the mend; 1 if something fails.")
    int doctor(
            @Option(names = "--config", paramLabel = "FILE", description = CONFIG_HELP) @Nullable Path file,
            @Option(names = "--json", description = "As JSON.") boolean json)
            throws ConfigException {
        return new Doctor(new Machine(Path.of("/"), new HostWorld())).run(config(file), json, System.out);
    }

    @Command(
            name = "support-bundle",
            description = "Gathers configuration, findings, figures and journal in a zip file, without secrets.")
    int supportBundle(
            @Parameters(paramLabel = "FILE", description = "The zip file to write.") Path bundle,
            @Option(names = "--config", paramLabel = "FILE", description = CONFIG_HELP) @Nullable Path file)
            throws ConfigException, IOException {
        new SupportBundle(new Machine(Path.of("/"), new HostWorld()))
                .write(bundle, Gateway.version(), config(file), ConfigShow.text(file));
        System.out.println("written: " + bundle + "; look through it before you hand it on");
        return 0;
    }

    @Command(name = "replay", description = "Plays one or two trace files and prints strikes, stances, form and cues.")
    int replay(
            @Option(names = "--foot", description = "Foot of the first trace: left or right.") @Nullable Foot foot,
            @Parameters(arity = "1..2", paramLabel = "TRACE", description = "Trace files, plain or gzip.")
                    List<Path> traces) {
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
        return new ReplayCommand(FormSettings.defaults()).run(traces, foot, out, System.err);
    }

    @Command(name = "runs", description = "Lists the runs of the history, the newest first.")
    int runs(
            @Option(names = "--config", paramLabel = "FILE", description = CONFIG_HELP) @Nullable Path file,
            @Option(names = "--limit", defaultValue = "20", description = "How many (default ${DEFAULT-VALUE}).")
                    int limit,
            @Option(names = "--json", description = "As JSON.") boolean json)
            throws ConfigException {
        if (limit < 1) {
            throw new ParameterException(command("runs"), "--limit " + limit + " must be 1 or more");
        }
        return new RunsCommand(config(file).history().file(), ZoneId.systemDefault())
                .run(limit, json, System.out, System.err);
    }

    @Command(name = "show", description = "Shows one run: its strikes, cues and form over time.")
    int show(
            @Parameters(paramLabel = "RUN", description = "Number of the run, or latest.") String run,
            @Option(names = "--config", paramLabel = "FILE", description = CONFIG_HELP) @Nullable Path file,
            @Option(names = "--json", description = "As JSON.") boolean json)
            throws ConfigException {
        ShowCommand show = new ShowCommand(config(file).history().file(), ZoneId.systemDefault());
        if (run.equals("latest")) {
            return show.runLatest(json, System.out, System.err);
        }
        try {
            return show.run(Long.parseLong(run), json, System.out, System.err);
        } catch (NumberFormatException e) {
            throw new ParameterException(command("show"), "run '" + run + "' must be a number or latest", e);
        }
    }

    private CommandLine command(String name) {
        return Objects.requireNonNull(spec.subcommands().get(name));
    }

    static Config config(@Nullable Path file) throws ConfigException {
        return Config.of(file);
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lightfoot " + Gateway.version()};
        }
    }
}

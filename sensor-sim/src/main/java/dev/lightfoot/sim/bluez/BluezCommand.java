package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.PodKind;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Scenarios;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a virtual BlueZ with two pods that play a scenario, until a signal ends it. */
@Command(
        name = "bluez",
        description = "Serves a virtual BlueZ with two foot pods on a private D-Bus and prints its address.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class BluezCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--scenario", required = true, description = "What the runner does; see: sensor-sim scenarios.")
    private String scenarioName;

    @Option(names = "--seed", defaultValue = "1", description = "The runner, the pods' clocks and errors (default 1).")
    private long seed;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = {
                "Times real time, 0.01 to 100 (default 1).",
                "Other than 1 the pods' clocks do not keep the host's pace: a gateway that listens then tells times"
                        + " that drift from the wall clock, ahead of it when faster. Fit for a quick look only.",
                "Above about 4 a gateway takes the pods for ones that flood, and sends them away."
            })
    private double speed;

    @Option(
            names = "--pod",
            split = ",",
            defaultValue = "lightfoot",
            paramLabel = "KIND",
            description = {
                "What kind of pods, left,right or one for both (default lightfoot):",
                "lightfoot, movesense, witmotion, polar, metamotion, thingy52, running-speed, heart-rate."
            })
    private List<String> kinds;

    @Option(
            names = "--rate",
            defaultValue = "208",
            paramLabel = "HZ",
            description = "Sample rate of Lightfoot pods (default 208).")
    private int rateHz;

    @Option(names = "--mtu", defaultValue = "247", description = "ATT MTU of the links, 23 to 517 (default 247).")
    private int mtu;

    @Option(names = "--address", description = "Where to serve the bus: unix:path=...; else in a temporary folder.")
    private @Nullable String address;

    @Override
    public Integer call() throws BusDaemonException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        VirtualBluez bluez = start(out);
        var ending = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.countDown();
            bluez.close();
        }));
        say(out, "bus-address: " + bluez.busAddress());
        bluez.busGone().join();
        if (ending.getCount() == 0) {
            return 0;
        }
        throw new BusDaemonException("the dbus-daemon has ended, and the virtual BlueZ with it");
    }

    private VirtualBluez start(PrintWriter out) throws BusDaemonException {
        try {
            Scenario scenario = Scenarios.named(scenarioName, seed);
            var body = new Body(scenario, seed);
            return VirtualBluez.builder(body.left(), body.right())
                    .seed(seed)
                    .speed(speed)
                    .rateHz(rateHz)
                    .pods(kind(0), kind(1))
                    .mtu(mtu)
                    .address(address)
                    .lengthNs((long) (scenario.seconds() * 1e9))
                    .narrator(line -> say(out, line))
                    .start();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private PodKind kind(int foot) {
        if (kinds.size() > 2) {
            throw new IllegalArgumentException("--pod takes one kind or two, not " + kinds.size());
        }
        return PodKind.named(kinds.get(Math.min(foot, kinds.size() - 1)));
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}

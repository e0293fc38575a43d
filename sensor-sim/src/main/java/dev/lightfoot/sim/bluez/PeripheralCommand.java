package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a real Bluetooth adapter a foot pod, until a signal ends it. */
@Command(
        name = "peripheral",
        description = {
            "Makes a Bluetooth adapter of this machine a foot pod that plays a scenario: any second Pi or laptop becomes"
                    + " a pod. Prints the address that the gateway is to listen to. The runner starts with the first"
                    + " subscription."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class PeripheralCommand implements Callable<Integer> {
    /** How bluetoothd is given the notifications. */
    enum Way {
        SOCKET,
        SIGNALS
    }

    @Spec
    private CommandSpec spec;

    @ArgGroup(
            exclusive = false,
            multiplicity = "1..2",
            heading = "One pod, or the two of one runner on two adapters:%n")
    private List<OnePod> pods;

    /** What belongs to one foot. */
    static final class OnePod {
        @Option(names = "--foot", required = true, description = "left or right.")
        private Side foot;

        @Option(names = "--adapter", defaultValue = "hci0", description = "The adapter (default hci0).")
        private String adapter;

        @Option(
                names = "--notify",
                defaultValue = "socket",
                paramLabel = "WAY",
                description = "How bluetoothd is given notifications: socket or signals (default socket).")
        private Way way;
    }

    @Option(names = "--scenario", required = true, description = "What the runner does; see: sensor-sim scenarios.")
    private String scenarioName;

    @Option(names = "--seed", defaultValue = "1", description = "The runner, the pod's clock and errors (default 1).")
    private long seed;

    @Option(names = "--rate", defaultValue = "208", paramLabel = "HZ", description = "Sample rate (default 208).")
    private int rateHz;

    @Option(
            names = "--advertise-anew",
            defaultValue = "0",
            paramLabel = "MS",
            description = "Register the advertisement anew after so many ms without a subscriber; 0: never (default)."
                    + " For virtual controllers that report an advertisement once only.")
    private long advertiseAnewMs;

    @Option(
            names = "--bus",
            defaultValue = "unix:path=/run/dbus/system_bus_socket",
            description = "D-Bus that BlueZ is on (default the system's).")
    private String busAddress;

    @Override
    public Integer call() throws BusDaemonException, PeripheralException {
        Body body = check();
        PrintWriter out = spec.commandLine().getOut();
        var loop = new Loop();
        var playback = new Playback(1, Long.MAX_VALUE);
        var ended = new CompletableFuture<String>();
        for (OnePod pod : pods) {
            Peripheral peripheral = Peripheral.start(
                    settings(pod),
                    loop,
                    firmware(pod.foot, body),
                    playback,
                    line -> say(out, pod.foot, line),
                    ended::complete);
            Runtime.getRuntime().addShutdownHook(new Thread(peripheral::close));
        }
        throw new PeripheralException(ended.join());
    }

    private Body check() {
        try {
            if (advertiseAnewMs != 0 && advertiseAnewMs < 200) {
                throw new IllegalArgumentException(
                        "--advertise-anew " + advertiseAnewMs + " must be 0, or 200 ms or more");
            }
            if (pods.size() == 2
                    && (pods.get(0).foot == pods.get(1).foot
                            || pods.get(0).adapter.equals(pods.get(1).adapter))) {
                throw new IllegalArgumentException("two pods need two feet and two adapters");
            }
            var body = new Body(Scenarios.named(scenarioName), seed);
            pods.forEach(pod -> firmware(pod.foot, body));
            return body;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Pod firmware(Side foot, Body body) {
        return new Pod(foot == Side.LEFT ? body.left() : body.right(), PodSettings.workbench(foot, rateHz, seed));
    }

    private Peripheral.Settings settings(OnePod pod) {
        return new Peripheral.Settings(
                busAddress,
                pod.adapter,
                pod.foot == Side.LEFT ? "Lightfoot L" : "Lightfoot R",
                pod.way == Way.SOCKET,
                advertiseAnewMs);
    }

    private static void say(PrintWriter out, Side foot, String line) {
        out.println(foot.toString().toLowerCase(Locale.ROOT) + ": " + line);
        out.flush();
    }
}

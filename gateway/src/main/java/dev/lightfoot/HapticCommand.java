package dev.lightfoot;

import dev.lightfoot.ble.Wristband;
import dev.lightfoot.config.Config;
import dev.lightfoot.config.ConfigException;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.HapticException;
import dev.lightfoot.haptic.HapticStatus;
import dev.lightfoot.haptic.Motors;
import dev.lightfoot.haptic.NoHaptic;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Tries the actuators, or puts them to rest. The gateway must not be running: it holds the pins. */
@Command(
        name = "haptic",
        description = "Tries the actuators, or puts them to rest.",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT)
final class HapticCommand {
    private static final long BETWEEN_CUES_NS = 700_000_000L;
    private static final long POLL_NS = 20_000_000L;
    /** The longest pattern takes 3.1 s. */
    private static final int POLLS_AT_MOST = 250;

    @Command(name = "test", description = "Plays each cue and names the pin.")
    int test(@Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP) @Nullable Path file)
            throws ConfigException {
        Config config = Config.of(file);
        Wristband band = HapticAssembly.band(config.haptic());
        if (band == null) {
            return tested(config, null);
        }
        try (BandRadio radio = BandRadio.open(config, band)) {
            System.out.println("looking for wristband " + band.address() + " for " + BandRadio.TO_FIND.toSeconds()
                    + " s at most: have it on, and the gateway not running");
            radio.await(BandRadio.TO_FIND);
            return tested(config, band);
        }
    }

    private static int tested(Config config, @Nullable Wristband band) {
        Haptic haptic = HapticAssembly.of(config.haptic(), System.out, band);
        try {
            return test(haptic, System.out, System.err);
        } finally {
            haptic.close();
        }
    }

    static int test(Haptic haptic, PrintStream out, PrintStream err) {
        HapticStatus status = haptic.status();
        if (haptic instanceof NoHaptic) {
            err.println("lightfoot: there is no actuator to try: set haptic.kind or haptic.band in the configuration");
            return 1;
        }
        if (status.fault() != null) {
            err.println("lightfoot: " + status.fault());
        }
        boolean all = status.fault() == null;
        for (CueKind cue : List.of(CueKind.NUDGE, CueKind.WARNING, CueKind.STOP, CueKind.RESTORED)) {
            for (Foot foot : Foot.values()) {
                boolean driven = haptic.play(cue, foot, cue == CueKind.WARNING ? 0.8f : 0.5f);
                out.printf(
                        "%-8s %-5s  %s  %s%n",
                        EventJson.name(cue),
                        EventJson.name(foot),
                        driven ? "played" : "NOT played",
                        status.description());
                out.flush();
                all &= driven;
                awaitIdle(haptic);
            }
        }
        return all ? 0 : 1;
    }

    private static void awaitIdle(Haptic haptic) {
        for (int polls = 0; polls < POLLS_AT_MOST && haptic.status().playing(); polls++) {
            LockSupport.parkNanos(POLL_NS);
        }
        LockSupport.parkNanos(BETWEEN_CUES_NS);
    }

    @Command(name = "off", description = "Puts every actuator to rest; for the service file's ExecStopPost.")
    int off(@Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP) @Nullable Path file)
            throws ConfigException {
        Config config = Config.of(file);
        List<Motors> motors = HapticAssembly.motors(config.haptic());
        Wristband band = HapticAssembly.band(config.haptic());
        if (band != null) {
            motors.add(Motors.wristband(band.address(), band, () -> BandRadio.quiet(config, band)));
        }
        return off(motors, System.out, System.err);
    }

    static int off(List<Motors> motors, PrintStream out, PrintStream err) {
        int failed = 0;
        for (Motors motor : motors) {
            try {
                motor.resting().rest();
                out.println(motor.name() + " rests");
            } catch (HapticException e) {
                failed++;
                err.println("lightfoot: " + e.getMessage());
            }
        }
        return failed == 0 ? 0 : 1;
    }
}

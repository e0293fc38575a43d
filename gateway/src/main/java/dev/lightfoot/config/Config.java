package dev.lightfoot.config;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway's configuration, whole and checked. The meaning of each value stands at its key in {@link Keys}. */
public record Config(
        Gateway gateway,
        Bluetooth bluetooth,
        List<Pod> pods,
        FormSettings form,
        Coach coach,
        Haptic haptic,
        Mqtt mqtt,
        History history,
        Web web) {

    public Config {
        pods = List.copyOf(pods);
    }

    public record Gateway(String name) {}

    /**
     * The way to BlueZ.
     *
     * @param bus {@code system} or a D-Bus address
     * @param acquireNotify whether AcquireNotify is tried before StartNotify
     * @param bond whether pods are paired with, where they can
     * @param podsFile where adopted pods are kept
     */
    public record Bluetooth(String bus, String adapter, boolean acquireNotify, boolean bond, Path podsFile) {}

    /**
     * One pod to listen to.
     *
     * @param address upper case
     * @param foot null: the pod says it itself
     */
    public record Pod(String address, @Nullable Foot foot) {}

    /**
     * What the coach knows the runner by; when it speaks is part of the form's settings.
     *
     * @param shoe under which fresh form is kept
     * @param countFromRun number of the run that is the first session
     */
    public record Coach(String shoe, int countFromRun) {}

    /**
     * What makes the runner feel a cue.
     *
     * @param kinds one or more
     * @param pin BCM number
     * @param rightPin of a second motor; -1: none
     * @param band address of a wristband, upper case; null: none
     */
    public record Haptic(
            List<HapticKind> kinds,
            int pin,
            int rightPin,
            boolean activeHigh,
            Pwm pwm,
            Drv2605l drv2605l,
            @Nullable String band) {
        public Haptic {
            kinds = List.copyOf(kinds);
        }
    }

    public enum HapticKind {
        NONE,
        TERMINAL,
        GPIO,
        PWM,
        DRV2605L
    }

    /**
     * Motors on hardware PWM.
     *
     * @param rightChannel of a second motor; -1: none
     */
    public record Pwm(int chip, int channel, int rightChannel, int frequencyHz) {}

    /**
     * A haptic driver chip and its actuator.
     *
     * @param trigger edge, level or rtp
     */
    public record Drv2605l(
            int i2cBus,
            int i2cAddress,
            String trigger,
            int triggerPin,
            boolean lra,
            int ratedMv,
            int overdriveMv,
            int lraHz) {}

    public record Mqtt(
            boolean enabled,
            String url,
            String clientId,
            @Nullable String username,
            @Nullable Path passwordFile,
            @Nullable Path caFile,
            @Nullable Path certificateFile,
            @Nullable Path keyFile,
            boolean commands,
            boolean homeAssistant) {}

    /**
     * How the history is kept.
     *
     * @param raw off, cues or runs
     */
    public record History(
            Path file, int runGapMinutes, int keepStrikesDays, int sizeLimitMb, String raw, int rawLimitMb) {}

    /**
     * The pages' place, and who may see them.
     *
     * @param port 0: any free one
     * @param passwordFile holds the password's hash; no password is set when it is not there
     * @param tokenFile holds a token for programs; null: none
     */
    public record Web(
            boolean enabled,
            String host,
            int port,
            Path passwordFile,
            @Nullable Path tokenFile) {}

    /** Reads a file; what it does not name has its default. */
    public static Config load(Path file) throws ConfigException {
        return Assembly.of(ConfigFile.read(file), Places.beside(file));
    }

    /** The file that is named, else the one the environment names as LIGHTFOOT_CONFIG, else the defaults. */
    public static Config of(@Nullable Path file) throws ConfigException {
        Path named = named(file);
        return named == null ? defaults() : load(named);
    }

    static @Nullable Path named(@Nullable Path file) {
        String environment = System.getenv().getOrDefault("LIGHTFOOT_CONFIG", "");
        return file != null || environment.isEmpty() ? file : Path.of(environment);
    }

    /** What an empty file would say, relative paths starting at the working directory. */
    public static Config defaults() {
        return Assembly.of(new Values(), Places.beside(Path.of("lightfoot.toml")));
    }
}

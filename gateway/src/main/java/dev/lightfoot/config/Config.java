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
     */
    public record Bluetooth(String bus, String adapter, boolean acquireNotify) {}

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
     * @param pin BCM number
     */
    public record Haptic(HapticKind kind, int pin, boolean activeHigh) {}

    public enum HapticKind {
        NONE,
        TERMINAL,
        GPIO
    }

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

    public record History(Path file, int runGapMinutes) {}

    /**
     * The live page's place.
     *
     * @param port 0: any free one
     */
    public record Web(boolean enabled, String host, int port) {}

    /** Reads a file; what it does not name has its default. */
    public static Config load(Path file) throws ConfigException {
        return Assembly.of(ConfigFile.read(file), Places.beside(file));
    }

    /** What an empty file would say, relative paths starting at the working directory. */
    public static Config defaults() {
        return Assembly.of(new Values(), Places.beside(Path.of("lightfoot.toml")));
    }
}

package dev.lightfoot.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration file that is read again while the gateway runs; without a file, the defaults. Thread-safe. */
public final class LiveConfig {
    private final @Nullable Path file;
    private Values values;

    private LiveConfig(@Nullable Path file, Values values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file that {@link Config#of} would. */
    public static LiveConfig open(@Nullable Path file) throws ConfigException {
        Path named = Config.named(file);
        return new LiveConfig(named, named == null ? new Values() : ConfigFile.read(named));
    }

    /** What was read last without a mistake. */
    public synchronized Config config() {
        return Assembly.of(values, Places.beside(file == null ? Path.of("lightfoot.toml") : file));
    }

    /**
     * Reads the file again. With a mistake in it all stays as it was.
     *
     * @return the keys whose values are others now, as {@code section.name}, in the order of the file; {@code pod} for
     *     the pods
     */
    public synchronized List<String> readAgain() throws ConfigException {
        if (file == null) {
            return List.of();
        }
        Values read = ConfigFile.read(file);
        List<String> changed = read.differingFrom(values);
        values = read;
        return changed;
    }
}

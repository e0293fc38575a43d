package dev.lightfoot.config;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code config show}: writes the configuration in force as a documented file, every key with its value. */
public final class ConfigShow {
    /**
     * Writes it.
     *
     * @param file null: the defaults
     * @return exit code: 0 fine, 1 mistakes in the file
     */
    public int run(PrintStream out, PrintStream err, @Nullable Path file) {
        try {
            out.print(text(file));
            return 0;
        } catch (ConfigException e) {
            e.lines().forEach(err::println);
            return 1;
        }
    }

    /** The configuration in force as that file, see {@link Config#of}. */
    public static String text(@Nullable Path file) throws ConfigException {
        Path named = Config.named(file);
        return ConfigText.of(named == null ? new Values() : ConfigFile.read(named));
    }
}

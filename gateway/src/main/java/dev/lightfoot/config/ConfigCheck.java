package dev.lightfoot.config;

import java.io.PrintStream;
import java.nio.file.Path;

/** {@code config check}: says whether a file can be used, or every mistake in it. */
public final class ConfigCheck {
    /**
     * Checks a file.
     *
     * @return exit code: 0 fine, 1 mistakes
     */
    public int run(PrintStream out, PrintStream err, Path file) {
        try {
            Config.load(file);
        } catch (ConfigException e) {
            e.lines().forEach(err::println);
            return 1;
        }
        out.println(file + ": fine");
        return 0;
    }
}

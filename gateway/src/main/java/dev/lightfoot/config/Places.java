package dev.lightfoot.config;

import java.nio.file.Path;
import java.util.Map;

/** Where the paths of a configuration start: its own folder, the home directory, the user's data directory. */
record Places(Path folder, Path home, Path data) {
    private static final String DATA_PREFIX = "$XDG_DATA_HOME/";

    static Places beside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return of(folder == null ? Path.of("/") : folder, Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** The data directory follows the XDG base directory specification: unset, empty or relative means the default. */
    static Places of(Path folder, Path home, Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_DATA_HOME", "");
        return new Places(folder, home, named.startsWith("/") ? Path.of(named) : home.resolve(".local/share"));
    }

    Path resolve(String written) {
        if (written.startsWith(DATA_PREFIX)) {
            return data.resolve(written.substring(DATA_PREFIX.length()));
        }
        return written.startsWith("~/")
                ? home.resolve(written.substring(2))
                : folder.resolve(written).normalize();
    }
}

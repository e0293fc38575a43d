package dev.lightfoot.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run went over. */
public enum Surface {
    GRASS,
    DIRT,
    TRAIL,
    TARMAC,
    TREADMILL;

    /** The surface of this lower-case name; empty when there is none of that name. */
    public static Optional<Surface> named(String name) {
        return Arrays.stream(values())
                .filter(surface -> surface.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** All names, for a message. */
    public static String names() {
        return Arrays.stream(values())
                .map(surface -> surface.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}

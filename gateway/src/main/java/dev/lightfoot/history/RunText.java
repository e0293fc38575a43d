package dev.lightfoot.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How times, spans and shares read in a terminal. */
final class RunText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private RunText() {}

    static String localTime(long epochUs, ZoneId zone) {
        return LOCAL.withZone(zone).format(RunJson.instant(epochUs));
    }

    /** As h:mm:ss, or m:ss below an hour. */
    static String span(long us) {
        long seconds = Math.max(0, us) / 1_000_000;
        long hours = seconds / 3_600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }
}

package dev.lightfoot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The mistakes of one file, a line each. Not thread-safe. */
final class Mistakes {
    private static final int MOST_LETTERS = 60;

    private final Path file;
    private final List<Mistake> found = new ArrayList<>();

    private record Mistake(int line, String text) {}

    Mistakes(Path file) {
        this.file = file;
    }

    /** @param line 1 is the first; 0 when it is not known */
    void add(int line, String text) {
        found.add(new Mistake(line, text));
    }

    void syntax(TomlParseError error) {
        String message = String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
        add(error.position().line(), "column " + error.position().column() + ": not TOML: " + message);
    }

    void unknown(int line, String what, String name, Collection<String> known) {
        String mend = Nearest.to(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("known are " + String.join(", ", known));
        add(line, "unknown " + what + " " + name + ": " + mend);
    }

    void notAllowed(int line, Key<?> key, Object value) {
        add(line, key.path() + " = " + written(value) + " is not allowed: " + key.allowed());
    }

    void throwIfAny() throws ConfigException {
        if (!found.isEmpty()) {
            throw new ConfigException(found.stream()
                    .sorted(Comparator.comparingInt(Mistake::line))
                    .map(mistake -> file + (mistake.line == 0 ? "" : ":" + mistake.line) + ": " + mistake.text)
                    .toList());
        }
    }

    static int lineOf(TomlTable table, String key) {
        return line(table.inputPositionOf(List.of(key)));
    }

    static int line(@Nullable TomlPosition position) {
        return position == null ? 0 : position.line();
    }

    /** A value as it stands in the file, shortened when long. */
    static String written(Object value) {
        String text = switch (value) {
            case String string -> Rule.Text.quoted(string);
            case TomlTable table -> "a section with " + String.join(", ", table.keySet());
            case TomlArray array -> "a list of " + array.size();
            default -> value.toString();
        };
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "...";
    }
}

package dev.lightfoot.config;

import java.util.List;

/** The configuration cannot be used; carries every mistake, one line each. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> lines;

    public ConfigException(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
        this.lines = List.copyOf(lines);
    }

    /** One line a mistake, in the order of the file: file, line, key, value and what is allowed. */
    public List<String> lines() {
        return lines;
    }
}

package dev.lightfoot.config;

/**
 * One key of the configuration file.
 *
 * @param section the table it stands in
 * @param name lower-case with dashes
 * @param fallback the value when the file does not name it
 * @param meaning one sentence for people
 */
record Key<T>(String section, String name, T fallback, Rule<T> rule, String meaning) {
    /** The key as people and error lines write it. */
    String path() {
        return section + "." + name;
    }

    String writtenFallback() {
        return rule.write(fallback);
    }

    String allowed() {
        return rule.allowed();
    }
}

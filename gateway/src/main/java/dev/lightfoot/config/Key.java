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

    /** A key that holds a number in [least, most]; its fallback keeps the decimals it was written with. */
    static Key<Double> decimal(String section, String name, float fallback, double least, double most, String meaning) {
        double exact = Double.parseDouble(Float.toString(fallback));
        return new Key<>(section, name, exact, new Rule.Decimal(least, most), meaning);
    }

    String writtenFallback() {
        return rule.write(fallback);
    }

    String allowed() {
        return rule.allowed();
    }
}

package dev.lightfoot.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a key may hold.
 *
 * @param <T> the Java type of the value
 */
sealed interface Rule<T> {
    /** What is allowed, for people. */
    String allowed();

    /** The value in its Java type, null when it is not allowed. */
    @Nullable
    T read(Object value);

    /** The value as TOML. */
    default String write(T value) {
        return String.valueOf(value);
    }

    /** A string that matches a pattern as a whole. */
    record Text(Pattern pattern, String allowed) implements Rule<String> {
        static Text of(String pattern, String allowed) {
            return new Text(Pattern.compile(pattern), allowed);
        }

        static Text oneOf(String... words) {
            String quoted =
                    String.join(" or ", Arrays.stream(words).map(Text::quoted).toList());
            return of(String.join("|", words), quoted);
        }

        /** A path of leastLength or more characters. */
        static Text path(int leastLength) {
            return of(
                    "\\P{Cntrl}{" + leastLength + ",1024}",
                    "a path; ~/ is the home directory, $XDG_DATA_HOME/ the user's data directory,"
                            + " a relative one starts at this file");
        }

        @Override
        public @Nullable String read(Object value) {
            return value instanceof String text && pattern.matcher(text).matches() ? text : null;
        }

        @Override
        public String write(String value) {
            return quoted(value);
        }

        static String quoted(String text) {
            StringBuilder written = new StringBuilder(text.length() + 2).append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    written.append('\\').append(c);
                } else if (Character.isISOControl(c)) {
                    written.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                } else {
                    written.append(c);
                }
            }
            return written.append('"').toString();
        }
    }

    /** A whole number in [least, most]. */
    record Whole(int least, int most) implements Rule<Integer> {
        @Override
        public String allowed() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public @Nullable Integer read(Object value) {
            return value instanceof Long number && number >= least && number <= most ? number.intValue() : null;
        }
    }

    /** A number in [least, most]. */
    record Decimal(double least, double most) implements Rule<Double> {
        @Override
        public String allowed() {
            return "a number from " + least + " to " + most;
        }

        @Override
        public @Nullable Double read(Object value) {
            double number = switch (value) {
                case Long whole -> whole;
                case Double broken -> broken;
                default -> Double.NaN;
            };
            return number >= least && number <= most ? number : null;
        }
    }

    /** True or false. */
    record Flag() implements Rule<Boolean> {
        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public @Nullable Boolean read(Object value) {
            return value instanceof Boolean flag ? flag : null;
        }
    }
}

package dev.lightfoot.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.mqtt.CommandDesk.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for over MQTT: {@code {"transaction": "...", "command": "...", "arguments": {...}}}. Immutable.
 *
 * @param transaction the asker's own mark, 1 to 64 letters, digits, dots, dashes and underscores; given back in the response
 * @param arguments names with strings, whole numbers ({@link Long}) or truth values
 */
public record Request(String transaction, String command, Map<String, Object> arguments) {
    /** Bytes of the longest request. */
    static final int LONGEST = 4_096;

    private static final Pattern TRANSACTION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> FIELDS = Set.of("transaction", "command", "arguments");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    public Request {
        arguments = Map.copyOf(arguments);
    }

    static Request parse(String text) throws UnreadableException {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> arguments = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException(null, "the request is no JSON object");
            }
            read(json, fields, arguments);
            if (json.nextToken() != null) {
                throw new UnreadableException(transaction(fields), "something follows the request's object");
            }
        } catch (IOException e) {
            throw new UnreadableException(transaction(fields), "the request is no JSON that can be read: " + brief(e));
        }
        String transaction = transaction(fields);
        if (transaction == null) {
            throw new UnreadableException(
                    null, "\"transaction\" is missing or not 1 to 64 letters, digits, dots, dashes and underscores");
        }
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new UnreadableException(
                    transaction, "unknown " + unknown + ": a request has transaction, command and arguments");
        }
        if (!(fields.get("command") instanceof String command)) {
            throw new UnreadableException(transaction, "\"command\" is missing or no string");
        }
        return new Request(transaction, command, arguments);
    }

    private static void read(JsonParser json, Map<String, Object> fields, Map<String, Object> arguments)
            throws IOException, UnreadableException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT && name.equals("arguments")) {
                fields.put(name, arguments);
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String argument = json.currentName();
                    json.nextToken();
                    arguments.put(argument, value(json, argument, fields));
                }
            } else if (name.equals("arguments")) {
                throw new UnreadableException(transaction(fields), "\"arguments\" is no object");
            } else {
                fields.put(name, value(json, name, fields));
            }
        }
    }

    private static Object value(JsonParser json, String name, Map<String, Object> fields)
            throws IOException, UnreadableException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default ->
                throw new UnreadableException(
                        transaction(fields), "\"" + name + "\" is neither a string, a whole number, true nor false");
        };
    }

    private static @Nullable String transaction(Map<String, Object> fields) {
        return fields.get("transaction") instanceof String given
                        && TRANSACTION.matcher(given).matches()
                ? given
                : null;
    }

    private static String brief(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }

    /** An argument's string, or what to take without it. */
    public String text(String name, String fallback) throws RefusedException {
        return argument(name, String.class, "a string", fallback);
    }

    /** An argument's whole number, or what to take without it. */
    public long number(String name, long least, long most, long fallback) throws RefusedException {
        long number = argument(name, Long.class, "a whole number", fallback);
        if (number < least || number > most) {
            throw new RefusedException(
                    "argument " + name + " = " + number + " is not allowed: " + least + " to " + most);
        }
        return number;
    }

    /** One of an enum's words, lower case, or what to take without it. */
    public <E extends Enum<E>> E word(String name, E fallback) throws RefusedException {
        String given = text(name, EventJson.name(fallback));
        E[] words = fallback.getDeclaringClass().getEnumConstants();
        for (E word : words) {
            if (EventJson.name(word).equals(given)) {
                return word;
            }
        }
        throw new RefusedException("argument " + name + " = " + given + " is not allowed: "
                + Stream.of(words).map(EventJson::name).collect(Collectors.joining(", ")));
    }

    private <T> T argument(String name, Class<T> type, String allowed, T fallback) throws RefusedException {
        Object given = arguments.getOrDefault(name, fallback);
        if (!type.isInstance(given)) {
            throw new RefusedException("argument " + name + " = " + given + " is not allowed: " + allowed);
        }
        return type.cast(given);
    }

    /** Refuses arguments that a command does not know. */
    public void allow(String... names) throws RefusedException {
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new RefusedException("command " + command + " has no argument " + String.join(", ", unknown)
                    + (names.length == 0 ? ": it has none" : ": it has " + String.join(", ", names)));
        }
    }

    /** What makes a payload no request; the transaction when it could be read. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final @Nullable String transaction;

        UnreadableException(@Nullable String transaction, String reason) {
            super(reason);
            this.transaction = transaction;
        }

        @Nullable
        String transaction() {
            return transaction;
        }
    }
}

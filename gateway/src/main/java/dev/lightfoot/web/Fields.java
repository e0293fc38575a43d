package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a request's body: one flat JSON object of texts, whole numbers and lists of numbers. Immutable once read. */
final class Fields {
    static final int MOST_BYTES = 16 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> nulls = new java.util.HashSet<>();

    private Fields() {}

    /** Reads it whole; refuses what is too long, no JSON, or not among the names. */
    static Fields read(InputStream body, String... names) throws IOException, RefusalException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new RefusalException(413, "the body is longer than " + MOST_BYTES + " bytes");
        }
        Fields fields = new Fields();
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new RefusalException(400, "the body must be a JSON object such as {}");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!Set.of(names).contains(name)) {
                    throw new RefusalException(
                            400,
                            "unknown field \"" + start(name) + "\": "
                                    + (names.length == 0
                                            ? "there are none here"
                                            : "there are " + String.join(", ", names)));
                }
                fields.take(name, json);
            }
            if (json.nextToken() != null) {
                throw new RefusalException(400, "the body goes on after its JSON object");
            }
        } catch (JsonProcessingException e) {
            throw new RefusalException(400, "the body is no JSON: " + e.getOriginalMessage());
        }
        return fields;
    }

    private void take(String name, JsonParser json) throws IOException, RefusalException {
        switch (json.nextToken()) {
            case VALUE_NULL -> nulls.add(name);
            case VALUE_STRING -> values.put(name, json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.put(name, json.getDoubleValue());
            case START_ARRAY -> values.put(name, numbers(name, json));
            default -> throw new RefusalException(400, name + " must be a text, a number or null");
        }
    }

    private static List<Double> numbers(String name, JsonParser json) throws IOException, RefusalException {
        List<Double> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!json.currentToken().isNumeric()) {
                throw new RefusalException(400, name + " must hold numbers only");
            }
            numbers.add(json.getDoubleValue());
        }
        return numbers;
    }

    /** Whether the field is there, also as null. */
    boolean names(String name) {
        return values.containsKey(name) || nulls.contains(name);
    }

    /** A text; null when it is null or not there. */
    @Nullable
    String text(String name) throws RefusalException {
        return switch (values.get(name)) {
            case null -> null;
            case String text -> text;
            default -> throw new RefusalException(400, name + " must be a text");
        };
    }

    /** One of these words; null when it is null or not there. */
    @Nullable
    String word(String name, List<String> words) throws RefusalException {
        String said = text(name);
        if (said != null && !words.contains(said)) {
            throw new RefusalException(
                    400, name + " \"" + start(said) + "\" must be one of " + String.join(", ", words));
        }
        return said;
    }

    /** A whole number in [least, most]; null when it is null or not there. */
    @Nullable
    Integer whole(String name, int least, int most) throws RefusalException {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Double number && number >= least && number <= most && number == Math.rint(number)) {
            return number.intValue();
        }
        String said = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : start(value.toString());
        throw new RefusalException(400, name + " " + said + " must be a whole number, " + least + " to " + most);
    }

    /** A list of finite numbers; empty when it is null or not there. */
    List<Double> numbers(String name, int most) throws RefusalException {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.size() <= most) {
            List<Double> numbers = new ArrayList<>();
            for (Object each : list) {
                if (each instanceof Double number && Double.isFinite(number)) {
                    numbers.add(number);
                }
            }
            if (numbers.size() == list.size()) {
                return numbers;
            }
        }
        throw new RefusalException(400, name + " must be a list of at most " + most + " finite numbers");
    }

    private static String start(String said) {
        String line = said.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}

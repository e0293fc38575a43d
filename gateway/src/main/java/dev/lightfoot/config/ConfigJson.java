package dev.lightfoot.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A configuration in force as JSON, names in lower_snake, without what names a secret or leads to one. */
public final class ConfigJson {
    private static final Pattern SECRET = Pattern.compile("user|password|secret|token|key", Pattern.CASE_INSENSITIVE);

    private ConfigJson() {}

    /** Writes the sections into an object that is open. */
    public static void writeFields(JsonGenerator json, Config config) throws IOException {
        writeComponents(json, config);
    }

    private static void writeComponents(JsonGenerator json, Record part) throws IOException {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (!SECRET.matcher(component.getName()).find()) {
                json.writeFieldName(snake(component.getName()));
                write(json, value(part, component));
            }
        }
    }

    private static @Nullable Object value(Record part, RecordComponent component) throws IOException {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the configuration has a " + component.getName() + " that cannot be read", e);
        }
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Record part -> {
                json.writeStartObject();
                writeComponents(json, part);
                json.writeEndObject();
            }
            case List<?> parts -> {
                json.writeStartArray();
                for (Object part : parts) {
                    write(json, part);
                }
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Number number -> json.writeNumber(new BigDecimal(number.toString()));
            case Enum<?> word -> json.writeString(word.name().toLowerCase(Locale.ROOT));
            default -> json.writeString(value.toString());
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

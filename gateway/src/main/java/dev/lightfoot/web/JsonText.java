package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes JSON objects as text; what is not known is null. Thread-safe. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final float[] POWERS = {1, 10, 100, 1_000};

    private JsonText() {}

    /** Writes the fields of an object. */
    interface FieldsOf {
        void write(JsonGenerator json) throws IOException;
    }

    static String object(FieldsOf fields) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String error(String message) {
        return object(json -> json.writeStringField("error", message));
    }

    static void number(JsonGenerator json, String name, @Nullable Number value, int decimals) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(
                    name, BigDecimal.valueOf(value.doubleValue()).setScale(decimals, RoundingMode.HALF_EVEN));
        }
    }

    static void whole(JsonGenerator json, String name, @Nullable Number value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value.longValue());
        }
    }

    /** Microseconds as seconds. */
    static void seconds(JsonGenerator json, String name, @Nullable Number us) throws IOException {
        number(json, name, us == null ? null : us.doubleValue() / 1e6, 1);
    }

    /** An element of a column; quicker than {@link #number}, for columns are long. */
    static void element(JsonGenerator json, @Nullable Float value, int decimals) throws IOException {
        if (value == null || !Float.isFinite(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Math.round(value * POWERS[decimals]) / POWERS[decimals]);
        }
    }
}

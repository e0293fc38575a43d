package dev.lightfoot.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published JSON Schemas, by topic below lightfoot/GATEWAY/. */
final class Schemas {
    static final Path FOLDER = Path.of("mqtt");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    /** What is wrong with a message by the schema of its topic. */
    static List<String> mistakes(String topic, JsonNode body) {
        return READ.computeIfAbsent(name(topic), Schemas::read).validate(body).stream()
                .map(Error::getMessage)
                .map(mistake -> topic + ": " + mistake + " in " + body)
                .toList();
    }

    private static String name(String topic) {
        return topic.startsWith("pod/") ? "pod" : topic.equals("form/change") ? "form" : topic.replace('/', '-');
    }

    private static Schema read(String name) {
        try {
            return REGISTRY.getSchema(Files.readString(FOLDER.resolve(name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

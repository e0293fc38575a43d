package dev.lightfoot.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The contract gateway/web/openapi.yaml, as tests ask it. */
final class OpenApi {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final YAMLMapper yaml = new YAMLMapper();
    private final JsonNode document;

    private OpenApi() throws IOException {
        document = yaml.readTree(Path.of("web", "openapi.yaml").toFile());
    }

    static OpenApi read() throws IOException {
        return new OpenApi();
    }

    /** Such as "GET /api/runs/{id}". */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** What is wrong with the JSON of an answer; a status that is not documented by itself is a refusal. */
    List<String> mistakes(String operation, int status, String body) throws IOException {
        String[] named = operation.split(" ", 2);
        JsonNode responses = document.path("paths")
                .path(named[1])
                .path(named[0].toLowerCase(java.util.Locale.ROOT))
                .path("responses");
        JsonNode schema = responses
                .path(Integer.toString(status))
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            if (status < 400) {
                return List.of(operation + " answers " + status + ", which is not documented");
            }
            schema = document.path("components").path("schemas").path("Error");
        }
        ObjectNode root = yaml.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return REGISTRY.getSchema(root).validate(yaml.readTree(body)).stream()
                .map(Error::toString)
                .map(mistake -> operation + " " + status + ": " + mistake + " in " + body)
                .toList();
    }
}

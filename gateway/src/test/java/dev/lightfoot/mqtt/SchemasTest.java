package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AsyncAPI page names every schema; the schemas refuse what is wrong. Subscriber checks all that is really sent. */
final class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode asyncApi() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Schemas.FOLDER.resolve("asyncapi.yaml").toFile());
    }

    @Test
    void theAsyncApiPageNamesEverySchemaAndNoOther() throws IOException {
        Set<String> named = new TreeSet<>();
        asyncApi()
                .findValues("schema")
                .forEach(schema -> named.add(schema.get("$ref").asText().substring("./".length())));
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(Schemas.FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .forEach(there::add);
        }
        assertThat(named).isEqualTo(there).hasSize(11);
    }

    @Test
    void everyChannelHasAnOperationAndAnAddressBelowTheBase() throws IOException {
        JsonNode page = asyncApi();
        assertThat(page.get("asyncapi").asText()).isEqualTo("3.0.0");
        Set<String> used = new HashSet<>();
        page.get("operations")
                .forEach(operation ->
                        used.add(operation.at("/channel/$ref").asText().substring("#/channels/".length())));
        Set<String> channels = new HashSet<>();
        page.get("channels").fieldNames().forEachRemaining(channels::add);
        assertThat(used).isEqualTo(channels).hasSize(12);
        page.get("channels")
                .forEach(channel -> assertThat(channel.get("address").asText()).startsWith("lightfoot/{gateway}/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status|{'schema':1,'id':5,'time':'2026-11-23T10:00:00.000Z','status':'online'}|true",
                "status|{'schema':1,'id':5,'time':'2026-11-23T10:00:00.000Z','status':'away'}|false",
                "status|{'schema':2,'id':5,'time':'2026-11-23T10:00:00.000Z','status':'online'}|false",
                "status|{'schema':1,'id':5,'time':'2026-11-23T10:00:00Z','status':'online'}|false",
                "status|{'schema':1,'id':5,'time':'2026-11-23T10:00:00.000Z','status':'online','more':1}|false",
                "run|{'schema':1,'id':5,'time':'2026-11-23T10:00:00.000Z','state':'none'}|true",
                "run|{'schema':1,'id':5,'time':'2026-11-23T10:00:00.000Z','state':'running'}|false",
                "command/request|{'transaction':'a','command':'ping'}|true",
                "command/request|{'transaction':'a b','command':'ping'}|false",
            })
    void aMessageIsJudgedByItsTopic(String topic, String body, boolean right) throws IOException {
        assertThat(Schemas.mistakes(topic, JSON.readTree(body.replace('\'', '"')))
                        .isEmpty())
                .isEqualTo(right);
    }
}

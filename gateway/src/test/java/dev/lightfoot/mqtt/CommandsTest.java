package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightfoot.mqtt.Commands.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(
            (request, result) -> {
                if (request.command().equals("fail")) {
                    throw new IllegalStateException("a bug");
                }
                if (request.command().equals("refuse")) {
                    throw new CommandDesk.RefusedException("not now");
                }
                done.add(request.transaction());
                result.writeNumberField("answer", 42);
            },
            new Payload(InstantSource.system()));

    private JsonNode ask(String transaction, String command, long nowNs) throws IOException {
        String text = "{\"transaction\":\"" + transaction + "\",\"command\":\"" + command + "\"}";
        return JSON.readTree(commands.respond(Arrival.of(text.getBytes(StandardCharsets.UTF_8), false), nowNs));
    }

    @Test
    void aResponseEchoesTheTransactionAndHoldsTheResult() throws IOException {
        JsonNode response = ask("t-1", "count", 0);
        assertThat(response.get("transaction").asText()).isEqualTo("t-1");
        assertThat(response.get("command").asText()).isEqualTo("count");
        assertThat(response.get("status").asText()).isEqualTo("ok");
        assertThat(response.at("/result/answer").asInt()).isEqualTo(42);
        assertThat(response.get("schema").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedOrFailsGetsAnErrorAndNoResult() throws IOException {
        JsonNode refused = ask("t-1", "refuse", 0);
        assertThat(refused.get("status").asText()).isEqualTo("error");
        assertThat(refused.get("error").asText()).isEqualTo("not now");
        assertThat(refused.has("result")).isFalse();
        JsonNode failed = ask("t-2", "fail", 0);
        assertThat(failed.get("error").asText()).contains("log").doesNotContain("bug");
    }

    @Test
    void aTransactionIsDoneOnce() throws IOException {
        ask("t-1", "count", 0);
        JsonNode again = ask("t-1", "count", SECOND_NS);
        assertThat(again.get("error").asText()).contains("answered before");
        assertThat(done).containsExactly("t-1");
    }

    @Test
    void aThousandInASecondAreNotDone() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            JsonNode response = ask("t-" + i, "count", i * 1_000_000L);
            assertThat(response.get("transaction").asText()).isEqualTo("t-" + i);
        }
        assertThat(done).hasSizeBetween(CommandGate.BURST, CommandGate.BURST + 2);
        assertThat(ask("later", "count", 10 * SECOND_NS).get("status").asText()).isEqualTo("ok");
        assertThat(JSON.readTree(commands.overrun(968)).get("error").asText()).contains("968 requests");
    }

    @Test
    void whatIsRetainedOrTooLongIsNotDone() throws IOException {
        byte[] text = "{\"transaction\":\"t\",\"command\":\"count\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(JSON.readTree(commands.respond(Arrival.of(text, true), 0))
                        .get("error")
                        .asText())
                .contains("retained");
        Arrival huge = Arrival.of(new byte[10_000_000], false);
        assertThat(huge.text()).isEmpty();
        assertThat(JSON.readTree(commands.respond(huge, 0)).get("error").asText())
                .contains("10000000 bytes");
        assertThat(done).isEmpty();
    }
}

package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lightfoot.mqtt.CommandDesk.RefusedException;
import dev.lightfoot.mqtt.Request.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestTest {
    private static final String GOOD =
            "{\"transaction\":\"t-1\",\"command\":\"history\",\"arguments\":{\"limit\":5,\"all\":true,\"shoe\":\"red\"}}";

    @Test
    void aRequestHasTransactionCommandAndArguments() throws Exception {
        assertThat(Request.parse(GOOD))
                .isEqualTo(new Request("t-1", "history", Map.of("limit", 5L, "all", true, "shoe", "red")));
        assertThat(Request.parse("{\"command\":\"ping\",\"transaction\":\"a\"}").arguments())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"transaction\":\"a\",\"command\":7}|a|\"command\" is missing or no string",
                "{\"transaction\":\"a\"}|a|\"command\" is missing",
                "{\"command\":\"ping\"}||\"transaction\" is missing",
                "{\"transaction\":\"a b\",\"command\":\"ping\"}||\"transaction\" is missing or not",
                "{\"transaction\":\"a\",\"command\":\"ping\",\"more\":1}|a|unknown [more]",
                "{\"transaction\":\"a\",\"command\":\"ping\",\"arguments\":3}|a|\"arguments\" is no object",
                "{\"transaction\":\"a\",\"command\":\"ping\",\"arguments\":{\"x\":[1]}}|a|\"x\" is neither",
                "{\"transaction\":\"a\",\"command\":\"ping\",\"arguments\":{\"x\":1.5}}|a|\"x\" is neither",
                "{\"transaction\":\"a\",\"command\":\"ping\",\"arguments\":{\"x\":1,\"x\":2}}|a|Duplicate field",
                "{\"transaction\":\"a\",\"command\":\"ping\"} {}|a|something follows",
                "{\"transaction\":\"a\",\"command\":\"pi|a|no JSON",
                "[]||no JSON object",
                "``||no JSON object",
                "nonsense||no JSON",
            })
    void whatIsWrongIsNamedAndTheTransactionGivenBack(String json, @Nullable String transaction, String reason) {
        assertThatThrownBy(() -> Request.parse(json))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> assertThat(e.transaction()).isEqualTo(transaction))
                .hasMessageContaining(reason);
    }

    @Test
    void brokenBytesAreUnreadableAndNothingElse() {
        Random random = new Random(6);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 50_000; i++) {
            byte[] broken = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> Request.parse(new String(broken, StandardCharsets.UTF_8)));
            assertThat(thrown == null || thrown instanceof UnreadableException)
                    .as(new String(broken, StandardCharsets.ISO_8859_1) + ": " + thrown)
                    .isTrue();
        }
    }

    @Test
    void argumentsAreCheckedByNameTypeAndRange() throws Exception {
        Request request = Request.parse(GOOD);
        assertThat(request.number("limit", 1, 10, 3)).isEqualTo(5);
        assertThat(request.number("other", 1, 10, 3)).isEqualTo(3);
        assertThat(request.text("shoe", "none")).isEqualTo("red");
        assertThatThrownBy(() -> request.number("limit", 1, 4, 3))
                .isInstanceOf(RefusedException.class)
                .hasMessage("argument limit = 5 is not allowed: 1 to 4");
        assertThatThrownBy(() -> request.number("shoe", 1, 4, 3)).hasMessageContaining("a whole number");
        assertThatThrownBy(() -> request.allow("limit", "all")).hasMessageContaining("no argument shoe");
        assertThatCode(() -> request.allow("limit", "all", "shoe")).doesNotThrowAnyException();
    }
}

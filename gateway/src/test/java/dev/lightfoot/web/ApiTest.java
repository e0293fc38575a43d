package dev.lightfoot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP API over a simulated season of three runs: each documented operation, asked well and badly, by the schemas of openapi.yaml. */
@Timeout(180)
class ApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static @Nullable ServedHistory served;
    private static @Nullable OpenApi contract;

    /**
     * One request and the status it is answered with.
     *
     * @param body empty: none
     */
    private record Asked(String operation, String path, String body, int status) {
        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }
    }

    /** In this order: what is deleted is not asked for later. */
    private static final List<Asked> WELL = List.of(
            new Asked("GET /api/runs", "/api/runs", "", 200),
            new Asked("GET /api/runs", "/api/runs?limit=1&offset=1", "", 200),
            new Asked("GET /api/runs/{id}", "/api/runs/1", "", 200),
            new Asked("GET /api/runs/{id}/series", "/api/runs/1/series?points=50", "", 200),
            new Asked("GET /api/runs/{id}/series", "/api/runs/1/series?from_us=1&to_us=2", "", 200),
            new Asked("GET /api/runs/{id}/export", "/api/runs/1/export?format=csv", "", 200),
            new Asked("GET /api/runs/{id}/export", "/api/runs/1/export?format=fit", "", 200),
            new Asked("GET /api/runs/{id}/export", "/api/runs/1/export?format=json", "", 200),
            new Asked("GET /api/export", "/api/export?format=csv", "", 200),
            new Asked("GET /api/trends", "/api/trends?zone=Europe/Vienna", "", 200),
            new Asked(
                    "PATCH /api/runs/{id}",
                    "/api/runs/2",
                    "{\"surface\":\"trail\",\"perceived_effort\":7,\"shoe\":null}",
                    200),
            new Asked("DELETE /api/runs/{id}", "/api/runs/2", "", 204),
            new Asked("GET /api/pods", "/api/pods", "", 200),
            new Asked(
                    "POST /api/pods/{address}",
                    "/api/pods/" + HandMadeRadio.SPARE,
                    "{\"foot\":\"left\",\"mount\":[1.5]}",
                    200),
            new Asked("DELETE /api/pods/{address}", "/api/pods/" + HandMadeRadio.SPARE, "", 204),
            new Asked("POST /api/adoption", "/api/adoption", "{\"seconds\":5}", 200),
            new Asked("POST /api/mute", "/api/mute", "{}", 200),
            new Asked("POST /api/unmute", "/api/unmute", "{}", 200),
            new Asked("POST /api/calibrate", "/api/calibrate", "{}", 200),
            new Asked("POST /api/haptic-test", "/api/haptic-test", "{\"cue\":\"nudge\",\"foot\":\"left\"}", 200),
            new Asked("GET /api/schedule", "/api/schedule", "", 200),
            new Asked("PUT /api/schedule", "/api/schedule", "{\"schedule\":\"faded\"}", 200),
            new Asked("POST /api/logout", "/api/logout", "{}", 200),
            new Asked("GET /api/session", "/api/session", "", 200),
            new Asked("GET /api/status", "/api/status", "", 200),
            new Asked("GET /metrics", "/metrics", "", 200),
            new Asked("GET /health", "/health", "", 200));

    private static final List<Asked> BADLY = List.of(
            new Asked("GET /api/runs", "/api/runs?limit=0", "", 400),
            new Asked("GET /api/runs", "/api/runs?limit=x", "", 400),
            new Asked("GET /api/runs", "/api/runs?limit=5&limit=6", "", 400),
            new Asked("GET /api/runs", "/api/runs?offset=-1", "", 400),
            new Asked("GET /api/runs", "/api/runs?page=1", "", 400),
            new Asked("GET /api/runs", "/api/runs?limit=%25zz", "", 400),
            new Asked("GET /api/runs/{id}", "/api/runs/999", "", 404),
            new Asked("GET /api/runs/{id}", "/api/runs/-1", "", 400),
            new Asked("GET /api/runs/{id}", "/api/runs/one", "", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/999", "{}", 404),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "{\"surface\":\"moon\"}", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "{\"perceived_effort\":11}", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "{\"perceived_effort\":\"much\"}", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "{\"pace\":5}", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "{\"note\":", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "[]", 400),
            new Asked("PATCH /api/runs/{id}", "/api/runs/1", "{\"note\":\"" + "x".repeat(17_000) + "\"}", 413),
            new Asked("DELETE /api/runs/{id}", "/api/runs/999", "", 404),
            new Asked("GET /api/runs/{id}/series", "/api/runs/1/series?points=5001", "", 400),
            new Asked("GET /api/runs/{id}/series", "/api/runs/1/series?from_us=5", "", 400),
            new Asked("GET /api/runs/{id}/series", "/api/runs/1/series?from_us=5&to_us=5", "", 400),
            new Asked("GET /api/runs/{id}/series", "/api/runs/999/series", "", 404),
            new Asked("GET /api/runs/{id}/export", "/api/runs/1/export", "", 400),
            new Asked("GET /api/runs/{id}/export", "/api/runs/1/export?format=gpx", "", 400),
            new Asked("GET /api/runs/{id}/export", "/api/runs/999/export?format=csv", "", 404),
            new Asked("GET /api/export", "/api/export?format=zip", "", 400),
            new Asked("GET /api/trends", "/api/trends?zone=Mars/Olympus", "", 400),
            new Asked("GET /api/pods", "/api/pods?x=1", "", 400),
            new Asked("POST /api/pods/{address}", "/api/pods/nobody", "{}", 400),
            new Asked("POST /api/pods/{address}", "/api/pods/" + HandMadeRadio.PASSING, "{}", 409),
            new Asked("POST /api/pods/{address}", "/api/pods/" + HandMadeRadio.SPARE, "{\"foot\":\"third\"}", 400),
            new Asked("POST /api/pods/{address}", "/api/pods/" + HandMadeRadio.SPARE, "{\"mount\":[\"a\"]}", 400),
            new Asked("DELETE /api/pods/{address}", "/api/pods/" + HandMadeRadio.SPARE, "", 404),
            new Asked("DELETE /api/pods/{address}", "/api/pods/" + HandMadeRadio.CONFIGURED, "", 409),
            new Asked("POST /api/adoption", "/api/adoption", "{\"seconds\":601}", 400),
            new Asked("POST /api/adoption", "/api/adoption", "{\"seconds\":1.5}", 400),
            new Asked("POST /api/mute", "/api/mute", "{\"muted\":true}", 400),
            new Asked("POST /api/unmute", "/api/unmute", "null", 400),
            new Asked("POST /api/calibrate", "/api/calibrate", "{\"foot\":\"left\"}", 400),
            new Asked("POST /api/haptic-test", "/api/haptic-test", "{}", 400),
            new Asked("POST /api/haptic-test", "/api/haptic-test", "{\"cue\":\"bang\"}", 400),
            new Asked("POST /api/haptic-test", "/api/haptic-test", "{\"cue\":\"nudge\",\"foot\":\"right\"}", 409),
            new Asked("GET /api/schedule", "/api/schedule?now=1", "", 400),
            new Asked("PUT /api/schedule", "/api/schedule", "{\"schedule\":\"always\"}", 400),
            new Asked("PUT /api/schedule", "/api/schedule", "{}", 400),
            new Asked("POST /api/login", "/api/login", "{\"password\":\"whatever\"}", 409),
            new Asked("POST /api/login", "/api/login", "{}", 400),
            new Asked("POST /api/logout", "/api/logout", "{\"x\":1}", 400),
            new Asked("GET /api/session", "/api/session?x=1", "", 400),
            new Asked("GET /api/status", "/api/status?x=1", "", 400),
            new Asked("GET /api/live", "/api/live?x=1", "", 400),
            new Asked("GET /metrics", "/metrics?x=1", "", 400),
            new Asked("GET /health", "/health?x=1", "", 400),
            new Asked("GET /health", "/health/live", "", 404),
            new Asked("GET /metrics", "/metrics/", "", 404),
            new Asked("POST /metrics", "/metrics", "{}", 405),
            new Asked("PUT /api/runs", "/api/runs", "{}", 405),
            new Asked("GET /api/nothing", "/api/nothing", "", 404));

    @BeforeAll
    static void seed(@TempDir Path folder) throws Exception {
        Path history = folder.resolve("history.db");
        SampleSeason.seed(history, 3, 600, Instant.parse("2026-11-21T06:30:00Z"));
        served = ServedHistory.over(history);
        contract = OpenApi.read();
    }

    @AfterAll
    static void close() {
        if (served != null) {
            served.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> askedWell() {
        return WELL.stream().map(ApiTest::test);
    }

    @TestFactory
    Stream<DynamicTest> askedBadly() {
        return BADLY.stream().map(ApiTest::test);
    }

    /** The stream has its tests with the live page, a right login with the guarded API. */
    @Test
    void everyDocumentedOperationIsAskedWellAndBadly() {
        Set<String> well = new TreeSet<>(Set.of("GET /api/live", "POST /api/login"));
        WELL.forEach(asked -> well.add(asked.operation()));
        Set<String> badly = new TreeSet<>();
        BADLY.forEach(asked -> badly.add(asked.operation()));

        assertThat(well).isEqualTo(contract().operations());
        assertThat(badly).containsAll(contract().operations());
    }

    /** What failed inside stands in the log, not in the answer. */
    @Test
    void aFaultInsideIsOneClearErrorAndHurtsNobodyElse() throws Exception {
        served().metrics(() -> {
            throw new IllegalStateException("the inside of the gateway");
        });
        HttpResponse<String> answer = send(new Asked("GET /metrics", "/metrics", "", 500));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).isEqualTo("{\"error\":\"the gateway failed at this: see its log\"}");
        served().metrics(() -> new PlainText(200, "text/plain", "well again\n"));
        assertThat(send(new Asked("GET /metrics", "/metrics", "", 200)).body()).isEqualTo("well again\n");
    }

    private static DynamicTest test(Asked asked) {
        String shown = asked.body().length() > 60 ? asked.body().length() + " characters" : asked.body();
        return DynamicTest.dynamicTest(asked.method() + " " + asked.path() + " " + shown, () -> {
            HttpResponse<String> answer = send(asked);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(asked.status());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            if (asked.status() >= 400
                    || (type.startsWith("application/json") && !asked.path().contains("/export"))) {
                assertThat(contract().mistakes(asked.operation(), answer.statusCode(), answer.body()))
                        .isEmpty();
            } else {
                assertThat(answer.body().isEmpty()).isEqualTo(asked.status() == 204);
            }
        });
    }

    private static HttpResponse<String> send(Asked asked) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(served().at(asked.path()));
        if (asked.body().isEmpty()) {
            request.method(asked.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(asked.method(), HttpRequest.BodyPublishers.ofString(asked.body()))
                    .header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static ServedHistory served() {
        if (served == null) {
            throw new IllegalStateException("nothing is served");
        }
        return served;
    }

    private static OpenApi contract() {
        if (contract == null) {
            throw new IllegalStateException("the contract was not read");
        }
        return contract;
    }
}

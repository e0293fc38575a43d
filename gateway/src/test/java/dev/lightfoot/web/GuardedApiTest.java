package dev.lightfoot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.form.FormState;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.metrics.PrometheusText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API where a password and a token are set. */
@Timeout(120)
class GuardedApiTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ServedHistory served;

    @BeforeEach
    void serve() throws Exception {
        Path history = folder.resolve("history.db");
        History.open(HistorySettings.of(history), 0).close();
        ServedHistory.guard(folder);
        SecretText.write(folder.resolve("web-token"), TOKEN);
        served = ServedHistory.over(history);
    }

    @AfterEach
    void close() {
        served.close();
        client.close();
    }

    @Test
    void withoutLoginOnlyTheLoginIsAnswered() throws Exception {
        for (String path : new String[] {"/api/runs", "/api/status", "/api/live", "/api/pods", "/api/trends"}) {
            assertThat(send(get(path)).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(send(post("/api/mute", "{}")).statusCode()).isEqualTo(401);
        assertThat(served.coach().asked()).isEmpty();
        assertThat(send(get("/api/session")).body()).isEqualTo("{\"password_set\":true,\"logged_in\":false}");
        assertThat(send(get("/login")).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenOpensWhatAnotherOneDoesNot() throws Exception {
        assertThat(send(get("/api/runs").header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(get("/api/runs").header("Authorization", "Bearer x" + TOKEN))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void figuresAreForThoseWithTheTokenAndHealthIsForAll() throws Exception {
        HttpRequest.Builder figures = get("/metrics");
        HttpResponse<String> refused = send(figures);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("log in first").doesNotContain("lightfoot_events_total");
        assertThat(send(figures.copy().header("Authorization", "Bearer x" + TOKEN))
                        .statusCode())
                .isEqualTo(401);

        HttpResponse<String> answer = send(figures.header("Authorization", "Bearer " + TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("lightfoot_events_total 3\n");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(PrometheusText.CONTENT_TYPE);

        assertThat(send(get("/health")).body()).isEqualTo("ok\n");
        served.health(new PlainText(503, "text/plain; charset=utf-8", "the strike loop gives no sign of life\n"));
        HttpResponse<String> ill = send(get("/health"));
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.body()).isEqualTo("the strike loop gives no sign of life\n");
    }

    @Test
    void theCookieOfALoginIsOutOfReachOfScriptsAndOfOtherSites() throws Exception {
        HttpResponse<String> answer = login(ServedHistory.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OpenApi.read().mistakes("POST /api/login", 200, answer.body()))
                .isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain(ServedHistory.PASSWORD);
        assertThat(send(get("/api/runs").header("Cookie", cookie(answer))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongPasswordsEndInAWaitThatIsTold() throws Exception {
        for (int attempt = 0; attempt < LoginGate.WRONG_AN_ADDRESS; attempt++) {
            assertThat(login("wrong password").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = login(ServedHistory.PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElse("")))
                .isBetween(1L, 60L);
        assertThat(OpenApi.read().mistakes("POST /api/login", 429, refused.body()))
                .isEmpty();
    }

    @Test
    void aNeighbourWhoGuessesLocksNobodyElseOut() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        LoginGate gate = new LoginGate(now::get);
        InetAddress neighbour = InetAddress.getByName("192.168.1.66");
        InetAddress owner = InetAddress.getByName("192.168.1.7");
        for (int hour = 0; hour < 1_000; hour++) {
            gate.begin(neighbour);
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        }
        assertThat(gate.begin(neighbour)).isPositive();
        assertThat(gate.begin(owner)).isZero();

        for (int host = 0; host < LoginGate.WRONG_AN_ADDRESS; host++) {
            assertThat(gate.begin(InetAddress.getByName("2001:db8:0:1::" + host)))
                    .isZero();
        }
        assertThat(gate.begin(InetAddress.getByName("2001:db8:0:1::99"))).isPositive();
        assertThat(gate.begin(InetAddress.getByName("2001:db8:0:2::1"))).isZero();
    }

    @Test
    void aLiveStreamEndsWithItsSession() throws Exception {
        String cookie = cookie(login(ServedHistory.PASSWORD));
        HttpResponse<InputStream> stream = client.send(
                get("/api/live").header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("retry:");
            assertThat(send(post("/api/logout", "{}").header("Cookie", cookie)).statusCode())
                    .isEqualTo(200);
            served.feed().accept(RunOf.form(FormState.JOGGING));
            assertThat(rest(lines)).contains("snapshot").doesNotContain("jogging");
        }
        assertThat(send(get("/api/runs").header("Cookie", cookie)).statusCode()).isEqualTo(401);
    }

    @Test
    void pagesOfOtherSitesAreRefused() throws Exception {
        HttpRequest.Builder own = post("/api/mute", "{}").header("Authorization", "Bearer " + TOKEN);

        assertThat(send(own.copy().header("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(send(own.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
        assertThat(send(own.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(send(own.copy().setHeader("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
        assertThat(served.coach().asked()).isEmpty();
        assertThat(send(own.copy().header("Origin", "http://127.0.0.1:" + served.port()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onTheNetworkNothingIsServedWithoutASecret() {
        assertThatThrownBy(() -> WebServer.start("0.0.0.0", 0, new LiveFeed(), StatusOf::quiet))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("web.host 0.0.0.0")
                .hasMessageContaining("lightfoot password");
    }

    private HttpResponse<String> login(String password) throws Exception {
        return send(post("/api/login", "{\"password\":\"" + password + "\"}"));
    }

    private static String cookie(HttpResponse<?> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElse("");
        return set.substring(0, set.indexOf(';'));
    }

    private static String rest(BufferedReader lines) throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(served.at(path)).timeout(Duration.ofSeconds(60));
    }

    private HttpRequest.Builder post(String path, String body) {
        return get(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

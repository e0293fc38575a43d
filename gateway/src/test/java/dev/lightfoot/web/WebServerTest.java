package dev.lightfoot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() throws WebException {
        server = WebServer.start("127.0.0.1", 0, new LiveFeed(), StatusOf::quiet);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html",
        "live.css, text/css",
        "live.js, text/javascript",
        "strip.js, text/javascript",
        "words.js, text/javascript",
        "icon.svg, image/svg+xml"
    })
    void thePageComesFromTheJarWithTheHeadersThatKeepItToItself(String path, String type) throws Exception {
        HttpResponse<String> response = send("GET", path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith(type);
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.body()).isNotBlank();
    }

    @Test
    void thePageHasNothingInlineAndNothingFromOutside() throws Exception {
        String page = send("GET", "").body();

        assertThat(page).doesNotContain(" style=").doesNotContain("<style").doesNotContain("http");
        assertThat(Pattern.compile("<script(?![^>]*src=)").matcher(page).find()).isFalse();
        assertThat(page).doesNotContainIgnoringCase("pace").doesNotContainIgnoringCase("speed");
    }

    @Test
    void headSaysTheLengthWithoutTheBody() throws Exception {
        HttpResponse<String> head = send("HEAD", "live.css");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length"))
                .isEqualTo(Integer.toString(send("GET", "live.css").body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(send("HEAD", "api/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theStatusIsJsonThatNobodyStores() throws Exception {
        HttpResponse<String> response = send("GET", "api/status");
        JsonNode status = new ObjectMapper().readTree(response.body());

        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(status.path("version").asText()).isEqualTo("0.1.0");
        assertThat(status.path("run").asLong()).isEqualTo(7);
        assertThat(status.path("pods").path(0).path("battery_pct").asInt()).isEqualTo(87);
        assertThat(status.path("pods").path(0).path("notifications").asInt()).isEqualTo(5200);
        assertThat(status.path("pods").path(0).path("lost").asInt()).isEqualTo(3);
        assertThat(status.path("pods").path(0).path("garbage").asInt()).isEqualTo(1);
        assertThat(status.path("pods").path(0).path("rate_hz").asDouble()).isEqualTo(208.1);
        assertThat(status.path("pods").path(1).path("foot").isNull()).isTrue();
        assertThat(status.path("counters").path("ring_dropped").isNumber()).isTrue();
        assertThat(status.path("haptic").path("description").asText()).isEqualTo("motor on GPIO 18");
        assertThat(status.path("haptic").path("fault").asText()).isEqualTo("motor on GPIO 18 cannot be opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "api", "api/nothing", "live.html", "../pom.xml", "live.css/", "%2e%2e/x"})
    void whatIsNotThereIsToldAsJson(String path) throws Exception {
        HttpResponse<String> response = send("GET", path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new ObjectMapper().readTree(response.body()).path("error").asText())
                .startsWith("there is nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void onlyReadingIsAllowed(String method) throws Exception {
        HttpResponse<String> response = send(method, "api/live");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST"})
    void loopbackNamesAreAnswered(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "10.0.0.9"})
    void aForeignHostIsRefused(String host) throws Exception {
        assertThat(raw("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("version");
    }

    @Test
    void aRequestWithoutHostIsRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void oversizedRequestsAreRefused() throws Exception {
        String host = "Host: localhost\r\nConnection: close\r\n";

        assertThat(raw("GET /" + "a".repeat(3000) + " HTTP/1.1\r\n" + host + "\r\n"))
                .startsWith("HTTP/1.1 414");
        assertThat(raw("POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 413");
        assertThat(raw("GET / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(raw("GET / HTTP/1.1\r\n" + host + "X: " + "a".repeat(40_000) + "\r\n\r\n"))
                .doesNotContain("HTTP/1.1 200");
    }

    @Test
    void garbageHurtsNobody() throws Exception {
        assertThat(raw("\0\1\2 nonsense\r\n\r\n")).doesNotContain("HTTP/1.1 200");
        assertThat(send("GET", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortInUseIsToldWithTheMend() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> WebServer.start("127.0.0.1", port, new LiveFeed(), StatusOf::quiet))
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("web.port " + port)
                    .hasMessageContaining("used by another program")
                    .hasMessageContaining("set web.port");
        }
    }

    @Test
    void aHostOfAnotherMachineIsToldWithTheMend() {
        assertThatThrownBy(() -> WebServer.start("192.0.2.1", 0, new LiveFeed(), StatusOf::quiet))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("web.host 192.0.2.1");
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (java.net.SocketException reset) {
            return text.toString();
        }
        return text.toString();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

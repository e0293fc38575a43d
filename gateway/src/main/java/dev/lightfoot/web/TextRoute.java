package dev.lightfoot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers GET at one path with a text made at that moment; every other path below it with 404. */
public final class TextRoute implements HttpHandler {
    /** A text and how it is to be read. */
    public record Text(int status, String contentType, String body) {}

    private final HostCheck hosts;
    private final Predicate<HttpExchange> allowed;
    private final Supplier<Text> text;

    TextRoute(HostCheck hosts, Predicate<HttpExchange> allowed, Supplier<Text> text) {
        this.hosts = hosts;
        this.allowed = allowed;
        this.text = text;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer.guard(exchange);
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !hosts.allows(host)) {
                Answer.error(
                        exchange, 421, "this gateway is not called " + host + ": use its address, or set web.host");
            } else if (!exchange.getRequestURI()
                    .getPath()
                    .equals(exchange.getHttpContext().getPath())) {
                Answer.error(
                        exchange,
                        404,
                        "there is nothing at " + exchange.getRequestURI().getPath());
            } else if (!allowed.test(exchange)) {
                Answer.error(exchange, 401, "log in first, or send the token");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                Answer.error(exchange, 405, "this is read with GET, not " + exchange.getRequestMethod());
            } else {
                Text answer = text.get();
                byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                exchange.sendResponseHeaders(answer.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}

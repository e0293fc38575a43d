package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request, each on a thread of its own: refuses what is odd, then finds the page or the API. */
final class Requests implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final int LONGEST_TARGET = 2048;

    private final Map<String, Asset> assets = Asset.all();
    private final HostCheck hosts;
    private final LiveFeed feed;
    private final Status.Source status;
    private final Duration heartbeat;

    Requests(HostCheck hosts, LiveFeed feed, Status.Source status, Duration heartbeat) {
        this.hosts = hosts;
        this.feed = feed;
        this.status = status;
        this.heartbeat = heartbeat;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer.guard(exchange);
            if (!refused(exchange)) {
                answer(exchange);
            }
        } catch (IOException e) {
            LOG.debug("a client went away: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        }
    }

    private boolean refused(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (host == null) {
            return refuse(exchange, 400, "the request has no Host header");
        }
        if (!hosts.allows(host)) {
            return refuse(exchange, 421, "this gateway is not called " + host + ": use its address, or set web.host");
        }
        if (exchange.getRequestURI().toString().length() > LONGEST_TARGET) {
            return refuse(exchange, 414, "the address is longer than " + LONGEST_TARGET + " characters");
        }
        if (hasBody(headers)) {
            return refuse(exchange, 413, "nothing here takes a body");
        }
        return false;
    }

    private static boolean refuse(HttpExchange exchange, int code, String message) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        Answer.error(exchange, code, message);
        return true;
    }

    private static boolean hasBody(Headers headers) {
        String length = headers.getFirst("Content-Length");
        return headers.containsKey("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Asset asset = path == null ? null : assets.get(path);
        boolean api = "/api/status".equals(path) || "/api/live".equals(path);
        if (asset == null && !api) {
            Answer.error(exchange, 404, "there is nothing at " + path);
        } else if (!isRead(exchange)) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            Answer.error(exchange, 405, path + " is read with GET, not " + exchange.getRequestMethod());
        } else {
            read(exchange, asset, "/api/live".equals(path));
        }
    }

    private void read(HttpExchange exchange, @Nullable Asset asset, boolean live) throws IOException {
        if (asset != null) {
            Answer.asset(exchange, asset);
        } else if (live) {
            stream(exchange);
        } else {
            Answer.json(exchange, 200, StatusJson.of(status.now(), feed.clients(), feed.dropped()));
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        LiveClient client = new LiveClient(heartbeat);
        boolean look = exchange.getRequestMethod().equals("HEAD");
        if (!look && !feed.join(client)) {
            headers.set("Retry-After", "5");
            Answer.error(exchange, 503, "already " + LiveFeed.MOST_CLIENTS + " pages are watching");
            return;
        }
        try {
            headers.set("Content-Type", "text/event-stream; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, look ? -1 : 0);
            if (!look) {
                client.writeTo(exchange.getResponseBody());
            }
        } finally {
            feed.leave(client);
        }
    }

    private static boolean isRead(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        return method.equals("GET") || method.equals("HEAD");
    }
}

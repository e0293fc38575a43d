package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.lightfoot.history.HistoryException;
import java.io.IOException;
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
    private final Access access;
    private final Router router;

    Requests(HostCheck hosts, Access access, Router router) {
        this.hosts = hosts;
        this.access = access;
        this.router = router;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer.guard(exchange);
            answer(exchange);
        } catch (IOException e) {
            LOG.debug("a client went away: {}", e.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            checkAddress(exchange);
            String path = exchange.getRequestURI().getPath();
            Asset asset = path == null ? null : assets.get(path);
            if (asset != null) {
                checkBody(exchange, false);
                serve(exchange, asset);
            } else {
                call(exchange, path == null ? "" : path);
            }
        } catch (RefusalException e) {
            refuse(exchange, e.status(), e.getMessage(), e.retryAfterS());
        } catch (HistoryException e) {
            LOG.warn(
                    "{} {} failed: {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e.getMessage());
            refuse(exchange, 500, e.getMessage(), null);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            refuse(exchange, 500, "the gateway failed at this: see its log", null);
        }
    }

    private void checkAddress(HttpExchange exchange) throws RefusalException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null) {
            throw new RefusalException(400, "the request has no Host header");
        }
        if (!hosts.allows(host)) {
            throw new RefusalException(
                    421, "this gateway is not called " + host + ": use its address, or set web.host");
        }
        if (exchange.getRequestURI().toString().length() > LONGEST_TARGET) {
            throw new RefusalException(414, "the address is longer than " + LONGEST_TARGET + " characters");
        }
    }

    private static void checkBody(HttpExchange exchange, boolean allowed) throws RefusalException {
        Headers headers = exchange.getRequestHeaders();
        String length = headers.getFirst("Content-Length");
        boolean chunked = headers.containsKey("Transfer-Encoding");
        if (!allowed && (chunked || (length != null && !length.equals("0")))) {
            throw new RefusalException(413, "nothing here takes a body");
        }
        if (allowed
                && !chunked
                && (length == null || length.length() > 9 || Long.parseLong(length) > Fields.MOST_BYTES)) {
            throw length == null
                    ? new RefusalException(411, "the body is missing: send a JSON object such as {}")
                    : new RefusalException(413, "the body of " + length + " bytes is longer than " + Fields.MOST_BYTES);
        }
    }

    private static void serve(HttpExchange exchange, Asset asset) throws IOException, RefusalException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw otherMethod(exchange, "GET, HEAD");
        }
        Answer.asset(exchange, asset);
    }

    private void call(HttpExchange exchange, String path) throws IOException, HistoryException, RefusalException {
        Router.Found found = router.find(exchange.getRequestMethod(), path);
        if (found == null) {
            throw new RefusalException(404, "there is nothing at " + path);
        }
        Router.Route route = found.route();
        if (route == null) {
            throw otherMethod(exchange, found.allowed());
        }
        checkBody(exchange, route.takesBody());
        SameSite.check(exchange.getRequestHeaders(), route);
        if (!route.open() && !access.allows(exchange.getRequestHeaders())) {
            throw new RefusalException(401, "log in first: POST the password to /api/login, or send the token");
        }
        route.endpoint().answer(new Call(exchange, found.values()));
    }

    private static RefusalException otherMethod(HttpExchange exchange, String allowed) {
        exchange.getResponseHeaders().set("Allow", allowed);
        return new RefusalException(
                405, exchange.getRequestURI().getPath() + " takes " + allowed + ", not " + exchange.getRequestMethod());
    }

    /** What is left of a body is not read: the connection ends with the answer. */
    private static void refuse(HttpExchange exchange, int status, @Nullable String message, @Nullable Long retryAfterS)
            throws IOException {
        if (exchange.getResponseCode() != -1) {
            throw new IOException("cut off on the way: " + message);
        }
        exchange.getResponseHeaders().set("Connection", "close");
        if (retryAfterS != null) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(retryAfterS));
        }
        Answer.json(exchange, status, JsonText.error(String.valueOf(message)));
    }
}

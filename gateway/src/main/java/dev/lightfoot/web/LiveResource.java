package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What goes on now: the stream of events, and how the gateway is doing. Thread-safe. */
final class LiveResource {
    private static final long ASK_AGAIN_S = 5;

    private final LiveFeed feed;
    private final Status.Source status;
    private final BooleanSupplier muted;
    private final Access access;
    private final Duration heartbeat;

    LiveResource(LiveFeed feed, Status.Source status, BooleanSupplier muted, Access access, Duration heartbeat) {
        this.feed = feed;
        this.status = status;
        this.muted = muted;
        this.access = access;
        this.heartbeat = heartbeat;
    }

    void addTo(Router router) {
        router.on("GET", "/api/live", this::stream).on("GET", "/api/status", this::status);
    }

    private void status(Call call) throws IOException, RefusalException {
        call.allow();
        call.json(StatusJson.of(status.now(), muted.getAsBoolean(), feed.clients(), feed.dropped()));
    }

    private void stream(Call call) throws IOException, RefusalException {
        call.allow();
        HttpExchange exchange = call.exchange();
        LiveClient client = new LiveClient(heartbeat);
        boolean look = exchange.getRequestMethod().equals("HEAD");
        if (!look && !feed.join(client)) {
            throw new RefusalException(
                    503, "already " + LiveFeed.MOST_CLIENTS + " pages are watching: close some", ASK_AGAIN_S);
        }
        try {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/event-stream; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, look ? -1 : 0);
            if (!look) {
                client.writeTo(exchange.getResponseBody(), () -> access.allows(exchange.getRequestHeaders()));
            }
        } finally {
            feed.leave(client);
        }
    }
}

package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers what the setup page and the login ask, and keeps what they did. Thread-safe. */
final class SetupDesk {
    static final String SPARE = "C0:FF:EE:00:00:07";
    private static final String PASSWORD = "soft feet";
    private static final int TRIES = 3;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Set<String> adopted = new ConcurrentSkipListSet<>(Set.of("C0:FF:EE:00:00:01", "C0:FF:EE:00:00:02"));
    private final AtomicInteger wrong = new AtomicInteger();
    private volatile boolean guarded;
    private volatile boolean loggedIn;
    private volatile boolean muted;
    private volatile @Nullable Instant windowUntil;

    /** What was asked for so far, such as "POST /api/mute {}". */
    List<String> done() {
        return List.copyOf(done);
    }

    /** From now on a password is asked for. */
    void guard() {
        guarded = true;
    }

    boolean refuses() {
        return guarded && !loggedIn;
    }

    void answer(HttpExchange exchange, String path) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("GET")) {
            done.add(exchange.getRequestMethod() + " " + path + " " + body);
        }
        switch (path) {
            case "/api/login" -> login(exchange, body);
            case "/api/pods" -> Answer.json(exchange, 200, pods());
            case "/api/adoption" -> {
                windowUntil = Instant.now().plusSeconds(60);
                Answer.json(exchange, 200, "{}");
            }
            case "/api/mute", "/api/unmute" -> {
                muted = path.equals("/api/mute");
                Answer.json(exchange, 200, "{}");
            }
            case "/api/schedule" -> Answer.json(exchange, 200, "{\"schedule\":\"continuous\"}");
            case "/api/session" ->
                Answer.json(exchange, 200, ReadModelJson.object(json -> {
                    json.writeBooleanField("password_set", guarded);
                    json.writeBooleanField("logged_in", loggedIn);
                }));
            case "/api/status" ->
                Answer.json(exchange, 200, ReadModelJson.object(json -> {
                    json.writeBooleanField("muted", muted);
                    json.writeObjectFieldStart("haptic");
                    json.writeStringField("description", "vibration motor on GPIO 18");
                    json.writeNullField("fault");
                    json.writeEndObject();
                }));
            default -> {
                if (path.startsWith("/api/pods/") && exchange.getRequestMethod().equals("POST")) {
                    adopted.add(path.substring("/api/pods/".length()));
                } else if (path.startsWith("/api/pods/")) {
                    adopted.remove(path.substring("/api/pods/".length()));
                }
                Answer.json(exchange, 200, "{}");
            }
        }
    }

    private void login(HttpExchange exchange, String body) throws IOException {
        if (wrong.get() >= TRIES) {
            exchange.getResponseHeaders().set("Retry-After", "30");
            Answer.error(exchange, 429, "too many wrong passwords");
        } else if (body.contains("\"" + PASSWORD + "\"")) {
            loggedIn = true;
            Answer.json(exchange, 200, "{}");
        } else {
            wrong.incrementAndGet();
            Answer.error(exchange, 401, "that is not the password");
        }
    }

    private String pods() {
        return ReadModelJson.object(json -> {
            json.writeStringField("now", Instant.now().toString());
            json.writeStringField("window_until", windowUntil == null ? null : windowUntil.toString());
            json.writeArrayFieldStart("pods");
            for (String address : adopted) {
                pod(json, address, address.endsWith("1"));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("heard");
            if (!adopted.contains(SPARE)) {
                json.writeStartObject();
                json.writeStringField("address", SPARE);
                json.writeStringField("name", "Lightfoot spare");
                json.writeStringField("kind", "lightfoot");
                json.writeNumberField("rssi_dbm", -58);
                json.writeStringField("standing", "unknown");
                json.writeStringField("words", "");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void pod(JsonGenerator json, String address, boolean left) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", address);
        json.writeStringField("foot", left ? "left" : "right");
        json.writeStringField("shoe", "Canvas");
        json.writeStringField("name", left ? "Lightfoot L" : "Lightfoot R");
        json.writeStringField("link", left ? "streaming" : "backing_off");
        json.writeStringField("reason", "");
        json.writeNumberField("battery_pct", left ? 87 : 9);
        json.writeNumberField("rate_hz", left ? 208.1 : 0);
        json.writeNumberField("lost", left ? 12 : 340);
        json.writeNumberField("notifications", 9433);
        json.writeNumberField("garbage", 0);
        json.writeBooleanField("adopted", true);
        json.writeBooleanField("configured", false);
        json.writeArrayFieldStart("mount");
        if (left) {
            json.writeNumber(0.4);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

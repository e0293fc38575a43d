package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes answers, each with the headers that keep a page to itself. */
final class Answer {
    private static final String JSON = "application/json; charset=utf-8";

    /** Below this length, bytes, gzip saves no packet worth its work. */
    private static final int WORTH_GZIP = 2_000;

    private Answer() {}

    static void asset(HttpExchange exchange, Asset asset) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        body(exchange, 200, asset.contentType(), asset.bytes());
    }

    static void json(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        body(exchange, status, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static void error(HttpExchange exchange, int status, String message) throws IOException {
        json(exchange, status, JsonText.error(message));
    }

    /** Headers every answer carries. */
    static void guard(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'; object-src 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** Sends a body, packed when it is long and the client takes it so. */
    static void body(HttpExchange exchange, int status, String contentType, byte[] bytes) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", contentType);
        byte[] sent = bytes;
        if (bytes.length >= WORTH_GZIP) {
            headers.set("Vary", "Accept-Encoding");
            if (takesGzip(exchange)) {
                headers.set("Content-Encoding", "gzip");
                sent = packed(bytes);
            }
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(sent.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
            exchange.getResponseBody().write(sent);
        }
    }

    private static boolean takesGzip(HttpExchange exchange) {
        String taken = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return taken != null && taken.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new QuickGzip(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** The quickest gzip: of a page's data it leaves a few kilobytes more, in a third of the time. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

package dev.lightfoot.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request to the API: what its path, query and body say, and the ways to answer it. Of one thread. */
final class Call {
    private final HttpExchange exchange;
    private final Map<String, String> path;
    private final Map<String, String> query = new LinkedHashMap<>();

    /** @param path what stands in the path for each name of the template */
    Call(HttpExchange exchange, Map<String, String> path) {
        this.exchange = exchange;
        this.path = path;
    }

    HttpExchange exchange() {
        return exchange;
    }

    /** Reads the query, which may say these and nothing else. Needed before any parameter is asked for. */
    void allow(String... names) throws RefusalException {
        String raw = exchange.getRequestURI().getRawQuery();
        for (String each : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = decoded(equals < 0 ? each : each.substring(0, equals));
            if (!Set.of(names).contains(name)) {
                throw new RefusalException(
                        400,
                        "unknown parameter \"" + name + "\": "
                                + (names.length == 0
                                        ? "there are none here"
                                        : "there are " + String.join(", ", names)));
            }
            if (query.put(name, equals < 0 ? "" : decoded(each.substring(equals + 1))) != null) {
                throw new RefusalException(400, "parameter \"" + name + "\" is there twice: name it once");
            }
        }
    }

    private static String decoded(String raw) throws RefusalException {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusalException(400, "\"" + raw + "\" in the query is no percent-encoding");
        }
    }

    @Nullable
    String text(String name) {
        return query.get(name);
    }

    /** A whole number of the query in [least, most]. */
    int whole(String name, int least, int most, int fallback) throws RefusalException {
        String said = query.get(name);
        return said == null ? fallback : (int) number(name, said, least, most);
    }

    /** A time of the query in microseconds of the Unix epoch; null when it is not named. */
    @Nullable
    Long timeUs(String name) throws RefusalException {
        String said = query.get(name);
        return said == null ? null : Long.valueOf(number(name, said, -(1L << 53), 1L << 53));
    }

    /** The run that the path names. */
    long run() throws RefusalException {
        return number("run", part("id"), 1, Long.MAX_VALUE);
    }

    String part(String name) {
        return path.getOrDefault(name, "");
    }

    private static long number(String name, String said, long least, long most) throws RefusalException {
        try {
            long number = Long.parseLong(said);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as what is out of range
        }
        String range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
        throw new RefusalException(400, name + " \"" + said + "\" must be a whole number, " + range);
    }

    /** The body, which may hold these fields and nothing else. */
    Fields body(String... names) throws IOException, RefusalException {
        return Fields.read(exchange.getRequestBody(), names);
    }

    void json(String json) throws IOException {
        Answer.json(exchange, 200, json);
    }

    void done() throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(204, -1);
    }
}

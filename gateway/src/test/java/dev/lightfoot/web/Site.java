package dev.lightfoot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.Review;
import dev.lightfoot.history.RunDesk;
import dev.lightfoot.history.RunNote;
import dev.lightfoot.history.Surface;
import dev.lightfoot.history.export.FitFields;
import dev.lightfoot.history.export.RunExport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the pages over a history, for tests and pictures, and stands in for the API: the answers are in the shape that the pages read. */
final class Site implements AutoCloseable {
    private static final Pattern RUN = Pattern.compile("/api/runs/([0-9]+)(/series|/export)?");

    private final Map<String, Asset> assets = Asset.all();
    private final SetupDesk desk = new SetupDesk();
    private final Path history;
    private final HttpServer server;

    private Site(Path history, HttpServer server) {
        this.history = history;
        this.server = server;
    }

    static Site over(Path history) throws IOException {
        return over(history, 0);
    }

    /** @param port 0: any free one */
    static Site over(Path history, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
        Site site = new Site(history, server);
        server.createContext("/", site::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return site;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What the setup page has done. */
    SetupDesk desk() {
        return desk;
    }

    Path history() {
        return history;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer.guard(exchange);
            Asset asset = assets.get(exchange.getRequestURI().getPath());
            if (asset != null) {
                Answer.asset(exchange, asset);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (desk.refuses() && !path.equals("/api/login") && !path.equals("/api/session")) {
                Answer.error(exchange, 401, "log in first");
                return;
            }
            api(exchange, path, parameters(exchange));
        } catch (HistoryException e) {
            Answer.error(exchange, 500, String.valueOf(e.getMessage()));
        }
    }

    private void api(HttpExchange exchange, String path, Map<String, String> asked)
            throws IOException, HistoryException {
        try (Review review = Review.open(history)) {
            Matcher run = RUN.matcher(path);
            if (run.matches()) {
                run(exchange, review, Long.parseLong(run.group(1)), run.group(2), asked);
            } else if (path.equals("/api/runs")) {
                int limit = Integer.parseInt(asked.getOrDefault("limit", "20"));
                int offset = Integer.parseInt(asked.getOrDefault("offset", "0"));
                Answer.json(exchange, 200, ReadModelJson.runs(review.runs(limit, offset)));
            } else if (path.equals("/api/trends")) {
                Answer.json(exchange, 200, ReadModelJson.trends(review.trends(ZoneOffset.UTC)));
            } else {
                desk.answer(exchange, path);
            }
        }
    }

    private void run(HttpExchange exchange, Review review, long runId, @Nullable String of, Map<String, String> asked)
            throws IOException, HistoryException {
        Optional<String> json = Optional.empty();
        if ("/export".equals(of)) {
            export(
                    exchange,
                    runId,
                    RunExport.Format.valueOf(asked.getOrDefault("format", "").toUpperCase(Locale.ROOT)));
            return;
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            json = new RunDesk(history).delete(runId) ? Optional.of("{}") : Optional.empty();
        } else if (exchange.getRequestMethod().equals("PATCH")) {
            new RunDesk(history).describe(runId, note(exchange));
            json = Optional.of("{}");
        } else if ("/series".equals(of)) {
            int points = Integer.parseInt(asked.getOrDefault("points", "600"));
            json = (asked.containsKey("from_us")
                            ? review.series(
                                    runId,
                                    Long.parseLong(asked.get("from_us")),
                                    Long.parseLong(asked.get("to_us")),
                                    points)
                            : review.series(runId, points))
                    .map(ReadModelJson::series);
        } else {
            json = review.run(runId).map(ReadModelJson::run);
        }
        if (json.isPresent()) {
            Answer.json(exchange, 200, json.get());
        } else {
            Answer.error(exchange, 404, "there is no run " + runId);
        }
    }

    private void export(HttpExchange exchange, long runId, RunExport.Format format)
            throws IOException, HistoryException {
        exchange.getResponseHeaders()
                .set("Content-Disposition", "attachment; filename=\"run." + format.suffix() + "\"");
        exchange.sendResponseHeaders(200, 0);
        try (HistoryReader reader = HistoryReader.open(history)) {
            new RunExport(FitFields.PLAIN, ZoneOffset.UTC, "test")
                    .write(reader, runId, format, exchange.getResponseBody());
        }
    }

    private static RunNote note(HttpExchange exchange) throws IOException {
        Map<?, ?> said =
                new com.fasterxml.jackson.databind.ObjectMapper().readValue(exchange.getRequestBody(), Map.class);
        return new RunNote(
                (String) said.get("shoe"),
                Surface.named(String.valueOf(said.get("surface"))).orElse(null),
                (Integer) said.get("perceived_effort"),
                (String) said.get("note"));
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> all = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String each : query == null ? new String[0] : query.split("&")) {
            String[] pair = each.split("=", 2);
            all.put(pair[0], java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

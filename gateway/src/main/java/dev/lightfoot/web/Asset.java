package dev.lightfoot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One file of the pages, out of the jar. */
final class Asset {
    /** Pages: each at its name, the live page at the root. */
    private static final List<String> PAGES = List.of("runs", "run", "compare", "trends", "pods", "login");

    /** What the pages are made of: each at its own name. */
    private static final List<String> FILES = List.of(
            "icon.svg",
            "base.css",
            "live.css",
            "pods.css",
            "review.css",
            "adopt-form.js",
            "api.js",
            "away.js",
            "calibration.js",
            "chart.js",
            "compare.js",
            "cue-table.js",
            "delete-run.js",
            "dom.js",
            "fingers.js",
            "format.js",
            "heard.js",
            "keyed.js",
            "live.js",
            "login.js",
            "menu.js",
            "note-form.js",
            "overview.js",
            "paint.js",
            "picture.js",
            "pod-card.js",
            "pods.js",
            "run.js",
            "runs.js",
            "series-table.js",
            "shell.js",
            "spread.js",
            "story.js",
            "strip.js",
            "timeline.js",
            "trend-chart.js",
            "trends.js",
            "words.js",
            "uplot/uPlot.css",
            "uplot/uPlot.js",
            "uplot/LICENSE");

    private final String contentType;
    private final byte[] bytes;

    private Asset(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    String contentType() {
        return contentType;
    }

    /** The file; shared, not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** Every file there is, by its path on the server. */
    static Map<String, Asset> all() {
        Map<String, Asset> assets = new LinkedHashMap<>();
        assets.put("/", read("live.html"));
        PAGES.forEach(page -> assets.put("/" + page, read(page + ".html")));
        FILES.forEach(file -> assets.put("/" + file, read(file)));
        return Map.copyOf(assets);
    }

    private static Asset read(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks dev/lightfoot/web/" + name);
            }
            return new Asset(contentType(name), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("dev/lightfoot/web/" + name + " cannot be read from the jar", e);
        }
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/plain; charset=utf-8";
        };
    }
}

package dev.lightfoot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One file of the page, out of the jar. */
final class Asset {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

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
        assets.put("/", read("live.html", HTML));
        assets.put("/live.css", read("live.css", CSS));
        assets.put("/live.js", read("live.js", SCRIPT));
        assets.put("/strip.js", read("strip.js", SCRIPT));
        assets.put("/words.js", read("words.js", SCRIPT));
        assets.put("/icon.svg", read("icon.svg", "image/svg+xml"));
        return Map.copyOf(assets);
    }

    private static Asset read(String name, String contentType) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks dev/lightfoot/web/" + name);
            }
            return new Asset(contentType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("dev/lightfoot/web/" + name + " cannot be read from the jar", e);
        }
    }
}

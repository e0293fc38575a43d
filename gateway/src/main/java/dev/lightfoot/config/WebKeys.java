package dev.lightfoot.config;

import java.util.List;

/** The keys of the pages. */
final class WebKeys {
    static final String SECTION = "web";

    static final Key<Boolean> WEB_ENABLED =
            new Key<>(SECTION, "enabled", true, new Rule.Flag(), "Whether to serve the live page.");

    static final Key<String> WEB_HOST = new Key<>(
            SECTION,
            "host",
            "127.0.0.1",
            Rule.Text.of("[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:.]{2,45}", "a host name or an address"),
            "Address the page is served on; other than loopback, everyone on that network can watch.");

    static final Key<Integer> WEB_PORT =
            new Key<>(SECTION, "port", 8080, new Rule.Whole(0, 65535), "Port of the page; 0: any that is free.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(WEB_ENABLED, WEB_HOST, WEB_PORT);

    private WebKeys() {}
}

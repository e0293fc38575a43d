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
            "Address the pages are served on; other than loopback it needs a password (lightfoot password) or a token.");

    static final Key<Integer> WEB_PORT =
            new Key<>(SECTION, "port", 8080, new Rule.Whole(0, 65535), "Port of the page; 0: any that is free.");

    static final Key<String> PASSWORD_FILE = new Key<>(
            SECTION,
            "password-file",
            "",
            Rule.Text.path(0),
            "The password's hash, as lightfoot password writes it; empty: web-password beside the history.");

    static final Key<String> TOKEN_FILE = new Key<>(
            SECTION,
            "token-file",
            "",
            Rule.Text.path(0),
            "A token for programs, 24 or more characters, that they send as Authorization: Bearer; empty: none.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(WEB_ENABLED, WEB_HOST, WEB_PORT, PASSWORD_FILE, TOKEN_FILE);

    private WebKeys() {}
}

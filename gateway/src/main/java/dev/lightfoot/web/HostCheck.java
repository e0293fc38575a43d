package dev.lightfoot.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a request's Host header names this gateway. A page elsewhere whose name was rebound to this address sends its
 * own name, and is refused.
 */
final class HostCheck {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "[::]");
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private final String configured;

    HostCheck(String configured) {
        String lower = configured.toLowerCase(Locale.ROOT);
        this.configured = lower.contains(":") ? "[" + lower + "]" : lower;
    }

    /**
     * Whether the header may pass: loopback names, the configured host, and, when that is every address, any address
     * written in digits, which cannot be rebound.
     */
    boolean allows(String header) {
        String host = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
        return LOOPBACK.contains(host)
                || host.equals(configured)
                || (EVERY_ADDRESS.contains(configured) && LITERAL.matcher(host).matches());
    }
}

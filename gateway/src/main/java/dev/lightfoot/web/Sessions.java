package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is logged in: random names of 256 bits in a cookie, kept here as digests; forgotten as the gateway ends. Thread-safe. */
final class Sessions {
    static final String COOKIE = "lightfoot_session";
    static final Duration LONGEST = Duration.ofDays(30);
    static final int MOST = 32;

    private static final int NAME_BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins one, and ends the oldest when there are too many; gives its name for the cookie. */
    synchronized String begin() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (ends.size() >= MOST) {
            ends.remove(ends.keySet().iterator().next());
        }
        ends.put(Digest.of(name), clock.instant().plus(LONGEST));
        return name;
    }

    synchronized boolean knows(Headers headers) {
        String name = named(headers);
        Instant end = name == null ? null : ends.get(Digest.of(name));
        return end != null && clock.instant().isBefore(end);
    }

    synchronized void end(Headers headers) {
        String name = named(headers);
        if (name != null) {
            ends.remove(Digest.of(name));
        }
    }

    /** What the cookie names; null when there is none. */
    private static @Nullable String named(Headers headers) {
        for (String header : headers.getOrDefault("Cookie", List.of())) {
            for (String cookie : header.split(";", -1)) {
                String each = cookie.strip();
                if (each.startsWith(COOKIE + "=")) {
                    return each.substring(COOKIE.length() + 1);
                }
            }
        }
        return null;
    }
}

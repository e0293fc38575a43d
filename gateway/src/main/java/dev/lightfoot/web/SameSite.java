package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Locale;

/** Whether a request to the API comes from the gateway's own pages, or from no page at all. */
final class SameSite {
    private SameSite() {}

    static void check(Headers headers, Router.Route route) throws RefusalException {
        String site = headers.getFirst("Sec-Fetch-Site");
        if ("cross-site".equals(site) || (route.changes() && "same-site".equals(site))) {
            throw new RefusalException(
                    403, "a page of another site asks (Sec-Fetch-Site " + site + "): only the gateway's own pages may");
        }
        if (!route.changes()) {
            return;
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !own(origin, String.valueOf(headers.getFirst("Host")))) {
            throw new RefusalException(
                    403, "a page of another site asks (Origin " + origin + "): only the gateway's own pages may");
        }
        String type = String.valueOf(headers.getFirst("Content-Type"));
        if (route.takesBody() && !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw new RefusalException(415, "Content-Type " + type + " must be application/json");
        }
    }

    /** Whether an origin has the name and port that the request was sent to. */
    private static boolean own(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

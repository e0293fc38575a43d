package dev.lightfoot.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what answers a method at a path. Paths are templates: {@code /api/runs/{id}/series}. Immutable once it serves. */
final class Router {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final List<Route> routes = new ArrayList<>();

    /**
     * One method at one path.
     *
     * @param open whether it is answered without a login
     */
    record Route(String method, List<String> template, boolean open, Endpoint endpoint) {
        boolean takesBody() {
            return WITH_BODY.contains(method);
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** What stands in the path for each name of the template; null when the path is another one. */
        @Nullable
        Map<String, String> match(List<String> path) {
            if (path.size() != template.size()) {
                return null;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = template.get(i);
                if (part.startsWith("{")) {
                    values.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equals(path.get(i))) {
                    return null;
                }
            }
            return values;
        }
    }

    /**
     * What there is at a path.
     *
     * @param route null when the method is another one
     * @param values by the names of the template
     * @param allowed methods, for the Allow header
     */
    record Found(@Nullable Route route, Map<String, String> values, String allowed) {}

    Router on(String method, String template, Endpoint endpoint) {
        routes.add(new Route(method, parts(template), false, endpoint));
        return this;
    }

    /** The same, answered without a login. */
    Router open(String method, String template, Endpoint endpoint) {
        routes.add(new Route(method, parts(template), true, endpoint));
        return this;
    }

    /** What is at a path; HEAD finds what GET does. Null when there is nothing. */
    @Nullable
    Found find(String method, String path) {
        List<String> parts = parts(path);
        String wanted = method.equals("HEAD") ? "GET" : method;
        Set<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> values = route.match(parts);
            if (values != null) {
                if (route.method().equals(wanted)) {
                    return new Found(route, values, "");
                }
                allowed.addAll(route.method().equals("GET") ? List.of("GET", "HEAD") : List.of(route.method()));
            }
        }
        return allowed.isEmpty() ? null : new Found(null, Map.of(), String.join(", ", allowed));
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }
}

package dev.lightfoot.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file says for the keys of the table; a key it does not name has its default. Not thread-safe. */
final class Values {
    private final Map<Key<?>, Object> named = new HashMap<>();
    private List<PodValues> pods = List.of();

    /** One {@code [[pod]]}. */
    record PodValues(String address, @Nullable String foot) {}

    /** The value of a key, as the file or the default says. */
    <T> T of(Key<T> key) {
        @SuppressWarnings("unchecked") // put takes only what the key's own rule has read
        T value = (T) named.getOrDefault(key, key.fallback());
        return value;
    }

    <T> void put(Key<T> key, T value) {
        named.put(key, value);
    }

    List<PodValues> pods() {
        return pods;
    }

    void pods(List<PodValues> listed) {
        pods = List.copyOf(listed);
    }

    /** The keys whose values are not those of another file, as {@code section.name}; {@code pod} for the pods. */
    List<String> differingFrom(Values other) {
        return Keys.ALL.stream()
                .filter(key -> key.section().equals(PodKeys.SECTION)
                        ? !pods.equals(other.pods)
                        : !of(key).equals(other.of(key)))
                .map(key -> key.section().equals(PodKeys.SECTION) ? PodKeys.SECTION : key.path())
                .distinct()
                .toList();
    }
}

package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The file of adopted pods as TOML text. Whatever it holds that it may not is refused with its line. */
final class PodFileText {
    private static final String HEAD = """
            # Pods this gateway has adopted. Written by lightfoot: see "lightfoot pods --help".
            """;
    private static final Set<String> TOP = Set.of("version", "window-until", "pod", "configured");
    private static final Set<String> OF_POD = Set.of("address", "foot", "shoe", "name", "address-type", "mount");
    private static final long VERSION = 1;
    private static final int MOST_PODS = 64;
    private static final int LONGEST_TEXT = 64;
    private static final int MOST_MOUNT_NUMBERS = 64;

    private final Path file;
    private final TomlParseResult toml;

    private PodFileText(Path file, TomlParseResult toml) {
        this.file = file;
        this.toml = toml;
    }

    static AdoptedPods read(Path file, String text) throws PodFileException {
        return new PodFileText(file, Toml.parse(text)).all();
    }

    private AdoptedPods all() throws PodFileException {
        if (toml.hasErrors()) {
            var first = toml.errors().getFirst();
            throw mistake(first.position(), String.valueOf(first.getMessage()));
        }
        allowOnly(toml, TOP);
        if (!(toml.get("version") instanceof Long version) || version != VERSION) {
            throw mistake(toml.inputPositionOf("version"), "version must be " + VERSION);
        }
        return new AdoptedPods(pods("pod"), pods("configured"), windowUntil());
    }

    private List<KnownPod> pods(String key) throws PodFileException {
        List<KnownPod> pods = new ArrayList<>();
        Object listed = toml.get(key);
        if (listed != null) {
            if (!(listed instanceof TomlArray array) || array.size() > MOST_PODS) {
                throw mistake(toml.inputPositionOf(key), "[[" + key + "]] must be at most " + MOST_PODS + " tables");
            }
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof TomlTable table)) {
                    throw mistake(array.inputPositionOf(i), key + " must be a table");
                }
                KnownPod pod = pod(table, array.inputPositionOf(i));
                if (pods.stream().anyMatch(other -> other.address().equals(pod.address()))) {
                    throw mistake(array.inputPositionOf(i), "pod " + pod.address() + " is there twice");
                }
                pods.add(pod);
            }
        }
        return pods;
    }

    private @Nullable Instant windowUntil() throws PodFileException {
        Object until = toml.get("window-until");
        if (until == null || until instanceof OffsetDateTime) {
            return until == null ? null : ((OffsetDateTime) until).toInstant();
        }
        throw mistake(toml.inputPositionOf("window-until"), "window-until must be a time like 2026-01-31T18:00:00Z");
    }

    private KnownPod pod(TomlTable table, @Nullable TomlPosition at) throws PodFileException {
        allowOnly(table, OF_POD);
        String address = text(table, "address").toUpperCase(Locale.ROOT);
        if (!KnownPod.isAddress(address)) {
            throw mistake(at, "address \"" + address + "\" must be six hexadecimal pairs like C0:FF:EE:00:00:01");
        }
        String type = text(table, "address-type");
        if (!Set.of("", "public", "random").contains(type)) {
            throw mistake(at, "address-type \"" + type + "\" must be \"public\" or \"random\"");
        }
        String foot = text(table, "foot");
        if (!Set.of("", "left", "right").contains(foot)) {
            throw mistake(at, "foot \"" + foot + "\" must be \"left\" or \"right\"");
        }
        return new KnownPod(
                address,
                foot.isEmpty() ? null : Foot.valueOf(foot.toUpperCase(Locale.ROOT)),
                text(table, "shoe"),
                text(table, "name"),
                type,
                mount(table));
    }

    private List<Double> mount(TomlTable table) throws PodFileException {
        Object mount = table.get("mount");
        List<Double> numbers = new ArrayList<>();
        if (mount != null) {
            if (!(mount instanceof TomlArray array) || array.size() > MOST_MOUNT_NUMBERS) {
                throw mistake(table.inputPositionOf("mount"), "mount must be at most 64 numbers");
            }
            for (Object each : array.toList()) {
                if (!(each instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                    throw mistake(table.inputPositionOf("mount"), "mount holds \"" + each + "\", which is no number");
                }
                numbers.add(number.doubleValue());
            }
        }
        return numbers;
    }

    private String text(TomlTable table, String key) throws PodFileException {
        Object value = table.get(key);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text) || text.length() > LONGEST_TEXT) {
            throw mistake(table.inputPositionOf(key), key + " must be a text of at most " + LONGEST_TEXT);
        }
        return text;
    }

    private void allowOnly(TomlTable table, Set<String> keys) throws PodFileException {
        for (String key : table.keySet()) {
            if (!keys.contains(key)) {
                throw mistake(table.inputPositionOf(List.of(key)), "\"" + key + "\" is not known here");
            }
        }
    }

    private PodFileException mistake(@Nullable TomlPosition at, String what) {
        String line = at == null ? "" : ", line " + at.line();
        return new PodFileException(
                file + line + ": " + what + "; mend it, or move the file away and adopt the pods again");
    }

    static String of(AdoptedPods adopted) {
        StringBuilder text =
                new StringBuilder(HEAD).append("version = ").append(VERSION).append('\n');
        if (adopted.windowUntil() != null) {
            text.append("window-until = ").append(adopted.windowUntil()).append('\n');
        }
        write(text, "pod", adopted.pods());
        if (!adopted.configured().isEmpty()) {
            text.append("\n# Named in the configuration, and not adopted by this.\n");
        }
        write(text, "configured", adopted.configured());
        return text.toString();
    }

    private static void write(StringBuilder text, String table, List<KnownPod> pods) {
        for (KnownPod pod : pods) {
            text.append("\n[[").append(table).append("]]\n");
            write(text, "address", pod.address());
            write(text, "foot", pod.foot() == null ? "" : pod.foot().name().toLowerCase(Locale.ROOT));
            write(text, "shoe", pod.shoe());
            write(text, "name", pod.name());
            write(text, "address-type", pod.addressType());
            if (!pod.mount().isEmpty()) {
                text.append("mount = ").append(pod.mount()).append('\n');
            }
        }
    }

    /** A text that TOML reads back; what is longer than may be is cut, as names come from strangers. */
    private static void write(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(" = \"");
            value.codePoints()
                    .limit(LONGEST_TEXT / 2)
                    .filter(c -> !Character.isISOControl(c) && Character.isValidCodePoint(c))
                    .forEach(c -> {
                        if (c == '"' || c == '\\') {
                            text.append('\\');
                        }
                        text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? '?' : c);
                    });
            text.append("\"\n");
        }
    }
}

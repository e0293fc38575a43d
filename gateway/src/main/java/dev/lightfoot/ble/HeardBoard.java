package dev.lightfoot.ble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pods that were heard within the last minutes: scans come and go. What is ignored is said once in the log. Kept by
 * the supervisor's thread; {@link #all} is for any.
 */
final class HeardBoard {
    private static final Logger LOG = LoggerFactory.getLogger(HeardBoard.class);
    private static final long KEPT_NS = 120_000_000_000L;

    private record Heard(Sighting sighting, long atNs) {}

    private final Map<String, Heard> heard = new HashMap<>();
    private volatile List<Sighting> all = List.of();

    List<Sighting> all() {
        return all;
    }

    void take(List<Sighting> now, long nowNs) {
        for (Sighting sighting : now) {
            Heard before = heard.put(key(sighting), new Heard(sighting, nowNs));
            boolean ignored = sighting.standing() != Sighting.Standing.ADOPTED;
            if (ignored && (before == null || before.sighting().standing() != sighting.standing())) {
                LOG.info("pod {} \"{}\" is ignored: {}", sighting.address(), printable(sighting.name()), why(sighting));
            }
        }
        heard.values().removeIf(each -> nowNs - each.atNs() > KEPT_NS);
        List<Sighting> next = new ArrayList<>(now);
        heard.values().stream()
                .filter(each -> each.atNs() != nowNs)
                .sorted((one, other) -> Long.compare(other.atNs(), one.atNs()))
                .map(Heard::sighting)
                .forEach(next::add);
        next.subList(Math.min(next.size(), Sightings.MOST), next.size()).clear();
        List<String> kept = next.stream().map(HeardBoard::key).toList();
        heard.keySet().retainAll(kept);
        all = List.copyOf(next);
    }

    private static String key(Sighting sighting) {
        return sighting.address() + " " + sighting.addressType();
    }

    private static String why(Sighting sighting) {
        return switch (sighting.standing()) {
            case ADOPTED -> "it is not";
            case UNKNOWN -> "it was not adopted (lightfoot pods adopt " + sighting.address() + ")";
            case LOOK_ALIKE, PASSING -> sighting.words();
        };
    }

    /** A stranger's name without what would spoil a line. */
    static String printable(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().limit(32).forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return plain.toString();
    }
}

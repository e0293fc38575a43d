package dev.lightfoot.web;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.gait.Foot;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page opened now has to know: the last state, cue, stance and link of each pod, and the strikes on the strip. Not
 * thread-safe: {@link LiveFeed} guards it.
 */
final class LiveState {
    /** Strikes kept for each foot, as many as the page's strip shows. */
    static final int STRIKES = 20;

    private static final int CUES = 5;

    private final Map<Foot, ArrayDeque<Event>> strikes = new EnumMap<>(Foot.class);
    private final Map<Foot, Event> stances = new EnumMap<>(Foot.class);
    private final Map<String, Event> links = new LinkedHashMap<>();
    private final Map<Foot, Event> mounts = new EnumMap<>(Foot.class);
    private final ArrayDeque<Event> cues = new ArrayDeque<>();
    private @Nullable Event form;

    void take(Event event) {
        switch (event) {
            case Event.Struck strike ->
                keep(strikes.computeIfAbsent(strike.foot(), foot -> new ArrayDeque<>()), event, STRIKES);
            case Event.Stood stance -> stances.put(stance.foot(), event);
            case Event.Mounted mount -> mounts.put(mount.foot(), event);
            case Event.Formed ignored -> form = event;
            case Event.Cued cue -> {
                if (cue.played()) {
                    keep(cues, event, CUES);
                }
            }
            case Event.Answered _, Event.Learned _ -> {}
            case Event.Linked link -> links.put(link.pod(), event);
        }
    }

    /** One JSON object: the time now, the state, and lists of event objects, oldest first. */
    String snapshot(long nowUs) {
        StringBuilder json = new StringBuilder(8192);
        json.append("{\"type\":\"snapshot\",\"now_us\":").append(nowUs);
        json.append(",\"form\":").append(form == null ? "null" : EventJson.line(form));
        json.append(",\"links\":[").append(lines(links.values()));
        json.append("],\"mounts\":[").append(lines(mounts.values()));
        json.append("],\"cues\":[").append(lines(cues));
        json.append("],\"stances\":[").append(lines(stances.values()));
        json.append("],\"strikes\":{\"left\":[").append(strikes(Foot.LEFT));
        json.append("],\"right\":[").append(strikes(Foot.RIGHT));
        return json.append("]}}").toString();
    }

    private String strikes(Foot foot) {
        return lines(strikes.getOrDefault(foot, new ArrayDeque<>()));
    }

    private static String lines(Collection<Event> events) {
        return events.stream().map(EventJson::line).collect(Collectors.joining(","));
    }

    /** Moves all times, as the clock was set. */
    void clockSet(long byUs) {
        strikes.replaceAll((foot, recent) -> setBy(recent, byUs));
        stances.replaceAll((foot, stance) -> stance.setBy(byUs));
        mounts.replaceAll((foot, mount) -> mount.setBy(byUs));
        links.replaceAll((pod, link) -> link.setBy(byUs));
        ArrayDeque<Event> moved = setBy(cues, byUs);
        cues.clear();
        cues.addAll(moved);
        form = form == null ? null : form.setBy(byUs);
    }

    private static ArrayDeque<Event> setBy(ArrayDeque<Event> events, long byUs) {
        return events.stream().map(event -> event.setBy(byUs)).collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static void keep(ArrayDeque<Event> recent, Event event, int most) {
        if (recent.size() == most) {
            recent.removeFirst();
        }
        recent.addLast(event);
    }
}

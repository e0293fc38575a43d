package dev.lightfoot.web;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page opened now has to know: the last state, cue, stance and link of each pod, and the strikes on the strip. Not
 * thread-safe: {@link LiveFeed} guards it.
 */
final class LiveState {
    /** Strikes kept for each foot, as many as the page's strip shows. */
    static final int STRIKES = 20;

    private static final int CUES = 5;

    private final Map<Foot, ArrayDeque<String>> strikes = new EnumMap<>(Foot.class);
    private final Map<Foot, String> stances = new EnumMap<>(Foot.class);
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Map<Foot, String> mounts = new EnumMap<>(Foot.class);
    private final ArrayDeque<String> cues = new ArrayDeque<>();
    private @Nullable String form;

    void take(Event event, String json) {
        switch (event) {
            case Event.Struck strike ->
                keep(strikes.computeIfAbsent(strike.foot(), foot -> new ArrayDeque<>()), json, STRIKES);
            case Event.Stood stance -> stances.put(stance.foot(), json);
            case Event.Mounted mount -> mounts.put(mount.foot(), json);
            case Event.Formed ignored -> form = json;
            case Event.Cued cue -> {
                if (cue.played()) {
                    keep(cues, json, CUES);
                }
            }
            case Event.Answered _, Event.Learned _ -> {}
            case Event.Linked link -> links.put(link.pod(), json);
        }
    }

    /** One JSON object: the time now, the state, and lists of event objects, oldest first. */
    String snapshot(long nowUs) {
        StringBuilder json = new StringBuilder(8192);
        json.append("{\"type\":\"snapshot\",\"now_us\":").append(nowUs);
        json.append(",\"form\":").append(form == null ? "null" : form);
        json.append(",\"links\":[").append(String.join(",", links.values()));
        json.append("],\"mounts\":[").append(String.join(",", mounts.values()));
        json.append("],\"cues\":[").append(String.join(",", cues));
        json.append("],\"stances\":[").append(String.join(",", stances.values()));
        json.append("],\"strikes\":{\"left\":[").append(strikes(Foot.LEFT));
        json.append("],\"right\":[").append(strikes(Foot.RIGHT));
        return json.append("]}}").toString();
    }

    private String strikes(Foot foot) {
        return String.join(",", strikes.getOrDefault(foot, new ArrayDeque<>()));
    }

    private static void keep(ArrayDeque<String> recent, String json, int most) {
        if (recent.size() == most) {
            recent.removeFirst();
        }
        recent.addLast(json);
    }
}

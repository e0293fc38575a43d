package dev.lightfoot.history;

import dev.lightfoot.form.FormState;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up how long each form state lasted, in microseconds, and the longest stretch of good form. Not thread-safe. */
final class FormTimes {
    private final Map<FormState, Long> timeByStateUs = new EnumMap<>(FormState.class);
    private @Nullable FormState state;
    private long sinceUs;
    private long longestGoodUs;

    FormTimes(long startedUs) {
        sinceUs = startedUs;
    }

    /** A change to the same state, where only the score moved, does not break a stretch. */
    void change(FormState next, long timeUs) {
        if (next != state) {
            end(timeUs);
            state = next;
            sinceUs = timeUs;
        }
    }

    void end(long timeUs) {
        long spanUs = Math.max(0, timeUs - sinceUs);
        if (state != null) {
            timeByStateUs.merge(state, spanUs, Long::sum);
        }
        if (state == FormState.GOOD) {
            longestGoodUs = Math.max(longestGoodUs, spanUs);
        }
    }

    Map<FormState, Long> timeByStateUs() {
        return timeByStateUs;
    }

    long longestGoodUs() {
        return longestGoodUs;
    }
}

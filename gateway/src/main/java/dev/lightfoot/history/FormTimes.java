package dev.lightfoot.history;

import dev.lightfoot.form.FormState;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how long each form state lasted, in microseconds; finds the longest stretch of good form, when form first broke
 * down, and the walk breaks. Not thread-safe.
 */
final class FormTimes {
    /** Of jogging: a moment of it is no breakdown. */
    private static final long BREAKDOWN_US = 5_000_000;

    private final long startedUs;
    private final Map<FormState, Long> timeByStateUs = new EnumMap<>(FormState.class);
    private @Nullable FormState state;
    private long sinceUs;
    private long longestGoodUs;
    private @Nullable Long brokeDownAfterUs;
    private boolean ran;
    private long walkedUs;
    private int walkBreaks;

    FormTimes(long startedUs) {
        this.startedUs = startedUs;
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
        if (state == FormState.JOGGING && brokeDownAfterUs == null && spanUs >= BREAKDOWN_US) {
            brokeDownAfterUs = Math.max(0, sinceUs - startedUs);
        }
        if (state == FormState.WALKING) {
            walkedUs += spanUs;
        } else if (state != null && state != FormState.STANDING) {
            walkBreaks += ran && walkedUs >= FormBands.WALK_BREAK_US ? 1 : 0;
            ran = true;
            walkedUs = 0;
        }
    }

    Map<FormState, Long> timeByStateUs() {
        return timeByStateUs;
    }

    long longestGoodUs() {
        return longestGoodUs;
    }

    /** From the start to the first jogging that lasted; null when form held. */
    @Nullable
    Long brokeDownAfterUs() {
        return brokeDownAfterUs;
    }

    /** How many times the runner walked between two stretches of running. */
    int walkBreaks() {
        return walkBreaks;
    }
}

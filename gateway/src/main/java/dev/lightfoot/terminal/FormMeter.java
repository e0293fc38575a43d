package dev.lightfoot.terminal;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.form.FormState;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form meter for a terminal: a line every two seconds of running, and one for each change of state, each cue and each
 * change of a link. For the keeper's thread alone.
 */
public final class FormMeter implements EventSink {
    private static final long US_PER_S = 1_000_000;
    private static final long LINE_EVERY_US = 2 * US_PER_S;
    private static final int STRIKES_SHOWN = 12;
    private static final int METER_WIDTH = 15;
    private static final float METER_FULL_SCORE = 1.5f;

    private static final Set<String> LINK_STATES_SHOWN = Set.of("streaming", "lost");

    private final PrintStream out;
    private final StringBuilder strikes = new StringBuilder();
    private FormState state = FormState.STANDING;
    private @Nullable Float joggingScore;
    private @Nullable Float rearfootShare;
    private Event.@Nullable Stood stood;
    private long startUs;
    private long lastLineUs;

    public FormMeter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(Event event) {
        if (startUs == 0) {
            startUs = event.timeUs();
        }
        switch (event) {
            case Event.Struck e -> {
                strikes.append(letter(e));
                if (strikes.length() > STRIKES_SHOWN) {
                    strikes.deleteCharAt(0);
                }
                if (e.timeUs() - lastLineUs >= LINE_EVERY_US) {
                    show(e.timeUs());
                }
            }
            case Event.Stood e -> stood = e;
            case Event.Formed e -> {
                boolean changed = e.state() != state;
                state = e.state();
                joggingScore = e.joggingScore();
                rearfootShare = e.rearfootShare();
                if (changed) {
                    show(e.timeUs());
                }
            }
            case Event.Cued e ->
                out.println(clock(e.timeUs()) + "  CUE " + e.cue() + ", strength " + Math.round(e.strength() * 100)
                        + " %, " + EventJson.name(e.foot()) + " foot"
                        + (e.played() ? "" : " (" + EventJson.name(e.delivery()) + ")"));
            case Event.Answered e ->
                out.println(clock(e.timeUs()) + "  after the " + EventJson.name(e.cue()) + ": "
                        + EventJson.name(e.response()));
            case Event.Learned e ->
                out.println(clock(e.timeUs()) + "  fresh form learned"
                        + String.format(
                                Locale.ROOT,
                                ": %.0f deg, duty factor %.2f, %.0f spm",
                                e.strikeAngleDeg(),
                                e.dutyFactor(),
                                e.cadenceSpm()));
            case Event.Mounted e ->
                out.println(clock(e.timeUs()) + "  " + EventJson.name(e.foot()) + " pod's place on the shoe "
                        + EventJson.name(e.state()) + ": "
                        + EventJson.name(e.reason()).replace('_', ' '));
            case Event.Linked e -> {
                if (LINK_STATES_SHOWN.contains(e.state())) {
                    out.println(clock(e.timeUs()) + "  pod " + e.pod() + " " + e.state() + ": " + e.reason());
                }
            }
        }
    }

    @Override
    public void clockSet(long byUs) {
        startUs += startUs == 0 ? 0 : byUs;
        lastLineUs += byUs;
    }

    private void show(long nowUs) {
        lastLineUs = nowUs;
        StringBuilder line = new StringBuilder(clock(nowUs));
        line.append(String.format(Locale.ROOT, "  %-8s [%s]", state, meter(joggingScore)));
        if (rearfootShare != null) {
            line.append(String.format(Locale.ROOT, "  rear %3d %%", Math.round(rearfootShare * 100)));
        }
        if (stood != null && stood.cadenceSpm() != null && state != FormState.STANDING) {
            line.append(String.format(
                    Locale.ROOT, "  %3.0f spm  contact %3.0f ms", stood.cadenceSpm(), stood.contactTimeMs()));
        }
        line.append("  ").append(strikes);
        out.println(line);
    }

    private static String meter(@Nullable Float score) {
        int filled = score == null ? 0 : Math.round(Math.clamp(score / METER_FULL_SCORE, 0f, 1f) * METER_WIDTH);
        return "#".repeat(filled) + "-".repeat(METER_WIDTH - filled);
    }

    private static char letter(Event.Struck strike) {
        return switch (strike.pattern()) {
            case REARFOOT -> 'R';
            case MIDFOOT -> 'm';
            case FOREFOOT -> 'f';
        };
    }

    private String clock(long timeUs) {
        long seconds = Math.max(0, timeUs - startUs) / US_PER_S;
        return String.format(Locale.ROOT, "%3d:%02d", seconds / 60, seconds % 60);
    }
}

package dev.lightfoot.mqtt;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.StrikePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the runner runs now: means over the last strides of both feet. What is older than {@link #LIFE_US} no longer counts.
 * Used by one thread.
 */
final class LiveFigures {
    /** Strikes and stances counted: some five strides of both feet, as cadence is shown by watches. */
    private static final int COUNTED = 10;

    private static final long LIFE_US = 10_000_000;

    private final List<Event.Struck> strikes = new ArrayList<>(COUNTED);
    private final List<Event.Stood> stances = new ArrayList<>(COUNTED);

    /**
     * The figures; null is what is not known.
     *
     * @param walking whether the last stance was a walker's
     */
    record Figures(
            @Nullable Double cadenceSpm,
            @Nullable Double contactTimeMs,
            @Nullable Double flightTimeMs,
            @Nullable Double rearfootShare,
            boolean walking) {}

    void take(Event event) {
        switch (event) {
            case Event.Struck strike -> keep(strikes, strike);
            case Event.Stood stance -> keep(stances, stance);
            default -> {}
        }
    }

    void clockSet(long byUs) {
        strikes.replaceAll(strike -> (Event.Struck) strike.setBy(byUs));
        stances.replaceAll(stance -> (Event.Stood) stance.setBy(byUs));
    }

    private static <T extends Event> void keep(List<T> kept, T event) {
        if (kept.size() == COUNTED) {
            kept.removeFirst();
        }
        kept.addLast(event);
    }

    Figures at(long nowUs) {
        strikes.removeIf(strike -> nowUs - strike.timeUs() > LIFE_US);
        stances.removeIf(stance -> nowUs - stance.timeUs() > LIFE_US);
        Double rearfootShare = strikes.isEmpty()
                ? null
                : strikes.stream()
                                .filter(strike -> strike.pattern() == StrikePattern.REARFOOT)
                                .count()
                        / (double) strikes.size();
        return new Figures(
                mean(Event.Stood::cadenceSpm),
                mean(Event.Stood::contactTimeMs),
                mean(Event.Stood::flightTimeMs),
                rearfootShare,
                !stances.isEmpty() && stances.getLast().gait() == GaitKind.WALKING);
    }

    private @Nullable Double mean(Function<Event.Stood, @Nullable Float> figure) {
        double sum = 0;
        int known = 0;
        for (Event.Stood stance : stances) {
            Float value = figure.apply(stance);
            if (value != null) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? null : sum / known;
    }
}

package dev.lightfoot.pod;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest of each {@link Figure} of one pod: written by one thread, which allocates nothing here, and read by any. */
public final class Figures {
    private volatile float cadenceSpm = Float.NaN;
    private volatile float running = Float.NaN;
    private volatile float heartRateBpm = Float.NaN;
    private volatile float batteryV = Float.NaN;

    public void take(Figure figure, float value) {
        switch (figure) {
            case CADENCE_SPM -> cadenceSpm = value;
            case RUNNING -> running = value;
            case HEART_RATE_BPM -> heartRateBpm = value;
            case BATTERY_V -> batteryV = value;
        }
    }

    /** All that were told. */
    public Map<Figure, Float> all() {
        Map<Figure, Float> all = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            Float value = of(figure);
            if (value != null) {
                all.put(figure, value);
            }
        }
        return all;
    }

    /** Null while nothing of that kind was told. */
    public @Nullable Float of(Figure figure) {
        float value = switch (figure) {
            case CADENCE_SPM -> cadenceSpm;
            case RUNNING -> running;
            case HEART_RATE_BPM -> heartRateBpm;
            case BATTERY_V -> batteryV;
        };
        return Float.isNaN(value) ? null : value;
    }
}

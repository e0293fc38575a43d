package dev.lightfoot.history.export;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Means over seconds, handed on when they are known. Immutable. */
record Totals(double cadenceSpm, double contactTimeMs, double dutyFactorPct, double balancePct) {
    static Totals of(List<Seconds.Second> seconds) {
        double left = mean(seconds, Seconds.Second::leftContactTimeMs);
        double right = mean(seconds, Seconds.Second::rightContactTimeMs);
        return new Totals(
                mean(seconds, Seconds.Second::cadenceSpm),
                mean(seconds, Seconds.Second::contactTimeMs),
                mean(seconds, Seconds.Second::dutyFactorPct),
                100 * left / (left + right));
    }

    private static double mean(List<Seconds.Second> seconds, ToDoubleFunction<Seconds.Second> of) {
        return seconds.stream()
                .mapToDouble(of)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Takes a cadence of one foot: whole strides a minute, and the fraction in 128ths. */
    interface Cadence {
        void take(short whole, float fraction);
    }

    void cadence(Cadence to) {
        if (!Double.isNaN(cadenceSpm)) {
            double strides = Math.round(cadenceSpm / 2 * 128) / 128.0;
            to.take((short) strides, (float) (strides - Math.floor(strides)));
        }
    }

    void contactTimeMs(Consumer<Float> to) {
        hand(contactTimeMs, to);
    }

    void dutyFactorPct(Consumer<Float> to) {
        hand(dutyFactorPct, to);
    }

    /** The left foot's share of contact time. */
    void balancePct(Consumer<Float> to) {
        hand(balancePct, to);
    }

    private static void hand(double value, Consumer<Float> to) {
        if (!Double.isNaN(value)) {
            to.accept((float) value);
        }
    }
}

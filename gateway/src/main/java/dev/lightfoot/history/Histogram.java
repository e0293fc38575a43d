package dev.lightfoot.history;

import java.util.List;

/**
 * Counts by bins of equal width: bin i is [first + i x width, first + (i + 1) x width). What lies outside is counted in the
 * first or the last bin. Immutable.
 */
public record Histogram(double first, double width, List<Integer> counts) {
    public Histogram {
        counts = List.copyOf(counts);
    }
}

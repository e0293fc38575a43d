package dev.lightfoot.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strikes of both feet over a window [fromUs, toUs) of a run, as points of equal spans of time; a span without a strike has
 * no point, and one whose point has a single strike says exactly what that strike was. Times are microseconds of the Unix
 * epoch. Immutable.
 *
 * @param score the jogging score over the same window
 */
public record RunSeries(
        long runId, long fromUs, long toUs, long spanUs, List<Point> left, List<Point> right, List<Score> score) {
    public RunSeries {
        left = List.copyOf(left);
        right = List.copyOf(right);
        score = List.copyOf(score);
    }

    /**
     * Strikes of one foot in one span; means are of what is known, null when nothing is.
     *
     * @param timeUs mean of the initial contacts
     * @param lowestStrikeAngleDeg with the highest: between them lie all strikes of the span
     */
    public record Point(
            long timeUs,
            int rearfoot,
            int midfoot,
            int forefoot,
            @Nullable Float strikeAngleDeg,
            @Nullable Float lowestStrikeAngleDeg,
            @Nullable Float highestStrikeAngleDeg,
            @Nullable Float contactTimeMs,
            @Nullable Float flightTimeMs,
            @Nullable Float dutyFactor,
            @Nullable Float cadenceSpm) {
        public int strikes() {
            return rearfoot + midfoot + forefoot;
        }
    }

    /** The smoothed jogging score, 0 the runner's own fresh form, 1 where jogging begins; the highest of its span. */
    public record Score(long timeUs, float joggingScore) {}
}

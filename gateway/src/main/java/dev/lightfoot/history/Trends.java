package dev.lightfoot.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How form goes over the weeks: of all runs, of each shoe and of each surface; weeks without a run are left out. Immutable. */
public record Trends(List<Week> weeks, List<ByShoe> shoes, List<BySurface> surfaces) {
    public Trends {
        weeks = List.copyOf(weeks);
        shoes = List.copyOf(shoes);
        surfaces = List.copyOf(surfaces);
    }

    /**
     * One week of runs.
     *
     * @param monday its first day
     * @param runningUs time run, in any form
     * @param rearfootShare of all strikes, in [0, 1]; null without strikes
     * @param formEnduranceUs mean over the runs, see {@link RunCard#formEnduranceUs}; null when nothing was run
     * @param cuesPerHour nudges, warnings and stops that were felt, by the time run; null when nothing was run
     */
    public record Week(
            LocalDate monday,
            int runs,
            long runningUs,
            @Nullable Double rearfootShare,
            @Nullable Double formEnduranceUs,
            @Nullable Double cuesPerHour) {}

    /** Of one shoe; null for runs without. */
    public record ByShoe(@Nullable String shoe, List<Week> weeks) {
        public ByShoe {
            weeks = List.copyOf(weeks);
        }
    }

    /** Of one surface; null for runs without. */
    public record BySurface(@Nullable Surface surface, List<Week> weeks) {
        public BySurface {
            weeks = List.copyOf(weeks);
        }
    }
}

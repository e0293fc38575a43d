package dev.lightfoot.history;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.StrikePattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds runs up by week. Not thread-safe. */
final class TrendSums {
    private final Map<LocalDate, Sums> weeks = new TreeMap<>();

    private TrendSums() {}

    static Trends of(List<RunCard> runs, ZoneId zone) {
        List<Trends.ByShoe> shoes = new ArrayList<>();
        groups(runs, card -> card.note().shoe())
                .forEach((shoe, of) -> shoes.add(new Trends.ByShoe(shoe.name, weeks(of, zone))));
        List<Trends.BySurface> surfaces = new ArrayList<>();
        for (Surface surface : Surface.values()) {
            addSurface(surfaces, runs, surface, zone);
        }
        addSurface(surfaces, runs, null, zone);
        return new Trends(weeks(runs, zone), shoes, surfaces);
    }

    private static void addSurface(
            List<Trends.BySurface> surfaces, List<RunCard> runs, @Nullable Surface surface, ZoneId zone) {
        List<RunCard> of =
                runs.stream().filter(card -> card.note().surface() == surface).toList();
        if (!of.isEmpty()) {
            surfaces.add(new Trends.BySurface(surface, weeks(of, zone)));
        }
    }

    /** A group's name; that of the runs without one comes last. */
    private record Name(@Nullable String name) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            return Comparator.nullsLast(Comparator.<String>naturalOrder()).compare(name, other.name);
        }
    }

    private static Map<Name, List<RunCard>> groups(List<RunCard> runs, Function<RunCard, @Nullable String> name) {
        Map<Name, List<RunCard>> groups = new TreeMap<>();
        for (RunCard run : runs) {
            groups.computeIfAbsent(new Name(name.apply(run)), _ -> new ArrayList<>())
                    .add(run);
        }
        return groups;
    }

    private static List<Trends.Week> weeks(List<RunCard> runs, ZoneId zone) {
        TrendSums sums = new TrendSums();
        for (RunCard run : runs) {
            LocalDate day = LocalDate.ofInstant(RunJson.instant(run.summary().startedUs()), zone);
            sums.weeks
                    .computeIfAbsent(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), _ -> new Sums())
                    .add(run);
        }
        List<Trends.Week> weeks = new ArrayList<>();
        sums.weeks.forEach((monday, week) -> weeks.add(week.week(monday)));
        return weeks;
    }

    /** One week under way. */
    private static final class Sums {
        private int runs;
        private long runningUs;
        private long strikes;
        private long rearfoot;
        private long cues;
        private long enduranceUs;
        private int runsRun;

        void add(RunCard run) {
            RunSummary summary = run.summary();
            runs++;
            runningUs += summary.runningUs();
            strikes += summary.strikes();
            rearfoot += summary.count(StrikePattern.REARFOOT);
            cues += summary.count(CueKind.NUDGE) + summary.count(CueKind.WARNING) + summary.count(CueKind.STOP);
            Long endurance = run.formEnduranceUs();
            if (endurance != null) {
                enduranceUs += endurance;
                runsRun++;
            }
        }

        Trends.Week week(LocalDate monday) {
            return new Trends.Week(
                    monday,
                    runs,
                    runningUs,
                    strikes == 0 ? null : Double.valueOf((double) rearfoot / strikes),
                    runsRun == 0 ? null : Double.valueOf((double) enduranceUs / runsRun),
                    runningUs == 0 ? null : Double.valueOf(cues * 3_600e6 / runningUs));
        }
    }
}

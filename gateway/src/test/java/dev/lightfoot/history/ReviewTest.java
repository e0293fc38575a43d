package dev.lightfoot.history;

import static dev.lightfoot.history.Stride.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueResponse;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewTest {
    private static final long SECOND_US = 1_000_000;
    private static final long MINUTE_US = 60 * SECOND_US;
    private static final long DAY_US = 24 * 60 * MINUTE_US;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("h.db");
    }

    /** Ten minutes: good, jogging from minute 6, a walk break at 8; a strike a second, rearfoot from minute 6. */
    private void keepRun(long startUs) throws HistoryException {
        try (History history = History.open(HistorySettings.of(file()), START_US + startUs)) {
            history.accept(Stride.form(startUs, FormState.GOOD));
            for (long second = 0; second <= 600; second++) {
                long atUs = startUs + second * SECOND_US;
                if (second == 360) {
                    history.accept(Stride.form(atUs, FormState.JOGGING));
                    history.accept(Stride.cue(atUs, CueKind.WARNING));
                    history.accept(new Event.Answered(
                            START_US + atUs, START_US + atUs, CueKind.WARNING, CueResponse.WALKED, null, null, 0));
                }
                if (second == 480) {
                    history.accept(Stride.form(atUs, FormState.WALKING));
                }
                if (second == 510) {
                    history.accept(Stride.form(atUs, FormState.GOOD));
                }
                Foot foot = second % 2 == 0 ? Foot.LEFT : Foot.RIGHT;
                StrikePattern pattern = second < 360 ? StrikePattern.MIDFOOT : StrikePattern.REARFOOT;
                history.accept(Stride.strike(atUs, foot, pattern));
                history.accept(Stride.stance(atUs, foot));
            }
        }
    }

    @Test
    void theListShowsEachRunWithItsPicture() throws HistoryException {
        keepRun(0);
        keepRun(DAY_US);
        try (Review review = Review.open(file())) {
            RunPage page = review.runs(1, 0);
            assertThat(page.total()).isEqualTo(2);
            RunCard card = page.runs().getFirst();
            assertThat(card.summary().id()).isEqualTo(2);
            assertThat(card.formEnduranceUs()).isEqualTo(6 * MINUTE_US);
            assertThat(card.formHeld()).isFalse();
            assertThat(card.note()).isEqualTo(new RunNote("default", null, null, null));
            List<FormPicture.Slice> slices = card.picture().slices();
            assertThat(slices).hasSize(60);
            assertThat(slices.get(0)).isEqualTo(new FormPicture.Slice(FormState.GOOD, 0));
            assertThat(slices.get(40)).isEqualTo(new FormPicture.Slice(FormState.JOGGING, 100));
            assertThat(slices.get(49).state()).isEqualTo(FormState.WALKING);
            assertThat(review.runs(10, 1).runs())
                    .extracting(run -> run.summary().id())
                    .containsExactly(1L);
        }
    }

    @Test
    void aRunUnderWayIsListedAsItStands() throws HistoryException {
        try (History history = History.open(HistorySettings.of(file()), START_US)) {
            history.accept(Stride.form(0, FormState.GOOD));
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
            history.accept(Stride.strike(MINUTE_US, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + MINUTE_US);
            try (Review review = Review.open(file())) {
                RunCard card = review.runs(10, 0).runs().getFirst();
                assertThat(card.summary().endedUs()).isNull();
                assertThat(card.summary().strikes()).isEqualTo(2);
                assertThat(card.picture().slices()).allMatch(slice -> slice.state() == FormState.GOOD);
            }
        }
    }

    @Test
    void aRunsStoryHasBandsCuesWalkBreaksAndDistributions() throws HistoryException {
        keepRun(0);
        try (Review review = Review.open(file())) {
            RunStory story = review.run(1).orElseThrow();
            assertThat(story.bands())
                    .containsExactly(
                            new RunStory.Band(START_US, START_US + 6 * MINUTE_US, FormState.GOOD),
                            new RunStory.Band(START_US + 6 * MINUTE_US, START_US + 8 * MINUTE_US, FormState.JOGGING),
                            new RunStory.Band(START_US + 8 * MINUTE_US, START_US + 510 * SECOND_US, FormState.WALKING),
                            new RunStory.Band(
                                    START_US + 510 * SECOND_US, START_US + 600 * SECOND_US + 250_000, FormState.GOOD));
            assertThat(story.walkBreaks())
                    .containsExactly(new RunStory.Span(START_US + 8 * MINUTE_US, START_US + 510 * SECOND_US));
            assertThat(story.cues()).singleElement().satisfies(moment -> {
                assertThat(moment.cue().cue()).isEqualTo(CueKind.WARNING);
                assertThat(moment.answer()).isNotNull();
                assertThat(Stream.ofNullable(moment.answer()).map(Event.Answered::response))
                        .containsExactly(CueResponse.WALKED);
            });
            Histogram angles = story.left().strikeAngleDeg();
            assertThat(angles.counts().get(32)).as("12.25 deg").isEqualTo(121);
            assertThat(story.right().contactTimeMs().counts().get(15))
                    .as("250 ms")
                    .isEqualTo(300);
            assertThat(review.run(7)).isEmpty();
        }
    }

    @Test
    void aSeriesHasNoMorePointsThanAskedForAndLosesNoStrike() throws HistoryException {
        keepRun(0);
        try (Review review = Review.open(file())) {
            RunSeries series = review.series(1, 20).orElseThrow();
            assertThat(series.left()).hasSize(20);
            assertThat(series.left().stream().mapToInt(RunSeries.Point::strikes).sum())
                    .isEqualTo(301);
            assertThat(series.right().stream()
                            .mapToInt(RunSeries.Point::strikes)
                            .sum())
                    .isEqualTo(300);
            RunSeries.Point last = series.left().getLast();
            assertThat(last.rearfoot()).isEqualTo(last.strikes());
            assertThat(last.strikeAngleDeg()).isEqualTo(12.25f);
            assertThat(last.cadenceSpm()).isEqualTo(172.5f);
            assertThat(series.left().getFirst().strikeAngleDeg()).isNull();
            assertThat(series.score()).isNotEmpty();
        }
    }

    @Test
    void aNarrowWindowTellsEachStrikeExactly() throws HistoryException {
        keepRun(0);
        try (Review review = Review.open(file())) {
            long fromUs = START_US + 400 * SECOND_US;
            RunSeries series =
                    review.series(1, fromUs, fromUs + 10 * SECOND_US, 100).orElseThrow();
            assertThat(series.left())
                    .extracting(RunSeries.Point::timeUs)
                    .containsExactly(
                            fromUs,
                            fromUs + 2 * SECOND_US,
                            fromUs + 4 * SECOND_US,
                            fromUs + 6 * SECOND_US,
                            fromUs + 8 * SECOND_US);
            assertThat(series.left().getFirst())
                    .isEqualTo(
                            new RunSeries.Point(fromUs, 1, 0, 0, 12.25f, 12.25f, 12.25f, 250f, 80.5f, 0.375f, 172.5f));
            assertThatThrownBy(() -> review.series(1, fromUs, fromUs, 100)).hasMessageContaining("must end after");
            assertThatThrownBy(() -> review.series(1, 0)).hasMessageContaining("points 0 must be 1 to 5000");
        }
    }

    @Test
    void trendsAddUpWeeksOfEachShoeAndSurface() throws HistoryException {
        keepRun(0); // Sunday
        keepRun(DAY_US);
        keepRun(2 * DAY_US);
        RunDesk desk = new RunDesk(file());
        assertThat(desk.describe(3, new RunNote("red", Surface.GRASS, 4, "soft")))
                .isTrue();
        try (Review review = Review.open(file())) {
            Trends trends = review.trends(ZoneOffset.UTC);
            assertThat(trends.weeks())
                    .extracting(Trends.Week::monday, Trends.Week::runs)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 16), 1),
                            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 23), 2));
            Trends.Week week = trends.weeks().getFirst();
            assertThat(week.rearfootShare()).isCloseTo(241 / 601.0, within(1e-9));
            assertThat(week.formEnduranceUs()).isCloseTo(360e6, within(1e-3));
            assertThat(week.runningUs()).isEqualTo(570 * SECOND_US + 250_000);
            assertThat(week.cuesPerHour()).isCloseTo(3_600 / 570.25, within(1e-9));
            assertThat(trends.shoes()).extracting(Trends.ByShoe::shoe).containsExactly("default", "red");
            assertThat(trends.surfaces()).extracting(Trends.BySurface::surface).containsExactly(Surface.GRASS, null);
        }
    }

    @Test
    void aNoteIsKeptAndCheckedAndTakenBack() throws HistoryException {
        keepRun(0);
        RunDesk desk = new RunDesk(file());
        RunNote note = new RunNote(" red ", Surface.TRAIL, 10, "wet leaves\ncareful");
        assertThat(desk.describe(1, note)).isTrue();
        assertThat(desk.describe(2, note)).isFalse();
        try (Review review = Review.open(file())) {
            assertThat(review.run(1).orElseThrow().card().note())
                    .isEqualTo(new RunNote("red", Surface.TRAIL, 10, "wet leaves\ncareful"));
            desk.describe(1, new RunNote("", null, null, "  "));
            assertThat(review.run(1).orElseThrow().card().note()).isEqualTo(RunNote.NONE);
        }
        assertThatThrownBy(() -> new RunNote(null, null, 11, null)).hasMessageContaining("perceived effort 11");
        assertThatThrownBy(() -> new RunNote("a\nb", null, null, null)).hasMessageContaining("on one line");
        assertThatThrownBy(() -> new RunNote(null, null, null, "x".repeat(4_001)))
                .hasMessageContaining("at most 4000");
    }

    @Test
    void aDeletedRunIsGoneAndItsIdsDoNotComeBack() throws Exception {
        keepRun(0);
        keepRun(DAY_US);
        RunDesk desk = new RunDesk(file());
        long lastId;
        try (HistoryReader reader = HistoryReader.open(file())) {
            lastId = reader.strikes(2).getLast().id();
        }
        assertThat(desk.delete(2)).isTrue();
        assertThat(desk.delete(2)).isFalse();
        try (Review review = Review.open(file())) {
            assertThat(review.runs(10, 0).total()).isEqualTo(1);
            assertThat(review.run(2)).isEmpty();
            assertThat(review.series(1, 1_000).orElseThrow().left()).hasSize(301);
        }
        keepRun(2 * DAY_US);
        try (HistoryReader reader = HistoryReader.open(file())) {
            assertThat(reader.runs(10)).extracting(RunSummary::id).containsExactly(3L, 1L);
            assertThat(reader.strikes(3).getFirst().id()).isGreaterThan(lastId);
        }
    }

    @Test
    void anOpenRunIsNotDeletedAndOneDeletedInItsGapBeginsAnew() throws HistoryException {
        try (History history = History.open(HistorySettings.of(file()), START_US)) {
            history.accept(Stride.strike(0, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(START_US + SECOND_US);
            RunDesk desk = new RunDesk(file());
            assertThatThrownBy(() -> desk.delete(1)).hasMessageContaining("run 1 is still running");
            history.endRun();
            assertThat(desk.delete(1)).isTrue();
            history.accept(Stride.strike(MINUTE_US, Foot.LEFT, StrikePattern.MIDFOOT));
        }
        try (HistoryReader reader = HistoryReader.open(file())) {
            assertThat(reader.runs(10)).singleElement().satisfies(run -> {
                assertThat(run.id()).isEqualTo(2);
                assertThat(run.strikes()).isEqualTo(1);
            });
        }
    }

    @Test
    void manyMayAskAtOnceWhileARunIsKept() throws Exception {
        keepRun(0);
        try (Review review = Review.open(file());
                History history = History.open(HistorySettings.of(file()), START_US + DAY_US);
                ExecutorService asking = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                history.accept(Stride.strike(DAY_US + i * SECOND_US, Foot.LEFT, StrikePattern.MIDFOOT));
                history.tick(START_US + DAY_US + i * SECOND_US);
                answers.add(asking.submit(() -> {
                    review.trends(ZoneOffset.UTC);
                    review.series(1, 100);
                    return review.runs(10, 0).total();
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isBetween(1, 2);
            }
            assertThat(history.failedCommits()).isZero();
        }
    }
}

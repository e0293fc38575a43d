package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.RunSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the strike loop's ring to the file, while NTP sets the clock. */
class ClockSetInARunTest {
    private static final long SECOND_US = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void theKeeperSeesItAndTheRunIsOne() throws Exception {
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("1970-01-01T00:01:00Z"));
        AtomicLong monotonicNs = new AtomicLong(60_000_000_000L);
        WallClock clock = new WallClock(wall::get, monotonicNs::get);
        EventRing ring = new EventRing(64);
        BlockingQueue<Long> set = new LinkedBlockingQueue<>();
        BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
        EventSink listening = new EventSink() {
            @Override
            public void accept(Event event) {
                heard.add(event);
            }

            @Override
            public void clockSet(long byUs) {
                set.add(byUs);
            }
        };
        Path file = folder.resolve("h.db");
        Duration years = Duration.ofDays(56 * 365);
        try (History history = History.open(new HistorySettings(file, Duration.ofMinutes(10), 10_000), clock.nowUs());
                Keeper keeper = new Keeper(ring, clock, List.of(history, listening))) {
            Thread.ofPlatform().daemon().name("keeper").start(keeper);
            strike(ring, 61);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
            wall.set(wall.get().plus(years));
            assertThat(set.poll(10, TimeUnit.SECONDS)).isEqualTo(years.toNanos() / 1_000);
            strike(ring, 62);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
        }

        try (HistoryReader reader = HistoryReader.open(file)) {
            RunSummary run = reader.run(1).orElseThrow();
            assertThat(reader.runs(9)).hasSize(1);
            assertThat(run.startedUs()).isEqualTo(61 * SECOND_US + years.toNanos() / 1_000);
            assertThat(run.durationUs()).isEqualTo(SECOND_US);
        }
    }

    private static void strike(EventRing ring, int atS) {
        long contactNs = atS * 1_000_000_000L;
        ring.strike(new Strike(Foot.LEFT).set(contactNs, contactNs, StrikePattern.MIDFOOT, 0.9f, Float.NaN));
        ring.wakeConsumer();
    }
}

package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private Instant wall = Instant.parse("1970-01-01T00:00:20Z");
    private long monotonicNs = 7_000_000_000L;
    /** What each look at the monotonic clock costs. */
    private long lookNs;

    private final WallClock clock = new WallClock(() -> wall, () -> monotonicNs += lookNs);

    @Test
    void timePassesWithTheMonotonicClock() {
        pass(Duration.ofSeconds(3));

        assertThat(clock.setByUs()).isZero();
        assertThat(clock.nowUs()).isEqualTo(23_000_000);
        assertThat(clock.offsetNs()).isEqualTo(13_000_000_000L);
    }

    @Test
    void aClockThatIsSetIsToldOnceAheadAndBack() {
        Duration years = Duration.ofDays(56 * 365).plusNanos(1_234_000);
        wall = wall.plus(years);

        assertThat(clock.setByUs()).isEqualTo(years.toNanos() / 1_000);
        assertThat(clock.setByUs()).isZero();
        assertThat(clock.nowUs()).isEqualTo(20_000_000 + years.toNanos() / 1_000);

        wall = wall.minus(Duration.ofHours(30));
        assertThat(clock.setByUs()).isEqualTo(-Duration.ofHours(30).toNanos() / 1_000);
        assertThat(clock.setByUs()).isZero();
    }

    @Test
    void whatComesOfReadingTwoClocksIsNoSetting() {
        wall = wall.plusMillis(99);
        assertThat(clock.setByUs()).isZero();

        lookNs = Duration.ofMillis(400).toNanos();
        assertThat(clock.setByUs()).as("the thread had to wait between the two").isZero();
        assertThat(clock.offsetNs()).isEqualTo(13_000_000_000L);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        monotonicNs += time.toNanos();
    }
}

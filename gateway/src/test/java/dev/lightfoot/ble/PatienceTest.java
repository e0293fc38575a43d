package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    /** Of a link that is well: a second for an advertisement, one to connect in, half of one for services and start. */
    private static final Duration WAY_BACK = Duration.ofMillis(1500);

    private final Patience usual = Patience.usual();

    @Test
    void aLinkThatHungInAnyOneStepStreamsWithinTenSeconds() {
        assertThat(usual.longestRecovery(WAY_BACK)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void noBackOffIsLongerThanThatCountsOn() {
        Backoff backoff = new Backoff(usual.firstBackoff(), usual.mostBackoff(), new Random(1));
        long longestNs = IntStream.range(0, 10_000)
                .mapToLong(i -> backoff.nextNs())
                .max()
                .orElseThrow();
        assertThat(longestNs)
                .isLessThanOrEqualTo(usual.mostBackoff().toNanos() * 5 / 4)
                .isGreaterThan(usual.mostBackoff().toNanos());
    }

    @Test
    void servicesOfAPodHeardBeforeAreWaitedForAsLongAsBefore() {
        Resolving resolving = new Resolving(Duration.ofSeconds(4));
        resolving.took(1_200_000_000L);
        resolving.failed();
        resolving.failed();
        assertThat(resolving.limit()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void servicesThatWereNeverFoundAreWaitedForTwiceAsLongEachTimeUpToACap() {
        Resolving resolving = new Resolving(Duration.ofSeconds(4));
        assertThat(resolving.failed()).isEqualTo(Duration.ofSeconds(4));
        assertThat(resolving.failed()).isEqualTo(Duration.ofSeconds(8));
        assertThat(resolving.failed()).isEqualTo(Duration.ofSeconds(16));
        assertThat(resolving.limit()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void aPodWhoseServicesTakeLongIsGivenTwiceThat() {
        Resolving resolving = new Resolving(Duration.ofSeconds(4));
        resolving.took(3_000_000_000L);
        assertThat(resolving.limit()).isEqualTo(Duration.ofSeconds(6));
        resolving.took(15_000_000_000L);
        assertThat(resolving.limit()).isEqualTo(Duration.ofSeconds(16));
    }
}

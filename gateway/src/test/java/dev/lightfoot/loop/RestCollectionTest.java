package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The heap is collected in a rest, once, and never between two steps. */
class RestCollectionTest {
    private static final long START_US = 1_000_000_000L;

    private final AtomicInteger collections = new AtomicInteger();
    private final RestCollection rests = new RestCollection(collections::incrementAndGet);

    private void step(long atUs) {
        rests.tick(atUs);
        rests.accept(new Event.Struck(Foot.LEFT, atUs, atUs + 1, StrikePattern.MIDFOOT, 0.9f, 3f));
    }

    @Test
    void nobodyRanSoThereIsNothingToCollect() {
        rests.tick(START_US);
        rests.tick(START_US + 10 * RestCollection.REST_US);
        assertThat(collections).hasValue(0);
    }

    @Test
    void aRestIsCollectedInOnceAndTheNextOneAgain() {
        step(START_US);
        rests.tick(START_US + RestCollection.REST_US - 1);
        assertThat(collections).hasValue(0);
        rests.tick(START_US + RestCollection.REST_US);
        rests.tick(START_US + 2 * RestCollection.REST_US);
        assertThat(collections).hasValue(1);
        step(START_US + 3 * RestCollection.REST_US);
        rests.tick(START_US + 4 * RestCollection.REST_US);
        assertThat(collections).hasValue(2);
    }

    @Test
    void stepsThatFollowEachOtherAreNotDisturbed() {
        for (long atUs = START_US; atUs < START_US + 3 * RestCollection.REST_US; atUs += 700_000) {
            step(atUs);
        }
        assertThat(collections).hasValue(0);
    }

    @Test
    void aClockThatIsSetAheadIsNoRest() {
        step(START_US);
        rests.clockSet(1000 * RestCollection.REST_US);
        rests.tick(START_US + 1000 * RestCollection.REST_US + 200_000);
        assertThat(collections).hasValue(0);
        rests.tick(START_US + 1001 * RestCollection.REST_US);
        assertThat(collections).hasValue(1);
    }
}

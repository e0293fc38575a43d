package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DelayHistogramTest {
    private final DelayHistogram histogram = new DelayHistogram();

    @Test
    void aDelayIsInTheBucketThatEndsAboveIt() {
        for (long us : new long[] {0, 1, 2, 3, 31, 32, 1000, 1_048_575, 1_048_576, Long.MAX_VALUE / 2_000_000}) {
            long[] before = histogram.counts();
            histogram.record(us * 1000);
            int bucket = Arrays.mismatch(before, histogram.counts());

            assertThat(us / 1e6).isLessThan(DelayHistogram.endS(bucket));
            assertThat(bucket == 0 || us / 1e6 >= DelayHistogram.endS(bucket - 1))
                    .isTrue();
        }
    }

    @Test
    void aClockThatStepsBackCountsAsNone() {
        histogram.record(-5);

        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.sumS()).isZero();
    }
}

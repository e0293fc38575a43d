package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lightfoot.gait.Foot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleRingTest {
    @Test
    void samplesComeOutInOrderAsTheyWentIn() {
        SampleRing ring = new SampleRing(4);
        List<String> out = new ArrayList<>();
        for (int lap = 0; lap < 3; lap++) {
            ring.put(Foot.LEFT, lap, 1, 2, 3, 4, 5, 6);
            ring.put(Foot.RIGHT, lap + 10, 7, 8, 9, 10, 11, 12);
            ring.drain((foot, timeNs, ax, ay, az, gx, gy, gz) -> out.add(
                    foot + " " + timeNs + " " + (int) ax + (int) ay + (int) az + (int) gx + (int) gy + (int) gz));
        }
        assertThat(out)
                .containsExactly(
                        "LEFT 0 123456",
                        "RIGHT 10 789101112",
                        "LEFT 1 123456",
                        "RIGHT 11 789101112",
                        "LEFT 2 123456",
                        "RIGHT 12 789101112");
        assertThat(ring.dropped()).isZero();
    }

    @Test
    void whatDoesNotFitIsDroppedAndCounted() {
        SampleRing ring = new SampleRing(2);
        for (int i = 0; i < 5; i++) {
            ring.put(Foot.LEFT, i, 0, 0, 0, 0, 0, 0);
        }
        List<Long> times = new ArrayList<>();
        ring.drain((foot, timeNs, ax, ay, az, gx, gy, gz) -> times.add(timeNs));
        assertThat(times).containsExactly(0L, 1L);
        assertThat(ring.dropped()).isEqualTo(3);
    }

    @Test
    void puttingAllocatesNothing() {
        SampleRing ring = new SampleRing(1_024);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        fill(ring, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        fill(ring, 100_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }

    private static void fill(SampleRing ring, int samples) {
        for (int i = 0; i < samples; i++) {
            ring.put(Foot.RIGHT, i, 1, 2, 3, 4, 5, 6);
        }
    }
}

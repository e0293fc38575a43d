package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    @Test
    void waitsDoubleUpToTheCapWithinTheirUpperHalf() {
        Backoff backoff = new Backoff(250, 4_000, new Random(7));
        for (long fullMs : new long[] {250, 500, 1_000, 2_000, 4_000, 4_000, 4_000}) {
            assertThat(backoff.nextMs()).isBetween(fullMs / 2, fullMs - 1);
        }
        backoff.reset();
        assertThat(backoff.nextMs()).isLessThan(250);
    }
}

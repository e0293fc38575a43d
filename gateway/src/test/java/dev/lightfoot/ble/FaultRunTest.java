package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short run of random faults; deploy/faults makes a long one. */
class FaultRunTest {
    /** A machine that is busy otherwise takes its time too, and more haste would count that as so much more. */
    private static final int HASTE = 2;

    @Test
    @Timeout(120)
    void bothPodsStreamAgainWithinTenSecondsOfEachHealing() throws Exception {
        long seed = Long.getLong("lightfoot.seed", 7);
        try (FaultRun run = new FaultRun(seed, HASTE)) {
            FaultRun.Outcome outcome = run.run(10);
            assertThat(outcome.failures())
                    .as("seed %d: %s", seed, outcome.words())
                    .isEmpty();
            assertThat(outcome.worstS())
                    .as("seed %d: %s", seed, outcome.words())
                    .isLessThan(10);
        }
    }
}

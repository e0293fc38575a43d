package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few minutes of a run and each fault twice; deploy/mqtt-endurance does an hour. */
@Timeout(120)
final class EnduranceTest {
    private static final long SEED = 20261123;
    private static final long RUN_US = 400_000_000;

    @TempDir
    Path folder;

    @Test
    void whateverHappensEachDurableMessageComesAndInOrder() throws Exception {
        List<Endurance.Fault> faults = new ArrayList<>();
        for (Endurance.Fault fault : Endurance.Fault.values()) {
            faults.addAll(Collections.nCopies(fault == Endurance.Fault.BROKER_KILLED ? 3 : 1, fault));
        }
        Endurance.Outcome outcome = new Endurance(folder, SEED, 100).run(faults, RUN_US);
        assertThat(outcome.wrong()).as("seed %d", SEED).isEmpty();
        assertThat(outcome.durable()).isGreaterThan(1_000);
        assertThat(outcome.heard() - outcome.repeats()).isGreaterThanOrEqualTo(outcome.durable());
        assertThat(outcome.repeatPct()).as("repeats of a hundred").isLessThan(5);
    }
}

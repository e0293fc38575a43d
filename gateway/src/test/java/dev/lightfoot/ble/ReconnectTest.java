package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 200 reconnects over one bus connection, through the virtual BlueZ and AcquireNotify, and what they leave behind. */
class ReconnectTest {
    @Test
    void leaveNoFdNoThreadNoMatchRuleAndNoMemory() throws Exception {
        try (Reconnects reconnects = new Reconnects()) {
            reconnects.rounds(5);
            Reconnects.Holding before = reconnects.holding();
            assertThat(before.matchRules()).isPositive();

            reconnects.rounds(100);

            assertThat(reconnects.settledAtMost(before))
                    .matches(after -> after.noMoreThan(before), "no more than before, which was " + before);
            reconnects.awaitStreams("208 Hz by AcquireNotify");
            assertThat(reconnects.pods())
                    .allSatisfy(pod -> assertThat(pod.cutOffs()).as("%s", pod).isZero());
        }
    }
}

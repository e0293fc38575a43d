package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloodGateTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final FloodGate gate = FloodGate.forRate(208);
    private long nowNs = -5 * SECOND_NS;

    private int admitted(int notifications, long everyNs) {
        int admitted = 0;
        for (int i = 0; i < notifications; i++) {
            nowNs += everyNs;
            admitted += gate.admits(nowNs) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void anHourAtTheFastestThatTheProfileAllowsPasses() {
        int hour = 3600 * 239;
        assertThat(admitted(hour, SECOND_NS * 1000 / (208 * 1147))).isEqualTo(hour);
    }

    @Test
    void aBurstOfTwoSecondsWorthPassesAndOneMoreDoesNot() {
        assertThat(admitted(1000, 0)).isEqualTo(2 * 416);
    }

    @Test
    void afterABurstTheNextPassesOnceTheBucketHasLeaked() {
        admitted(2 * 416, 0);
        assertThat(admitted(500, SECOND_NS / 208)).isEqualTo(500);
    }

    @Test
    void aFloodIsToldAfterSecondsAndItsWordsNameTheLimit() {
        assertThat(admitted(10_000, SECOND_NS / 1000)).isBetween(1200, 8000);
        assertThat(gate.words()).contains("416 notifications a second", "208 samples");
    }
}

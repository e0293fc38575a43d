package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleClockTest {
    private static final long MS = 1_000_000L;
    private static final long TICKS = 1L << 32;
    private static final long HOST_START_NS = 77_000_000_000_123L;

    private final SampleClock clock = new SampleClock();

    @Test
    void theFirstNotificationIsTakenAsJustMade() {
        assertThat(clock.arrived(5_000_000, 15 * MS, HOST_START_NS)).isEqualTo(HOST_START_NS - 15 * MS);
    }

    /** Pod clock and radio: a tick, its true host time, and an arrival some delay after it. */
    private final class Pod {
        final double driftPpm;
        final long firstTickUs;
        double worstNs;
        long lastNs = Long.MIN_VALUE;

        Pod(double driftPpm, long firstTickUs) {
            this.driftPpm = driftPpm;
            this.firstTickUs = firstTickUs;
        }

        void send(long trueNs, long delayNs, boolean judged) {
            double podNs = (double) trueNs / (1 + driftPpm * 1e-6);
            long tick = (firstTickUs + Math.round(podNs / 1000)) & (TICKS - 1);
            long hostNs = clock.arrived(tick, 0, HOST_START_NS + trueNs + delayNs);
            assertThat(clock.rising(hostNs)).isGreaterThan(lastNs);
            lastNs = hostNs;
            if (judged) {
                worstNs = Math.max(worstNs, (double) Math.abs(hostNs - HOST_START_NS - trueNs));
            }
        }
    }

    @Test
    void delayedArrivalsDoNotMoveTheClockAndDriftIsFollowedOverTheWrap() {
        for (double driftPpm : new double[] {-80, 0, 80}) {
            long seed = 7;
            Random random = new Random(seed);
            clock.restart();
            Pod pod = new Pod(driftPpm, TICKS - 60_000_000);
            for (long trueNs = 0; trueNs < 180_000 * MS; trueNs += 20 * MS) {
                long delayNs = random.nextInt(50) == 0 ? random.nextInt(400_000_000) : random.nextInt(30_000_000);
                pod.send(trueNs, delayNs, trueNs > 40_000 * MS);
            }
            assertThat(pod.worstNs).as("drift %s, seed %d", driftPpm, seed).isLessThan(1.5 * MS);
            assertThat(clock.driftPpm()).as("seed %d", seed).isCloseTo(driftPpm, within(15.0));
        }
        assertThat(clock.restarts()).isZero();
    }

    @Test
    void aFirstArrivalThatCameLateIsSlewedAwayAndNeverJumpsBack() {
        Pod pod = new Pod(0, 0);
        pod.send(0, 300 * MS, false);
        for (long trueNs = 20 * MS; trueNs < 30_000 * MS; trueNs += 20 * MS) {
            pod.send(trueNs, 5 * MS, trueNs > 20_000 * MS);
        }
        assertThat(pod.worstNs).isBetween(4.9 * MS, 5.1 * MS);
    }

    @Test
    void aGapLongerThanAWrapIsBridgedByTheHostsClock() {
        Pod pod = new Pod(0, 123);
        pod.send(0, MS, false);
        pod.send(10_000_000L * MS, MS, true);
        assertThat(pod.worstNs).isBetween(0.9 * MS, 1.1 * MS);
        assertThat(clock.restarts()).isZero();
    }

    @Test
    void oneStrayTickIsPassedOver() {
        clock.arrived(1_000_000, 0, HOST_START_NS);
        assertThat(clock.arrived(3_000_000_000L, 0, HOST_START_NS + 20 * MS)).isEqualTo(HOST_START_NS + 20 * MS);
        assertThat(clock.arrived(1_040_000, 0, HOST_START_NS + 40 * MS)).isEqualTo(HOST_START_NS + 40 * MS);
        assertThat(clock.restarts()).isZero();
    }

    @Test
    void aPodThatRestartsIsFollowedFromItsSecondNotification() {
        clock.arrived(900_000_000, 0, HOST_START_NS);
        clock.arrived(0, 0, HOST_START_NS + 1000 * MS);
        assertThat(clock.arrived(20_000, 0, HOST_START_NS + 1020 * MS)).isEqualTo(HOST_START_NS + 1020 * MS);
        assertThat(clock.restarts()).isEqualTo(1);
        assertThat(clock.arrived(40_000, 0, HOST_START_NS + 1045 * MS))
                .isBetween(HOST_START_NS + 1040 * MS, HOST_START_NS + 1041 * MS);
    }

    @Test
    void timesRiseWhateverTheTicksSay() {
        long seed = 99;
        Random random = new Random(seed);
        long last = Long.MIN_VALUE;
        for (int i = 0; i < 100_000; i++) {
            long arrivalNs = HOST_START_NS + 20L * i * MS;
            long timeNs = clock.rising(clock.arrived(random.nextInt() & (TICKS - 1), 0, arrivalNs));
            assertThat(timeNs).as("seed %d round %d", seed, i).isGreaterThan(last);
            assertThat(timeNs - arrivalNs).as("seed %d round %d", seed, i).isLessThan(20_000 * MS);
            last = timeNs;
        }
    }

    /** Sends every 20 ms for a while, each 5 ms late, from a pod whose clock is off by so much. */
    private long lastErrorNs(long fromMs, long untilMs, long offUs) {
        long errorNs = 0;
        for (long trueMs = fromMs; trueMs < untilMs; trueMs += 20) {
            long tickUs = (trueMs * 1000 + offUs) & (TICKS - 1);
            long hostNs = clock.arrived(tickUs, 0, HOST_START_NS + trueMs * MS + 5 * MS);
            errorNs = hostNs - HOST_START_NS - trueMs * MS;
        }
        return errorNs;
    }

    @Test
    void aJumpOfLessThanFiveSecondsIsARestartToo() {
        for (long jumpUs : new long[] {-4_000_000, -1_500_000, -600_000, 600_000, 3_000_000, 4_900_000}) {
            clock.restart();
            lastErrorNs(0, 10_000, 50_000_000);
            long before = clock.restarts();
            assertThat(lastErrorNs(10_000, 12_500, 50_000_000 + jumpUs))
                    .as("jump of %d us", jumpUs)
                    .isBetween(4 * MS, 6 * MS);
            assertThat(clock.restarts()).as("jump of %d us", jumpUs).isEqualTo(before + 1);
        }
    }

    @Test
    void aJumpBackThatHidesBehindAPauseIsFoundByTheSamplesThatStayLate() {
        lastErrorNs(0, 10_000, 50_000_000);
        assertThat(lastErrorNs(13_000, 16_000, 50_000_000 - 2_000_000)).isBetween(4 * MS, 6 * MS);
        assertThat(clock.restarts()).isEqualTo(1);
    }

    @Test
    void aQueueOfASecondThatEmptiesItselfIsNoRestart() {
        lastErrorNs(0, 10_000, 0);
        for (long trueMs = 10_000; trueMs < 11_200; trueMs += 20) {
            clock.arrived(trueMs * 1000, 0, HOST_START_NS + 11_200 * MS);
        }
        assertThat(lastErrorNs(11_200, 12_000, 0)).isBetween(4 * MS, 6 * MS);
        assertThat(clock.restarts()).isZero();
    }
}
